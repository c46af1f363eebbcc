// Every page that there is opens, asks nobody else, and is made so that all can use it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go, NARROW, WIDE } from "../support/browser.js";
import { barriers, overhang } from "../support/look.js";
import { places } from "../support/places.js";
import { suite } from "../support/suite.js";

const shared = suite();
const SIZES = Object.entries({ narrow: NARROW, wide: WIDE });

test("every page", async (t) => {
  const found = await places(shared.office);

  await t.test("is there", () => {
    const missing = found.filter(({ status }) => status !== 200).map(({ place, status }) => `${status} ${place}`);
    assert.deepEqual(missing, []);
    // Fewer would mean that links are no longer found.
    assert.ok(found.length >= 12, `only ${found.length} places are found`);
  });

  for (const { place } of found.filter(({ isPage, status }) => isPage && status === 200)) {
    await t.test(place, () => shared.visit((page) => check(page, place)));
  }
});

/** Looks at a page narrow and wide, light and dark, and at its widths in the other languages. */
const check = async (page, place) => {
  // What is wrong, and where.
  const wrong = new Map();
  const note = (lines, where) => lines.forEach((line) => wrong.set(line, [...(wrong.get(line) ?? []), where]));
  await go(page, place);
  for (const [name, size] of SIZES) {
    await page.setViewportSize(size);
    note(await overhang(page), name);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      note(await barriers(page), `${name}, ${colorScheme}`);
    }
  }
  for (const language of place.includes("lang=") ? [] : ["sv", "vi"]) {
    await go(page, `${place}${place.includes("?") ? "&" : "?"}lang=${language}`);
    for (const [name, size] of SIZES) {
      await page.setViewportSize(size);
      note(await overhang(page), `${name}, ${language}`);
    }
  }
  if (wrong.size > 0) assert.fail([...wrong].map(([line, where]) => `${where.join("; ")}: ${line}`).join("\n"));
};
