// What waits for somebody's eyes is gone through by keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go } from "../support/browser.js";
import { suite } from "../support/suite.js";

const shared = suite();

const at = (page) => page.textContent(".queue .row > .n");

test("n and p go on and back", () =>
  shared.visit(async (page) => {
    await go(page, "/queue?of=people");
    assert.match(await at(page), /^1 \/ \d+/);
    const first = await page.textContent("h1");
    await page.keyboard.press("n");
    await page.waitForURL(/at=/);
    assert.match(await at(page), /^2 \//);
    assert.notEqual(await page.textContent("h1"), first);
    await page.keyboard.press("p");
    await page.waitForFunction(() => /^1 \//.test(document.querySelector(".queue .row > .n").textContent));
    assert.equal(await page.textContent("h1"), first);
  }));

test("a dispute is settled where it waits, by one key, and the next comes until none is left", () =>
  shared.visit(async (page) => {
    await go(page, "/queue");
    assert.match(await at(page), /^1 \/ 1$/);
    await page.locator(".dispute button").first().waitFor();
    await page.keyboard.press("1");
    await page.waitForURL(/ruled=\d+/);
    assert.ok(await page.locator(".empty").isVisible());
    await page.keyboard.press("u");
    await page.locator(".dispute button").first().waitFor();
    assert.match(await at(page), /^1 \/ 1$/);
  }));

test("nothing of a queue can be decided while something is written", () =>
  shared.visit(async (page) => {
    await go(page, "/queue");
    await page.keyboard.press("/");
    await page.keyboard.type("1");
    assert.equal(await page.inputValue("#find"), "1");
    assert.doesNotMatch(page.url(), /ruled/);
  }));

test("a question mark tells the keys, and Escape puts them away", () =>
  shared.visit(async (page) => {
    await go(page, "/queue");
    await page.keyboard.press("?");
    await page.locator("dialog#keys").waitFor({ state: "visible" });
    await page.keyboard.press("Escape");
    await page.locator("dialog#keys").waitFor({ state: "hidden" });
  }));
