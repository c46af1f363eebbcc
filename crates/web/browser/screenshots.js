// Makes the pictures of docs/screenshots, which README shows: pages over the samples, light and dark.

import { mkdir, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as browsers from "./support/browser.js";
import * as offices from "./support/office.js";

const FOLDER = fileURLToPath(new URL("../../../docs/screenshots", import.meta.url));
// A README that takes longer to load than to read helps nobody.
const MOST_BYTES = 300_000;
const VIEWPORT = { width: 1280, height: 800 };

/** The name of each picture, and how its page is come to. */
const PAGES = {
  week: (page) => page.goto("/?period=2025"),
  engagement: async (page) => {
    await page.goto("/engagements?is=disputed");
    await page.locator(".hit h3 a").first().click();
    await page.locator(".claim").nth(1).hover();
  },
  map: (page) => page.goto("/map"),
};

const picture = async (page, name) => {
  const path = `${FOLDER}/${name}.png`;
  await page.screenshot({ path });
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes, more than ${MOST_BYTES}`);
  console.log(`${path}  ${Math.round(size / 1000)} kB`);
};

await mkdir(FOLDER, { recursive: true });
const [office, browser] = await Promise.all([offices.open(), browsers.start()]);
try {
  for (const [name, show] of Object.entries(PAGES)) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await browsers.openPage(browser, office, { viewport: VIEWPORT, colorScheme });
      await show(page);
      await picture(page, `${name}-${colorScheme}`);
      await close();
    }
  }
} finally {
  await browser.close();
  await office.close();
}
