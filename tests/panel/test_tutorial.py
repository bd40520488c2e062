"""The tutorial is run as it stands on the page, on the real data."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "panels_tutorial.md"


@pytest.mark.shared
def test_the_tutorial_runs_from_nothing_to_a_model_with_a_plot(shared, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(shared / "data")
    page = {}
    for block in re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf8"), re.MULTILINE | re.DOTALL):
        exec(compile(block, str(PAGE), "exec"), page)
    fit = page["fit"]
    assert fit.nobs > 60_000 and fit.mle_retvals["converged"]
    assert fit.params["border"] > 0 > fit.params["peace"], "neighbours fight more, those long at peace less"
    assert (tmp_path / "pacts.svg").read_text(encoding="utf8").startswith("<svg")
    assert "@article{palmer2022mid5" in (tmp_path / "pacts.codebook.md").read_text(encoding="utf8")
