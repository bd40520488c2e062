"""The same panel as a pandas user would write it: directed dyad-years with ATOP alliances and one dispute a row.

It leaves out what foedus knows besides (promises to some members only, reports, codebook, reasons), so the alliance
columns differ in a few hundred cells.
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

KEYS = ["ccode1", "ccode2", "year"]
KINDS = ["defense", "offense", "neutral", "nonagg", "consul"]


def spread(table: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    """One row for each year from `first` to `last`, both included."""
    length = (table[last] - table[first] + 1).to_numpy()
    out = table.loc[table.index.repeat(length)]
    start = np.repeat(out[first].to_numpy()[np.r_[0, np.cumsum(length)[:-1]]], length)
    return out.assign(year=start + np.arange(len(out)) - np.repeat(np.r_[0, np.cumsum(length)[:-1]], length))


def frame(folder: Path, last_year: int) -> pd.DataFrame:
    states = pd.read_csv(folder / "states2016.csv")
    states["endyear"] = states.endyear.mask(states.endyear == states.endyear.max(), last_year)
    years = spread(states[["ccode", "styear", "endyear"]], "styear", "endyear")[["ccode", "year"]].drop_duplicates()
    years = years.astype("int16")
    pairs = years.merge(years, on="year", suffixes=("1", "2"))
    pairs = pairs[pairs.ccode1 != pairs.ccode2]
    false = pd.read_csv(folder / "false_cow_dyads.csv")[KEYS].astype("int16")
    both = pd.concat([false, false.rename(columns={"ccode1": "ccode2", "ccode2": "ccode1"})]).assign(false=True)
    pairs = pairs.merge(both, on=KEYS, how="left")
    return pairs.loc[pairs.false.isna(), KEYS].sort_values(KEYS, ignore_index=True)


def alliances(folder: Path) -> pd.DataFrame:
    members = pd.read_csv(folder / "atop5_1m.csv", usecols=["atopid", "phase", "member", "yrent", "yrexit", *KINDS])
    members["yrexit"] = members.yrexit.mask(members.yrexit == 0, 2018)
    pairs = members.merge(members[["atopid", "phase", "member", "yrent", "yrexit"]], on=["atopid", "phase"])
    pairs = pairs[pairs.member_x != pairs.member_y]
    pairs["since"] = pairs[["yrent_x", "yrent_y"]].max(axis=1)
    pairs["until"] = pairs[["yrexit_x", "yrexit_y"]].min(axis=1)
    pairs = pairs[pairs.since <= pairs.until].reset_index(drop=True)
    years = spread(pairs, "since", "until").rename(columns={"member_x": "ccode1", "member_y": "ccode2"})
    return years.astype(dict.fromkeys(KEYS, "int16")).groupby(KEYS, as_index=False)[KINDS].max().assign(alliance=1)


def disputes(folder: Path) -> pd.DataFrame:
    pairs = pd.read_csv(folder / "cow_mid_dirdisps.csv")
    about = pd.read_csv(folder / "MIDA 5.0.csv")[["dispnum", "fatality", "hostlev", "mindur", "maxdur", "recip", "stmon"]]
    rows = pairs.merge(about, on="dispnum", how="left")
    rows["deaths"] = rows.fatality.mask(rows.fatality == -9, 0.5)
    order = ["disponset", "deaths", "hostlev", "mindur", "maxdur", "recip", "stmon"]
    rows = rows.sort_values(order, ascending=[False] * 6 + [True]).drop_duplicates(KEYS).drop(columns="deaths")
    return rows.rename(columns={"disponset": "cowmidonset", "dispongoing": "cowmidongoing"}).astype(
        dict.fromkeys(KEYS, "int16")
    )


def main() -> None:
    options = argparse.ArgumentParser()
    for name in ("states", "atop", "mid", "output"):
        options.add_argument(*(["-o", "--output"] if name == "output" else [f"--{name}"]), required=True)
    options.add_argument("--last-year", type=int, default=2025)
    given = options.parse_args()
    panel = frame(Path(given.states), given.last_year)
    panel = panel.merge(alliances(Path(given.atop)), on=KEYS, how="left").merge(
        disputes(Path(given.mid)), on=KEYS, how="left"
    )
    flags = ["alliance", *KINDS]
    for column in (*flags, "cowmidongoing", "cowmidonset"):
        last = 2018 if column in flags else 2014
        panel[column] = panel[column].fillna(0).where(panel.year <= last)
    panel = panel.rename(columns={flag: f"atop_{flag}" for flag in flags})
    floats = panel.select_dtypes("float64").columns
    panel.astype(dict.fromkeys(floats, "float32")).to_parquet(given.output, index=False)


if __name__ == "__main__":
    main()
