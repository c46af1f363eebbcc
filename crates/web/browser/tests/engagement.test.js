// An engagement beside its documents: what rests on which words, and what a person decides.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go } from "../support/browser.js";
import { suite } from "../support/suite.js";

const shared = suite();

/** Opens the call of Norway and Japan, of which two ministries tell different days. */
const openDisputed = async (page) => {
  await go(page, "/engagements?is=disputed");
  await page.locator(".hit h3 a", { hasText: "Norway · Japan" }).first().click();
  await page.waitForURL(/\/engagements\/[0-9a-f]+-\d+/);
};

const lit = (page) => page.locator("mark.lit").count();

test("pointing at a claim lights its words, and at words their claim", () =>
  shared.visit(async (page) => {
    await openDisputed(page);
    const claim = page.locator(".claim").first();
    const entry = await claim.getAttribute("data-entry");
    assert.equal(await lit(page), 0);
    await claim.hover();
    assert.ok((await lit(page)) > 0);
    const words = await page.locator("mark.lit").allTextContents();
    const quote = (await claim.locator("q").first().textContent()).replace(/\s+/g, " ");
    assert.ok(quote.includes(words[0].replace(/\s+/g, " ").trim().slice(0, 20)), `“${words[0]}” is not of “${quote}”`);
    await page.hover("h1");
    assert.equal(await lit(page), 0);
    const mark = page.locator(`mark[data-lit~="${entry}"]`).first();
    await mark.scrollIntoViewIfNeeded();
    await mark.hover();
    assert.match(await claim.getAttribute("class"), /\blit\b/);
  }));

test("by keyboard, a claim lights its words too", () =>
  shared.visit(async (page) => {
    await openDisputed(page);
    await page.focus(".claim >> nth=1");
    assert.ok((await lit(page)) > 0);
    const seen = await page.locator("mark.lit").first().evaluate((mark) => {
      const [of, its] = [mark.closest(".documents").getBoundingClientRect(), mark.getBoundingClientRect()];
      return its.top >= of.top && its.top <= of.bottom;
    });
    assert.ok(seen, "the words are not in sight");
  }));

test("a dispute is settled by one key, and opened again by undoing", () =>
  shared.visit(async (page) => {
    await openDisputed(page);
    const dispute = page.locator(".dispute");
    assert.equal(await dispute.count(), 1);
    assert.equal(await dispute.locator(".value q").count(), 2);
    const second = (await dispute.locator(".value strong").nth(1).textContent()).trim();
    await page.keyboard.press("2");
    await page.waitForURL(/ruled=\d+/);
    assert.match(await page.textContent(".ruled"), new RegExp(second));
    assert.match(await dispute.getAttribute("class"), /settled/);
    assert.match(await page.textContent(".head .about time"), new RegExp(second.split(" ")[0]));
    assert.equal(await dispute.locator("button").count(), 0);

    await page.keyboard.press("u");
    await page.locator(".ruled button").waitFor({ state: "detached" });
    assert.doesNotMatch(await dispute.getAttribute("class"), /settled/);
    assert.equal(await dispute.locator("button").count(), 2);
    await go(page, "/rulings");
    assert.match(await page.textContent(".hit.gone"), new RegExp(second));
  }));

test("accounts stand side by side", () =>
  shared.visit(async (page) => {
    await openDisputed(page);
    await page.click("a[href*='show=side']");
    await page.waitForURL(/show=side/);
    assert.equal(await page.locator(".compared thead th").count(), 3);
    assert.ok((await page.locator(".compared tbody tr").count()) >= 2);
  }));

test("a claim is rejected where it stands, and comes back by undoing", () =>
  shared.visit(async (page) => {
    await openDisputed(page);
    const before = await page.locator(".claim").count();
    await page.locator(".claim .why summary").first().click();
    await page.locator(".claim button[value=reject-claim]").first().click();
    await page.waitForURL(/ruled=\d+/);
    // One source may still say it.
    assert.ok((await page.locator(".claim").count()) <= before);
    assert.ok(await page.locator(".ruled button").isVisible());
    await page.locator(".ruled button").click();
    await page.locator(".ruled button").waitFor({ state: "detached" });
    assert.equal(await page.locator(".claim").count(), before);
  }));
