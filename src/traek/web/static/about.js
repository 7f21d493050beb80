/** The lines of words around the text and the Firkant: counts, situation, gaps, and what is hidden. */

import { byId, setText } from "./dom.js";
import { drawStrip } from "./firkant.js";
import { gapsIn } from "./surface.js";
import { counted, lookOf } from "./words.js";

/**
 * Show the lines for an answer.
 * @param {import("./types.js").Answer} answer
 * @param {string} text
 * @param {Set<string>} left The findings that the writer lets stand, by their ids.
 */
export function showAbout(answer, text, left) {
  const isEmpty = text.trim() === "";
  const kind = answer.genre ? ` Brevtype: ${answer.genre}.` : "";
  setText(byId("told", HTMLElement), isEmpty ? "" : countsOf(answer, text).join(" · "));
  setText(byId("situation-told", HTMLElement), isEmpty ? "" : `${answer.reason}${kind}`);
  byId("missing", HTMLElement).hidden = isEmpty;
  showCalm(answer, isEmpty, left);
  drawStrip(byId("strip-told", HTMLElement), answer);
  const again = byId("show-left", HTMLButtonElement);
  const count = answer.findings.filter(({ id }) => left.has(id)).length;
  again.hidden = count === 0;
  setText(again, `Vis ${counted(count, "skjult sted", "skjulte steder")}`);
}

/**
 * @param {import("./types.js").Answer} answer
 * @param {string} text
 * @returns {string[]}
 */
function countsOf(answer, text) {
  const lix = answer.readability;
  const gaps = gapsIn(text).length;
  const parts = [counted(answer.words, "ord", "ord")];
  if (lix) {
    parts.push(`lix ${lix.lix} (${lix.verdict})`, `${lix.sentence_length} ord i en sætning`);
  }
  if (gaps > 0) {
    parts.push(counted(gaps, "sted at udfylde", "steder at udfylde"));
  }
  if (answer.accepted > 0) {
    parts.push(`${counted(answer.accepted, "fund", "fund")}, som I lader stå`);
  }
  return parts;
}

/**
 * @param {import("./types.js").Answer} answer
 * @param {boolean} isEmpty
 * @param {Set<string>} left
 */
function showCalm(answer, isEmpty, left) {
  const calm = byId("calm", HTMLElement);
  calm.hidden = answer.findings.some(
    (each) => lookOf(each) === "tryk" && each.from !== null && !left.has(each.id),
  );
  setText(
    calm,
    isEmpty
      ? "De kommer frem her, når du skriver eller åbner et brev."
      : "Reglerne finder ingen steder med tryk.",
  );
}
