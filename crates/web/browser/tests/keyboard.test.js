// Everything is reached by keyboard, and it is seen where one is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go } from "../support/browser.js";
import { places } from "../support/places.js";
import { suite } from "../support/suite.js";

const shared = suite();

test("everything is reached by Tab, and shows that it is", async () => {
  // One of each folder is enough: within it, the same templates make the page.
  const found = (await places(shared.office)).filter(({ isPage, status }) => isPage && status === 200);
  const folders = new Map(found.map(({ place }) => [place.split(/[/?]/).slice(0, 2).join() + (place.split("/").length > 2), place]));
  for (const place of folders.values()) await shared.visit((page) => tabThrough(page, place));
});

test("the first Tab leads to a link past the head of the page", () =>
  shared.visit(async (page) => {
    await go(page, "/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  }));

test("a slash leads to the search, and letters written there press nothing", () =>
  shared.visit(async (page) => {
    await go(page, "/");
    await page.keyboard.press("/");
    await page.keyboard.type("u1?/ships");
    assert.equal(await page.inputValue("#find"), "u1?/ships");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/engagements\?q=u1/);
  }));

test("Escape closes the settings and goes back to where they were opened", () =>
  shared.visit(async (page) => {
    await go(page, "/");
    await page.focus(".settings summary");
    await page.keyboard.press("Enter");
    await page.locator("#view").waitFor({ state: "visible" });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await page.locator("#view").waitFor({ state: "hidden" });
    assert.ok(await page.locator(".settings summary").evaluate((summary) => summary === document.activeElement));
  }));

/** Presses Tab until all that can be used was reached once. */
const tabThrough = async (page, place) => {
  await go(page, place);
  const all = await page.evaluate(() => {
    const usable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const can = [...document.querySelectorAll(usable)].filter((e) => e.checkVisibility() && !e.disabled);
    window.reached = new Map();
    document.addEventListener("focusin", ({ target }) => {
      const looks = getComputedStyle(target);
      window.reached.set(can.indexOf(target), looks.outlineStyle !== "none" && parseFloat(looks.outlineWidth) >= 1);
    });
    return can.map((element) => element.outerHTML.slice(0, 100));
  });
  // Scrolling parts and what is in frames take a Tab too.
  for (let n = 0; n < all.length + 20; n += 1) await page.keyboard.press("Tab");
  const reached = new Map(await page.evaluate(() => [...window.reached]));
  const those = (which) => all.filter((_, n) => which(reached.get(n)));
  assert.deepEqual(those((seen) => seen === undefined), [], `${place}: Tab does not reach all`);
  assert.deepEqual(those((seen) => seen === false), [], `${place}: the focus does not show on all`);
};
