/** The Firkant beside the text: four sides, whole where filled, dashed where empty. */

import { button, make, setText } from "./dom.js";
import { capital, short } from "./words.js";

/**
 * Draw the sides; they are made once and then only told anew.
 * @param {HTMLElement} drawing
 * @param {import("./types.js").Answer} answer
 */
export function drawFirkant(drawing, answer) {
  if (drawing.children.length === 0) {
    const box = make("div", {}, make("span"), make("span"));
    drawing.append(make("ol", { class: "sides" }, ...answer.sides.map(madeSide)), box);
  }
  const [sides, box] = drawing.children;
  answer.sides.forEach((side, at) => tellSide(sides.children[at], side));
  box.className = `box ${answer.sides.map((each) => (each.filled ? each.side : "")).join(" ")}`;
  const { tryk, traek } = totals(answer);
  tell(box.children[0], "tryk", `▲ ${tryk} tryk`);
  tell(box.children[1], "traek", `▽ ${traek} træk`);
}

/**
 * Show what could be added to the letter.
 * @param {HTMLElement} missing
 * @param {import("./types.js").Answer} answer
 * @param {(suggestion: import("./types.js").Suggestion) => void} insert
 */
export function listMissing(missing, answer, insert) {
  const whole = answer.findings.filter((each) => each.from === null && !each.protection);
  missing.replaceChildren(...answer.sides.flatMap((side) => askOf(side, whole, insert)));
}

/** @param {import("./types.js").Answer} answer */
function totals(answer) {
  return {
    tryk: answer.sides.reduce((sum, side) => sum + side.escalates, 0),
    traek: answer.sides.reduce((sum, side) => sum + side.deescalates, 0),
  };
}

/**
 * @param {import("./types.js").SideState} side
 * @param {number} at
 */
function madeSide(side, at) {
  const name = make("b", {}, `${at + 1} ${capital(side.side)}`);
  return make("li", {}, name, make("span"), make("span"), make("span"));
}

/**
 * @param {Element} item
 * @param {import("./types.js").SideState} side
 */
function tellSide(item, side) {
  item.className = `side ${side.side}`;
  const [, state, tryk, traek] = item.children;
  tell(state, "state", side.filled ? "✓ fyldt" : "tom");
  tell(tryk, side.escalates ? "tryk" : "none", `▲ ${side.escalates} tryk`);
  tell(traek, side.deescalates ? "traek" : "none", `▽ ${side.deescalates} træk`);
}

/**
 * @param {Element} element
 * @param {string} look
 * @param {string} text
 */
function tell(element, look, text) {
  element.className = look;
  setText(element, text);
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

/** @param {import("./types.js").Answer} answer */
function emptySides(answer) {
  return answer.sides.filter((side) => !side.filled).map((side) => side.side);
}

/**
 * The Firkant in a line, which stays in sight while the text is scrolled.
 * @param {HTMLElement} strip
 * @param {import("./types.js").Answer} answer
 */
export function drawStrip(strip, answer) {
  if (strip.children.length === 0) {
    strip.append(make("span"), make("span"), make("span"));
  }
  const { tryk, traek } = totals(answer);
  const empty = emptySides(answer);
  const [first, second, third] = strip.children;
  tell(first, tryk ? "tryk" : "none", `▲ ${tryk} tryk`);
  tell(second, traek ? "traek" : "none", `▽ ${traek} træk`);
  tell(third, "none", empty.length ? `tom: ${empty.join(", ")}` : "alle sider fyldt");
}

/**
 * The Firkant in a sentence, for those who hear the page.
 * @param {import("./types.js").Answer} answer
 * @returns {string}
 */
export function told(answer) {
  const { tryk, traek } = totals(answer);
  const empty = emptySides(answer);
  const rest = empty.length === 0 ? "Alle fire sider er fyldt." : `Tomme sider: ${empty.join(", ")}.`;
  return `${tryk} tryk, ${traek} træk. ${rest}`;
}
