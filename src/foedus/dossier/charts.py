"""The dossier's charts, as Vega-Lite: told by position, lightness and figures, so that they read in black and white."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from foedus.dossier.page import Chart
from foedus.when import When

STATUS = {
    "member": "#1f3b57",
    "suspended": "#7d93a8",
    "associate": "#a9b8c4",
    "observer": "#cfd6dc",
    "mooted": "#f1eee6",
}
Rows = Sequence[dict[str, Any]]


def timeline(rows: Rows, on: When) -> Chart:
    """Bars from each standing's first to last day, one line a state, a rule at the chosen day."""
    import altair as alt

    shown = [row for row in rows if row["status"] in STATUS]
    used = {status: colour for status, colour in STATUS.items() if any(row["status"] == status for row in shown)}
    scale = alt.Scale(domain=list(used), range=list(used.values()))
    bars = alt.Chart(alt.InlineData(values=list(shown))).mark_bar(height=11, stroke="#333", strokeWidth=0.5)
    bars = bars.encode(
        x=alt.X("start:T", title=None),
        x2="end:T",
        y=alt.Y("name:N", title=None, sort=None),
        color=alt.Color("status:N", scale=scale, legend=alt.Legend(orient="top", title=None)),
        tooltip=["name:N", "status:N", "from:N", "until:N"],
    )
    rule = alt.Chart(alt.InlineData(values=[{"day": str(on.first)}])).mark_rule(strokeDash=[3, 3]).encode(x="day:T")
    said = f"A line for each state, a bar from accession to exit; the dashed rule is {on}. The table holds the same days."
    spec = _spec(bars + rule, 22 * max(4, len({row["name"] for row in shown})))
    return Chart("timeline", "Who belonged, from when until when", said, spec)


def grid(id: str, caption: str, rows: Rows, x: str, y: str, count: str, order: Sequence[str] | None = None) -> Chart:
    """A grid of counts: `x` across (in `order`, if given), `y` down, the figure in each cell, darker for more."""
    import altair as alt

    axis = alt.Axis(orient="top", labelAngle=_angle(rows, x))
    base = alt.Chart(alt.InlineData(values=list(rows))).encode(
        x=alt.X(f"{x}:O", title=None, sort=list(order) if order else None, axis=axis),
        y=alt.Y(f"{y}:O", title=None),
        tooltip=[f"{x}:O", f"{y}:O", f"{count}:Q"],
    )
    most = max((row[count] for row in rows), default=1)
    scale = alt.Scale(range=["#f1eee6", "#1f3b57"], domain=[0, most])
    cells = base.mark_rect(stroke="#fff").encode(color=alt.Color(f"{count}:Q", scale=scale, legend=None))
    ink = alt.condition(f"datum['{count}'] > {most / 2}", alt.value("white"), alt.value("#16181d"))
    figures = base.mark_text(fontSize=11).encode(text=f"{count}:Q", color=ink)
    said = f"A grid of {count}: {x} across, {y} down, each cell with its figure. The table holds the same counts."
    return Chart(id, caption, said, _spec(cells + figures, 60 + 26 * len({row[y] for row in rows})))


def marks(id: str, caption: str, rows: Rows, lane: str, kind: str, shapes: dict[str, str]) -> Chart:
    """Marks on lanes over time: each row at its `day` on its `lane`, the shape of the mark telling its `kind`."""
    import altair as alt

    used = {word: shape for word, shape in shapes.items() if any(row[kind] == word for row in rows)}
    base = alt.Chart(alt.InlineData(values=[{key: str(row[key]) for key in ("day", lane, kind, "told")} for row in rows]))
    points = base.mark_point(size=90, filled=False, stroke="#16181d", strokeWidth=1.6).encode(
        x=alt.X("day:T", title=None, scale=alt.Scale(padding=24), axis=alt.Axis(format="%-d %b %Y", tickCount=6)),
        y=alt.Y(f"{lane}:N", title=None, sort=None, axis=alt.Axis(grid=True, labelLimit=320)),
        shape=alt.Shape(
            f"{kind}:N",
            scale=alt.Scale(domain=list(used), range=list(used.values())),
            legend=alt.Legend(orient="top", title=None, labelLimit=320),
        ),
        tooltip=["day:T", f"{lane}:N", f"{kind}:N", "told:N"],
    )
    said = f"A mark for each row on its line, by day; its shape tells: {', '.join(used)}. The table holds the same rows."
    return Chart(id, caption, said, _spec(points, 60 + 30 * len({row[lane] for row in rows})))


def _angle(rows: Rows, x: str) -> int:
    """Long or many labels stand upright."""
    labels = {str(row[x]) for row in rows}
    return -90 if sum(map(len, labels)) > 110 else 0


def _spec(chart: Any, height: int) -> dict[str, Any]:
    sized = chart.properties(width="container", height=height, background="transparent")
    spec: dict[str, Any] = sized.configure_view(stroke=None).configure(font="Georgia, serif").to_dict()
    spec["autosize"] = {"type": "fit-x", "contains": "padding"}
    return spec
