// Debian's Chromium, and pages in it that remember what went wrong.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

/** Starts the browser; CHROMIUM names another than Debian's. */
export const start = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Root, as which containers run tests, has no sandbox. What is opened comes from this machine alone.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });

export const NARROW = { width: 360, height: 740 };
export const WIDE = { width: 1440, height: 900 };

/**
 * Opens an empty page of its own cookies. `wrong` lists what no page may do: write errors to the console, but for those that fit
 * `expected`, throw, or ask another host.
 */
export const openPage = async (browser, office, { expected, ...options } = {}) => {
  const context = await browser.newContext({
    baseURL: office.address,
    viewport: WIDE,
    locale: "en-GB",
    timezoneId: "UTC",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => {
    const isWrong = ["error", "warning"].includes(message.type()) && !expected?.test(message.text());
    if (isWrong) wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`thrown: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${office.address}/`) && !url.startsWith("data:") && !url.startsWith("blob:"))
      wrong.push(`asks another host: ${url}`);
  });
  return { page, wrong, close: () => context.close() };
};

/** Goes to a place that must be there. */
export const go = async (page, place) => {
  const answer = await page.goto(place);
  assert.equal(answer.status(), 200, `${place} answers ${answer.status()}`);
};
