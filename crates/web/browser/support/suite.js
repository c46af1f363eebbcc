// What most files of tests share: one browser and one office for all tests of the file.

import { after, before } from "node:test";
import * as browsers from "./browser.js";
import * as offices from "./office.js";

/** Opens both before the first test of a file, and closes them after the last. */
export const suite = () => {
  const shared = {};
  before(async () => {
    [shared.office, shared.browser] = await Promise.all([offices.open(), browsers.start()]);
  });
  after(async () => {
    await shared.browser?.close();
    await shared.office?.close();
  });
  /** Does something in a page of its own, in which nothing may go wrong. */
  shared.visit = async (what, options) => {
    const { page, wrong, close } = await browsers.openPage(shared.browser, shared.office, options);
    try {
      await what(page);
      if (wrong.length > 0) throw new Error(wrong.join("\n"));
    } finally {
      await close();
    }
  };
  return shared;
};
