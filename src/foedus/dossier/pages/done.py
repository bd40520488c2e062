"""What the alliance has done: summits and what came of them, acts counted by year. No score."""

from __future__ import annotations

from foedus.dossier import charts
from foedus.dossier.page import Block, Page, Subject, Text
from foedus.dossier.rows import for_alliance, shown

ORDER = 60


def page(subject: Subject) -> Page:
    """Summits with outcomes; other acts, counted; forecasts and what became of them."""
    summits, acts = for_alliance("summits", subject), for_alliance("acts", subject)
    lead = (
        f"{len({row['fact'] for row in summits})} summits and {len(acts)} other acts in the record; counts are no score."
    )
    return Page(
        "done",
        "What it has done",
        lead,
        (
            shown("summits", "Summits and what came of them", summits, _SUMMITS),
            *_chart(subject),
            shown(
                "acts",
                "Declarations, decisions, exercises, deployments",
                acts,
                {"on": "on", "kind": "kind", "what": "what"},
            ),
            Text("What others foresaw, and what became of it."),
            shown("forecasts", "Forecasts", for_alliance("forecasts", subject), _FORECASTS),
        ),
    )


def _chart(subject: Subject) -> tuple[Block, ...]:
    rows = [row for row in for_alliance("done", subject) if row["year"] and row["kind"]]
    columns = {"year": "year", "kind": "kind", "acts": "acts"}
    if not rows:
        return ()
    chart = charts.grid("done", "Acts by year and kind", rows, "year", "kind", "acts")
    return chart, shown("done", "Acts by year and kind", rows, columns, folded=True)


_SUMMITS = {
    "on": "on",
    "name": "summit",
    "place": "place",
    "kind": "kind",
    "what": "outcome",
    "became": "what became of it",
}
_FORECASTS = {
    "by": "by",
    "on": "on",
    "about": "about",
    "horizon": "by when",
    "resolves_if": "comes true if",
    "outcome": "outcome",
    "resolved": "resolved",
    "note": "note",
}
