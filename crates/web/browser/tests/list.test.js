// Engagements are searched, narrowed down, and given away.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { go } from "../support/browser.js";
import { suite } from "../support/suite.js";

const shared = suite();

const total = async (page) => Number((await page.textContent("h1 .n")).replace(/\D/g, ""));

test("words find engagements, and are marked in their quotes", () =>
  shared.visit(async (page) => {
    await go(page, "/");
    await page.fill("#find", "research vessels");
    await page.press("#find", "Enter");
    await page.waitForURL("**/engagements?q=research+vessels");
    assert.equal(await page.inputValue("#find"), "research vessels");
    assert.match(await page.textContent(".hit h3"), /Norway · Japan/);
    assert.match((await page.textContent(".hit mark")).toLowerCase(), /research|vessels/);
  }));

test("a facet narrows the list, and is taken out again", () =>
  shared.visit(async (page) => {
    await go(page, "/engagements");
    const all = await total(page);
    const facet = page.locator(".facets li", { has: page.locator("a[href*='kind=call']") }).first();
    const counted = Number((await facet.locator(".n").textContent()).replace(/\D/g, ""));
    await facet.locator("a").click();
    await page.waitForURL(/kind=call/);
    assert.equal(await total(page), counted);
    assert.ok(counted > 0 && counted < all);
    const kinds = await page.locator(".hit .kind").allTextContents();
    assert.deepEqual([...new Set(kinds)], ["Telephone call"]);
    await page.click(".chosen li a");
    await page.waitForURL(/engagements$/);
    assert.equal(await total(page), all);
  }));

test("days narrow the list, and the words stay", () =>
  shared.visit(async (page) => {
    await go(page, "/engagements?q=Norway");
    await page.fill("#from", "2026-01-13");
    await page.fill("#to", "2026-01-14");
    await page.press("#to", "Enter");
    await page.waitForURL(/q=Norway.*from=2026-01-13|from=2026-01-13.*q=Norway/);
    assert.ok((await total(page)) >= 1);
    const days = await page.locator(".hit > .date time").evaluateAll((times) => times.map((time) => time.dateTime));
    assert.deepEqual(days.filter((day) => day < "2026-01-13" || day > "2026-01-14"), []);
  }));

test("the list follows what is typed, also through what cannot be understood", () =>
  shared.visit(
    async (page) => {
      await go(page, "/engagements");
      const all = await total(page);
      await page.locator("#words").pressSequentially('"research');
      await page.locator("#found .lead").waitFor();
      assert.match(await page.textContent("#found"), /quot/);
      await page.locator("#words").pressSequentially(' vessels"');
      await page.locator("#found .hit").first().waitFor();
      const found = await total(page);
      assert.ok(found > 0 && found < all, `${found} of ${all}`);
      for (const way of ["#head a", "#settings a"])
        assert.match(await page.locator(way).last().getAttribute("href"), /vessels/, `${way} leads to what is shown`);
    },
    // Chromium tells of every answer that is a refusal.
    { expected: /the server responded with a status of 400/ },
  ));

test("what nothing fits says what to do", () =>
  shared.visit(async (page) => {
    await go(page, "/engagements?q=zeppelin");
    assert.equal(await total(page), 0);
    assert.ok(await page.locator(".empty").isVisible());
  }));

test("every form of the list that is offered gives exactly what is shown", () =>
  shared.visit(async (page) => {
    await go(page, "/engagements?kind=call");
    const [n, addresses] = [await total(page), await page.locator(".foot p a").evaluateAll((all) => all.map((a) => a.href))];
    const counts = { csv: (t) => t.trim().split("\n").length - 1, jsonl: (t) => t.trim().split("\n").map(JSON.parse).length };
    counts.ics = (text) => text.match(/^BEGIN:VEVENT/gm).length;
    counts.atom = (text) => text.match(/<entry>/g).length;
    counts.json = (text) => JSON.parse(text).items.length;
    const form = (address) => new URL(address).pathname.split(".").at(-1);
    assert.deepEqual(addresses.map(form).sort(), Object.keys(counts).sort());
    for (const address of addresses) {
      const answer = await page.request.get(address);
      assert.equal(answer.status(), 200, address);
      assert.equal(counts[form(address)](await answer.text()), n, address);
    }
  }));

test("CSV is saved as a file", () =>
  shared.visit(async (page) => {
    await go(page, "/engagements?kind=call");
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV" }).click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), "engagements.csv");
    assert.match(await readFile(await download.path(), "utf8"), /^id,kind,start,end,parties/);
  }));
