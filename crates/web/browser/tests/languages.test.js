// Pages speak the language that is asked for, and go on in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go } from "../support/browser.js";
import { suite } from "../support/suite.js";

const shared = suite();

const ROWS = [
  ["en", "Engagements", "Falls due", /Norway/],
  ["sv", "Händelser", "Förfaller", /Norge/],
  ["vi", "Hoạt động", "Đến hạn", /Na Uy/],
];

for (const [language, list, due, norway] of ROWS) {
  test(`in ${language}`, () =>
    shared.visit(async (page) => {
      await go(page, `/?lang=${language}`);
      assert.equal(await page.getAttribute("html", "lang"), language);
      assert.match(await page.textContent("#due"), new RegExp(due));
      assert.match(await page.textContent("main"), norway);
      // The next page remembers.
      await page.getByRole("link", { name: list, exact: true }).first().click();
      await page.waitForURL("**/engagements");
      assert.equal(await page.getAttribute("html", "lang"), language);
      assert.match(await page.textContent("h1"), new RegExp(list));
    }));
}

test("a language is chosen in the settings", () =>
  shared.visit(async (page) => {
    await go(page, "/engagements?kind=call");
    await page.click(".settings summary");
    await page.click(".settings a[lang=sv]");
    await page.waitForURL(/kind=call.*lang=sv/);
    assert.equal(await page.getAttribute("html", "lang"), "sv");
  }));
