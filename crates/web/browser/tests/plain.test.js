// Without script, all can be read and forms still work.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go } from "../support/browser.js";
import { places } from "../support/places.js";
import { suite } from "../support/suite.js";

const shared = suite();
const PLAIN = { javaScriptEnabled: false };

test("every page shows what it has", async () => {
  const pages = (await places(shared.office)).filter(({ isPage, status }) => isPage && status === 200);
  await shared.visit(async (page) => {
    for (const { place } of pages) {
      await go(page, place);
      const [heading, main] = [await page.locator("h1").textContent(), await page.locator("main").innerText()];
      assert.ok(heading.trim().length > 0 && main.length > heading.length, `${place} is empty`);
    }
  }, PLAIN);
});

test("searching, ruling and undoing work", () =>
  shared.visit(async (page) => {
    await go(page, "/");
    await page.fill("#find", "party:JP is:disputed");
    await page.press("#find", "Enter");
    await page.locator(".hit h3 a").first().click();
    await page.locator(".dispute button").first().click();
    await page.locator(".dispute.settled").waitFor();
    await page.locator(".ruled button").click();
    await page.locator(".dispute:not(.settled)").waitFor();
  }, PLAIN));
