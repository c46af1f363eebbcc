// Calendar, matrix, network and map show what lists have, and lead there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go } from "../support/browser.js";
import { suite } from "../support/suite.js";

const shared = suite();

const total = async (page) => Number((await page.textContent("h1 .n")).replace(/\D/g, ""));

test("the calendar has a day of engagements, and leads to each", () =>
  shared.visit(async (page) => {
    await go(page, "/calendar?period=2026-01");
    assert.equal(await page.locator(".month > li").count(), 35);
    const day = page.locator(".month > li", { has: page.locator("time[datetime='2026-01-13']") });
    await day.locator("a", { hasText: /Norway · Japan|Japan · Norway/ }).click();
    assert.match(await page.textContent("h1"), /Norway · Japan/);
  }));

test("the calendar turns by months", () =>
  shared.visit(async (page) => {
    await go(page, "/calendar?period=2026-01");
    await page.click("a[rel=next]");
    await page.waitForURL(/period=2026-02/);
    assert.match(await page.textContent("h1"), /February 2026/);
  }));

test("a field of the matrix counts what its list has", () =>
  shared.visit(async (page) => {
    await go(page, "/matrix?period=2026");
    const field = page.locator("tbody tr", { hasText: "Japan · Norway" }).locator("td a").first();
    const counted = Number(await field.textContent());
    await field.click();
    await page.waitForURL(/\/engagements\?party=JP&party=NO&from=2026-01-01&to=2026-01-31/);
    assert.equal(await total(page), counted);
  }));

test("the network has a drawing and its numbers", () =>
  shared.visit(async (page) => {
    await go(page, "/network?period=2026");
    assert.ok((await page.locator("figure svg circle").count()) >= 3);
    const row = page.locator("tbody tr").first();
    const counted = Number(await row.locator("td a").textContent());
    await row.locator("td a").click();
    await page.waitForURL(/\/engagements\?party=/);
    // A list has conferences too.
    assert.ok((await total(page)) >= counted && counted > 0);
  }));

test("the map has a point for each row that has a place, and says that it draws no borders", () =>
  shared.visit(async (page) => {
    await go(page, "/map");
    const rows = await page.locator("tbody tr th:not(.n)").count();
    assert.equal(await page.locator("svg circle.point").count(), rows);
    assert.match(await page.textContent("figcaption"), /No borders/);
    const oslo = page.locator("circle.point", { has: page.locator("title", { hasText: "Oslo" }) });
    const [x, y] = [Number(await oslo.getAttribute("cx")), Number(await oslo.getAttribute("cy"))];
    // 10.7 degrees east, 59.9 north, of 360 from 180 west and from 80 north, 2.5 units a degree.
    assert.ok(Math.abs(x - 476.9) < 2 && Math.abs(y - 50.2) < 2, `Oslo is at ${x}, ${y}`);
  }));
