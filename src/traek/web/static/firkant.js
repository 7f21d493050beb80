/** The Firkant beside the text: four sides, whole where filled, dashed where empty. */

import { button, make } from "./dom.js";
import { capital, counted, short } from "./words.js";

/**
 * Draw the sides, and under them what could be added.
 * @param {HTMLElement} drawing
 * @param {HTMLElement} missing
 * @param {import("./types.js").Answer} answer
 * @param {(suggestion: import("./types.js").Suggestion) => void} insert
 */
export function drawFirkant(drawing, missing, answer, insert) {
  const total = { tryk: 0, traek: 0 };
  const sides = answer.sides.map((side, at) => {
    total.tryk += side.escalates;
    total.traek += side.deescalates;
    return sideOf(side, at + 1);
  });
  const box = make(
    "div",
    { class: `box ${answer.sides.map((each) => (each.filled ? each.side : "")).join(" ")}` },
    make("span", { class: "tryk" }, `▲ ${total.tryk} tryk`),
    make("span", { class: "traek" }, `▽ ${total.traek} træk`),
  );
  drawing.replaceChildren(make("ol", { class: "sides" }, ...sides), box);
  const whole = answer.findings.filter((each) => each.from === null && !each.protection);
  missing.replaceChildren(...answer.sides.flatMap((side) => askOf(side, whole, insert)));
}

/**
 * @param {import("./types.js").SideState} side
 * @param {number} number
 */
function sideOf(side, number) {
  const state = side.filled ? "fyldt" : "tom";
  return make(
    "li",
    { class: `side ${side.side} ${state}` },
    make("b", {}, `${number} ${capital(side.side)}`),
    make("span", { class: "state" }, side.filled ? "✓ fyldt" : "tom"),
    make("span", { class: side.escalates ? "tryk" : "none" }, `▲ ${side.escalates} tryk`),
    make("span", { class: side.deescalates ? "traek" : "none" }, `▽ ${side.deescalates} træk`),
  );
}

/**
 * What an empty side asks for, and what is missing from any side, with paragraphs to put in.
 * @param {import("./types.js").SideState} side
 * @param {import("./types.js").Finding[]} whole Findings about the letter as a whole.
 * @param {(suggestion: import("./types.js").Suggestion) => void} insert
 * @returns {HTMLElement[]}
 */
function askOf(side, whole, insert) {
  const found = whole.filter((each) => each.side === side.side);
  if (side.filled && found.length === 0) {
    return [];
  }
  const parts = found.flatMap((finding) => [
    make("p", {}, make("b", {}, `${finding.title}. `), finding.message),
    ...finding.suggestions.map((each) => suggestionOf(each, insert)),
  ]);
  if (found.length === 0) {
    parts.push(make("p", {}, `Her kunne stå ${side.asks}.`));
  }
  const name = side.filled ? capital(side.side) : `${capital(side.side)} er tom`;
  return [make("li", {}, make("h3", {}, name), ...parts)];
}

/**
 * @param {import("./types.js").Suggestion} suggestion
 * @param {(suggestion: import("./types.js").Suggestion) => void} insert
 */
function suggestionOf(suggestion, insert) {
  if (suggestion.text === null || suggestion.kind !== "add") {
    return make("p", { class: "advice" }, suggestion.advice);
  }
  return make(
    "div",
    { class: "offer" },
    make("blockquote", {}, suggestion.text),
    button("Indsæt i brevet", () => insert(suggestion), {
      "aria-label": `Indsæt i brevet: ${short(suggestion.text, 60)}`,
    }),
  );
}

/**
 * The Firkant in a sentence, for those who hear the page.
 * @param {import("./types.js").Answer} answer
 * @returns {string}
 */
export function told(answer) {
  const tryk = answer.sides.reduce((sum, side) => sum + side.escalates, 0);
  const traek = answer.sides.reduce((sum, side) => sum + side.deescalates, 0);
  const empty = answer.sides.filter((side) => !side.filled).map((side) => side.side);
  const rest = empty.length === 0 ? "Alle fire sider er fyldt." : `Tomme sider: ${empty.join(", ")}.`;
  return `${counted(tryk, "tryk", "tryk")}, ${counted(traek, "træk", "træk")}. ${rest}`;
}
