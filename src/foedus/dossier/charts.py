"""The dossier's charts, as Vega-Lite: legible in black and white, on a phone, and each beside its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from foedus.dossier.page import Chart
from foedus.when import When

GREYS = ["#1b1b1b", "#767676", "#b4b4b4", "#dcdcdc", "#4a4a4a", "#959595"]
STATUS = {"member": "#1f3b57", "suspended": "#8aa1b8", "former": "#dddddd", "observer": "#b9a46a", "mooted": "#e6dcc0"}
VERDICTS = {
    "kept": "#1f3b57",
    "partly_kept": "#5b7d9e",
    "answered": "#9db4c9",
    "not_kept": "#8c2d19",
    "disputed": "#c98a3a",
    "unknown": "#c9c9c9",
    "waived": "#dad3c2",
    "not_due": "#ebebeb",
    "overtaken": "#a89f91",
    "pending": "#efe3b0",
}
Rows = Sequence[dict[str, Any]]


def timeline(rows: Rows, on: When) -> Chart:
    """Bars from each membership's first to last day, one line a state, a rule at the chosen day."""
    import altair as alt

    shown = [row for row in rows if row["status"] in STATUS and row["status"] != "former"]
    bars = alt.Chart(alt.InlineData(values=list(shown))).mark_bar(height=11, stroke="#333", strokeWidth=0.4)
    bars = bars.encode(
        x=alt.X("start:T", title=None),
        x2="end:T",
        y=alt.Y("name:N", title=None, sort=None),
        color=_scale("status", STATUS),
        tooltip=["name:N", "status:N", "from:N", "until:N"],
    )
    rule = alt.Chart(alt.InlineData(values=[{"day": str(on.first)}])).mark_rule(strokeDash=[3, 3]).encode(x="day:T")
    spec = _spec(bars + rule, 22 * max(4, len({row["name"] for row in shown})))
    said = (
        f"A line for each state with bars from accession to exit; the dashed rule is {on}. The table holds the same days."
    )
    return Chart("timeline", "Who belonged, from when until when", said, spec)


def verdicts(rows: Rows) -> Chart:
    """Verdicts by decade, stacked."""
    import altair as alt

    bars = alt.Chart(alt.InlineData(values=list(rows))).mark_bar(stroke="#333", strokeWidth=0.4)
    bars = bars.encode(
        x=alt.X("entries:Q", title="ledger entries"),
        y=alt.Y("decade:O", title=None),
        color=_scale("verdict", VERDICTS),
        order=alt.Order("rank:Q"),
        tooltip=["decade:O", "verdict:N", "entries:Q"],
    )
    said = "Stacked bars, one a decade, of the ledger's entries by verdict. The table below holds the same counts."
    return Chart("verdicts", "Verdicts by decade", said, _spec(bars, 60 + 34 * len({row["decade"] for row in rows})))


def counts(id: str, caption: str, rows: Rows, x: str, y: str, colour: str) -> Chart:
    """Stacked bars of counts: `y` a line, `x` the count, `colour` the kind; greys in order of the kinds."""
    import altair as alt

    kinds = sorted({str(row[colour]) for row in rows})
    bars = alt.Chart(alt.InlineData(values=list(rows))).mark_bar(stroke="#333", strokeWidth=0.4)
    bars = bars.encode(
        x=alt.X(f"{x}:Q", title=x, axis=alt.Axis(tickMinStep=1)),
        y=alt.Y(f"{y}:O", title=None),
        color=_scale(colour, dict(zip(kinds, GREYS * (1 + len(kinds) // len(GREYS)), strict=False))),
        tooltip=[f"{y}:O", f"{colour}:N", f"{x}:Q"],
    )
    said = f"Stacked bars of {x} by {y} and {colour}. The table below holds the same counts."
    return Chart(id, caption, said, _spec(bars, 60 + 18 * len({row[y] for row in rows})))


def _scale(field: str, colours: dict[str, str]) -> Any:
    import altair as alt

    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    return alt.Color(f"{field}:N", scale=scale, legend=alt.Legend(orient="top", title=None, columns=4))


def _spec(chart: Any, height: int) -> dict[str, Any]:
    sized = chart.properties(width="container", height=height, background="transparent")
    spec: dict[str, Any] = sized.configure_view(stroke=None).configure(font="Georgia, serif").to_dict()
    spec["autosize"] = {"type": "fit-x", "contains": "padding"}
    return spec
