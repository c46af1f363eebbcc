// What pages do beyond showing: nothing here is needed to read.
"use strict";

// A sheet closes with Escape and with a click beside it.
const sheets = () => document.querySelectorAll("details.settings[open]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const sheet of sheets()) {
    sheet.open = false;
    sheet.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const sheet of sheets()) if (!sheet.contains(event.target)) sheet.open = false;
});

// Pointing at a claim lights its words, and pointing at words their claim.
const light = (entries, on) => {
  for (const entry of entries) {
    for (const mark of document.querySelectorAll(`mark[data-lit~="${entry}"]`)) mark.classList.toggle("lit", on);
    document.querySelector(`[data-entry="${entry}"]`)?.classList.toggle("lit", on);
  }
};
const entriesOf = (target) => {
  const of = target instanceof Element ? target.closest("[data-entry], mark[data-lit]") : null;
  if (!of) return [];
  return (of.dataset.entry ?? of.dataset.lit).split(" ").filter((entry) => entry !== "0");
};
for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  document.addEventListener(begin, (event) => light(entriesOf(event.target), true));
  document.addEventListener(end, (event) => light(entriesOf(event.target), false));
}
// The words of a claim come into sight beside it; the page itself stays where it is.
const show = (claim) => {
  const mark = document.querySelector(`mark[data-lit~="${claim.dataset.entry}"]`);
  const around = mark?.closest(".documents");
  if (!mark || !around || getComputedStyle(around).overflowY !== "auto") return;
  const [of, its] = [around.getBoundingClientRect(), mark.getBoundingClientRect()];
  if (its.top < of.top || its.bottom > of.bottom) around.scrollTop += its.top - of.top - of.height / 3;
};
for (const claim of document.querySelectorAll("[data-entry]")) {
  claim.addEventListener("focusin", () => show(claim));
  claim.addEventListener("click", (event) => {
    if (!event.target.closest("a, button, summary")) show(claim);
  });
}

// A key presses the button that bears it, where nothing is being written.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, dialog[open]")) {
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find")?.focus();
    return;
  }
  if (event.key === "?") {
    document.getElementById("keys")?.showModal();
    return;
  }
  const button = document.querySelector(`[data-key~="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  const unfolded = button.closest("summary")?.parentElement;
  if (!unfolded?.open) button.click();
  // What unfolds is written into at once.
  if (unfolded) requestAnimationFrame(() => unfolded.querySelector("select, input:not([type=hidden])")?.focus());
});

// Files that are dropped anywhere on the page of documents are chosen.
const form = document.querySelector("form[data-drop]");
if (form) {
  const files = form.querySelector("input[type=file]");
  // Words that are dragged from one field to another stay what they are.
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      form.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length > 0) {
      files.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
}
