#!/usr/bin/env python3
"""Print the names of states and territories in one language, from Unicode CLDR.

    python3 packs/scripts/territories.py LOCALE [--archive FILE.tgz] > names.tsv

Columns: code, name and its variants with | between. Without --archive the npm
package is fetched with `npm pack`, in the version named below. The names are
nominatives and a source for curation: running text has more forms.
"""
import argparse
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from pathlib import Path

PACKAGE = "cldr-localenames-full"
VERSION = "48.2.0"
# The forms of a name from the one running text has most often to the longest.
ORDER = ["", "short", "variant", "chagos"]
# Codes that are no party: the European currency area, outlying groups, and CLDR's own tests.
SKIPPED = {"EZ", "QO", "XA", "XB", "ZZ"}


def fetch(folder):
    subprocess.run(["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(Path(folder).glob("*.tgz"))


def territories(archive, locale):
    with tarfile.open(archive) as tar:
        text = tar.extractfile(f"package/main/{locale}/territories.json").read()
    return json.loads(text)["main"][locale]["localeDisplayNames"]["territories"]


def cleaned(name):
    """A pack's phrase has no brackets and no commas: "Hongkong (Kina)" gives "Hongkong"."""
    name = unicodedata.normalize("NFC", name).replace("\u00a0", " ")
    return " ".join(re.sub(r"\s*[(\[].*?[)\]]", "", name).split())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("locale")
    parser.add_argument("--archive", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        names = territories(arguments.archive or fetch(folder), arguments.locale)
    forms = {}
    for key, name in names.items():
        code, _, form = key.partition("-alt-")
        if re.fullmatch("[A-Z]{2}", code) and code not in SKIPPED:
            forms.setdefault(code, []).append((ORDER.index(form), cleaned(name)))
    sys.stdout.write("code\tnames\n")
    for code in sorted(forms):
        sys.stdout.write(code + "\t" + "|".join(dict.fromkeys(name for _, name in sorted(forms[code]))) + "\n")


if __name__ == "__main__":
    main()
