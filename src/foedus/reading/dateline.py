"""When a text was written, where nobody says so: a date line at its head, else the date in its file name."""

from __future__ import annotations

import re

from foedus.reading.dates import dates_in
from foedus.when import When

_HEAD = 12
"""Lines at the head of a text in which a date line may stand."""
_NAME = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?:[-_.]?(\d\d)(?:[-_.]?(\d\d))?)?(?!\d)")
_LABEL = re.compile(r"^\W*(?:date|dated|published|updated|posted|on)?\W*", re.IGNORECASE)


def dateline(text: str, name: str) -> When | None:
    """The day of a line that holds nothing but a full date, or the date of the file's name, as precise as it is."""
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:_HEAD]
    return next((day for line in lines if (day := _alone(line))), None) or _named(name)


def _alone(line: str) -> When | None:
    bare = _LABEL.sub("", line, count=1)
    if not 8 <= len(bare) <= 40:
        return None
    for found in dates_in(bare, None):
        when = found.when
        covered = found.span[1] - found.span[0]
        if when.precision == "day" and when.from_ and covered >= 0.7 * len(bare.rstrip(". ")):
            return when.from_
    return None


def _named(name: str) -> When | None:
    for found in _NAME.finditer(name):
        parts = [part for part in found.groups() if part]
        for count in range(len(parts), 0, -1):
            try:
                return When("-".join(parts[:count]))
            except ValueError:
                continue
    return None
