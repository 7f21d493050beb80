/** The printed sheet: the text with its marks, and under it every place with what is said of it. */

import { make } from "./dom.js";
import { capital, kindOf, lookOf, signOf } from "./words.js";

/**
 * Fill the part of the page that only paper shows.
 * @param {HTMLElement} sheet
 * @param {string} text
 * @param {import("./types.js").Answer | null} answer
 * @param {import("./types.js").Finding[]} findings
 */
export function fillSheet(sheet, text, answer, findings) {
  if (!answer || text === "") {
    sheet.replaceChildren();
    return;
  }
  const tryk = findings.filter((each) => lookOf(each) === "tryk");
  sheet.replaceChildren(
    make("h2", {}, "Steder med tryk"),
    make("ol", {}, ...tryk.map(entryOf)),
    make("h2", {}, "Det virker allerede"),
    make(
      "ul",
      {},
      ...findings
        .filter((each) => lookOf(each) === "traek" && each.quote)
        .map((each) => make("li", {}, `»${each.quote}« – ${each.title}`)),
    ),
  );
}

/** @param {import("./types.js").Finding} finding */
function entryOf(finding) {
  const offers = finding.suggestions.filter(({ text }) => text).map(({ text }) => `»${text}«`);
  const advice = finding.suggestions.map((each) => each.advice).filter(Boolean);
  return make(
    "li",
    {},
    make("b", {}, `${signOf(finding)} ${finding.quote ? `»${finding.quote}«` : finding.title}`),
    make("p", {}, `${capital(kindOf(finding))}, ${finding.side}: ${finding.message}`),
    offers.length > 0 ? make("p", {}, `Du kan skrive: ${offers.join(" eller ")}`) : null,
    ...[...new Set(advice)].map((each) => make("p", {}, each)),
  );
}
