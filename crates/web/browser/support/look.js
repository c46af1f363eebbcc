// What is wrong with how a page is made, as far as a program can tell.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 AA, a line each. It is told to the browser itself, since pages let no script in. */
export const barriers = async (page) => {
  await page.evaluate(AXE);
  const found = await page.evaluate((tags) => axe.run({ runOnly: { type: "tag", values: tags } }), WCAG);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`),
  );
};

/** What stands out to the right of a page that scrolls sideways; nothing where it does not. */
export const overhang = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    // What scrolls by itself does not widen the page.
    const scrolls = (element) => element && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const out = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(element.parentElement),
    );
    const shown = out.slice(0, 4).map((element) => element.outerHTML.slice(0, 120));
    return [`scrolls sideways, ${root.scrollWidth} > ${root.clientWidth} px: ${shown.join(" | ")}`];
  });
