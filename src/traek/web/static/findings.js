/** The findings as lists: what is met as pressure, what already works, what the law asks for. */

import { make } from "./dom.js";
import { kindOf, lookOf, short, signOf } from "./words.js";

/**
 * @typedef {object} Lists The three lists on the page, each in a fold of its own.
 * @property {HTMLElement} tryk
 * @property {HTMLElement} traek
 * @property {HTMLElement} lov
 */

/**
 * Fill the lists; a list with nothing in it is hidden.
 * @param {Lists} lists
 * @param {import("./types.js").Finding[]} findings
 * @param {(finding: import("./types.js").Finding) => void} open
 */
export function listFindings(lists, findings, open) {
  const placed = findings.filter(({ from }) => from !== null);
  for (const [look, list] of Object.entries(lists)) {
    const found = placed.filter((finding) => lookOf(finding) === look);
    const fold = list.closest("details");
    if (fold) {
      fold.hidden = found.length === 0;
      fold.querySelector(".count")?.replaceChildren(String(found.length));
    }
    list.replaceChildren(...found.map((finding) => rowOf(finding, open)));
  }
}

/**
 * @param {import("./types.js").Finding} finding
 * @param {(finding: import("./types.js").Finding) => void} open
 */
function rowOf(finding, open) {
  const entry = make(
    "button",
    { type: "button", "data-id": finding.id },
    make("span", { class: `sign ${lookOf(finding)}`, "aria-hidden": "true" }, signOf(finding)),
    make("span", { class: "unseen" }, `${kindOf(finding)}: `),
    make("span", { class: "quote" }, `»${short(finding.quote ?? "", 70)}«`),
    make("span", { class: "title" }, finding.title),
  );
  entry.addEventListener("click", () => open(finding));
  return make("li", {}, entry);
}
