// Documents are sent from the browser, read at once, and shown as the words that they are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go } from "../support/browser.js";
import { suite } from "../support/suite.js";

const shared = suite();

const RELEASE = `TALLINN, 12 January 2026

Foreign Minister Liis Kuusemäe of Estonia met Foreign Minister Duarte Vilhena of Portugal in Tallinn on 12 January 2026. She thanked Portugal for its support in cyber security.`;

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

test("a file is chosen, sent and read", () =>
  shared.visit(async (page) => {
    await go(page, "/documents");
    await page.setInputFiles("#file", file("tallinn.txt", RELEASE));
    await page.click("form[data-drop] button.main");
    await page.waitForURL(/\/documents\/[0-9a-f]+/);
    assert.match(await page.textContent("main"), /Liis Kuusemäe/);
    await go(page, "/engagements?q=Kuusem%C3%A4e");
    assert.match(await page.textContent(".hit h3"), /Estonia · Portugal/);
  }));

test("a file is dropped on the page", () =>
  shared.visit(async (page) => {
    await go(page, "/documents");
    const text = RELEASE.replaceAll("Portugal", "Malta").replaceAll("Vilhena", "Zammit");
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "malta.txt", { type: "text/plain" }));
      return transfer;
    }, text);
    await page.dispatchEvent("main", "drop", { dataTransfer: dropped });
    await page.waitForURL(/\/documents\/[0-9a-f]+/);
    assert.match(await page.textContent("main"), /Zammit/);
  }));

test("words that are dragged are left to the browser", () =>
  shared.visit(async (page) => {
    await go(page, "/documents");
    const taken = await page.evaluate(() => {
      const of = (transfer) => {
        const drag = new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer: transfer });
        document.querySelector("#text").dispatchEvent(drag);
        return drag.defaultPrevented;
      };
      const [words, files] = [new DataTransfer(), new DataTransfer()];
      words.setData("text/plain", "words");
      files.items.add(new File(["words"], "words.txt"));
      return [of(words), of(files)];
    });
    assert.deepEqual(taken, [false, true]);
  }));

test("script and markup in a document are words", () =>
  shared.visit(async (page) => {
    await go(page, "/documents");
    const hostile = `${RELEASE.replaceAll("Vilhena", "<img src=x onerror=document.title='taken'>Pires")} </textarea><script>document.title="taken"</script>`;
    await page.fill("#text", hostile);
    await page.click("form[data-drop] button.main");
    await page.waitForURL(/\/documents\/[0-9a-f]+/);
    assert.match(await page.textContent("main"), /<script>document\.title/);
    assert.equal(await page.locator("main img, main script").count(), 0);
    assert.doesNotMatch(await page.title(), /^taken/);
  }));

test("what cannot be read is kept, with the reason, until it is put away", () =>
  shared.visit(async (page) => {
    await go(page, "/documents");
    await page.setInputFiles("#file", { ...file("picture.txt", ""), buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) });
    await page.click("form[data-drop] button.main");
    await page.locator(".notice.bad").waitFor();
    assert.match(await page.textContent(".notice.bad"), /picture\.txt/);
    await page.click(".notice.bad button");
    await page.locator(".notice.bad").waitFor({ state: "detached" });
  }));
