"""docs/article.md is true: its commands give the answers it shows, and the article is read as it says."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from foedus.cli import program
from foedus.nouns import Document
from foedus.when import When

PAGE = (Path(__file__).parent.parent / "docs" / "article.md").read_text(encoding="utf8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if re.match(r"\| \d", line)]
ASKED = [row for row in ROWS if row[3] and "TEXT" not in row[3]]
NOT_DONE = {"negated", "refused", "failed"}
OPINION = "opinion, kept as such"


@pytest.fixture(scope="module")
def answers():
    """What each command of the page prints, as JSON; asked once."""
    asked = {}

    def answer(command):
        if command not in asked:
            words = shlex.split(command.strip("`"))[1:]
            result = CliRunner().invoke(program, [*words, "--json"], catch_exceptions=False)
            assert result.exit_code == 0, result.output
            asked[command] = result.output
        return asked[command]

    return answer


def test_each_row_is_read_as_something_and_either_answered_or_called_opinion():
    assert len(ROWS) > 40
    for paragraph, says, kind, command, answer in ROWS:
        assert says and kind and answer, paragraph
        assert (kind == "judgement" and not command) == answer.startswith(OPINION), says


@pytest.mark.parametrize("row", ASKED, ids=lambda row: f"{row[0]}-{row[1][:40]}")
def test_the_command_gives_the_answer_that_stands_beside_it(answers, row):
    told = answers(row[3])
    missing = [word for word in re.findall(r"`([^`]+)`", row[4]) if f'"{word}"' not in told and word not in told]
    assert missing == []


@pytest.fixture(scope="module")
def found():
    """The findings in the article, by paragraph."""
    import os

    from foedus.verbs.read import read

    text = (Path(os.environ["FOEDUS_SHARED"]) / "texts" / "csto-2015.txt").read_text(encoding="utf8")
    findings = read(Document(id="article", date=When("2015-09-20"), text=text)).findings
    paragraphs = [m.span() for m in re.finditer(r"[^\n]{200,}", text)]
    return {n: [f for f in findings if s <= f.span[0] < e] for n, (s, e) in enumerate(paragraphs, 1)}


@pytest.mark.shared
@pytest.mark.model
@pytest.mark.parametrize("row", [r for r in ROWS if r[2] != "-"], ids=lambda row: f"{row[0]}-{row[1][:40]}")
def test_the_article_is_read_as_the_page_says(found, row):
    kind, _, done = row[2].partition(": ")
    there = [f for f in found[int(row[0])] if f.kind == kind]
    assert [f for f in there if not done or f.polarity in NOT_DONE]
