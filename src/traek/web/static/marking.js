/** Which stretches of which line are marked, and by which finding. */

import { lookOf } from "./words.js";

/**
 * @typedef {object} Stretch A part of one line that looks the same all through.
 * @property {string} text
 * @property {import("./types.js").Finding | null} finding The one that shows; others may lie under it.
 */

const RANK = { tryk: 20, lov: 10, traek: 0 };

/**
 * The finding that shows where several lie over each other: tryk before law before træk, then
 * the heavier, then the shorter.
 * @param {import("./types.js").Finding[]} findings
 * @returns {import("./types.js").Finding | null}
 */
function foremost(findings) {
  /** @param {import("./types.js").Finding} finding */
  const rank = (finding) =>
    RANK[lookOf(finding)] + finding.weight - (finding.possible ? 5 : 0);
  /** @param {import("./types.js").Finding} finding */
  const length = (finding) => (finding.to ?? 0) - (finding.from ?? 0);
  return findings.reduce(
    (/** @type {import("./types.js").Finding | null} */ best, each) =>
      best === null ||
      rank(each) > rank(best) ||
      (rank(each) === rank(best) && length(each) < length(best))
        ? each
        : best,
    null,
  );
}

/**
 * One line of the text, from `start`, as stretches.
 * @param {string} line
 * @param {number} start
 * @param {import("./types.js").Finding[]} findings Those that touch the line.
 * @returns {Stretch[]}
 */
function stretchesOf(line, start, findings) {
  const end = start + line.length;
  const cuts = new Set([start, end]);
  for (const { from, to } of findings) {
    cuts.add(Math.max(start, from ?? start));
    cuts.add(Math.min(end, to ?? end));
  }
  const places = [...cuts].sort((one, other) => one - other);
  const stretches = [];
  for (let at = 0; at + 1 < places.length; at += 1) {
    const [from, to] = [places[at], places[at + 1]];
    const over = findings.filter((each) => (each.from ?? 0) <= from && to <= (each.to ?? 0));
    stretches.push({ text: line.slice(from - start, to - start), finding: foremost(over) });
  }
  return stretches;
}

/**
 * Every line of the text as stretches.
 * @param {string} text
 * @param {import("./types.js").Finding[]} findings
 * @returns {Stretch[][]}
 */
export function markedLines(text, findings) {
  const placed = findings
    .filter(({ from, to }) => from !== null && to !== null)
    .sort((one, other) => (one.from ?? 0) - (other.from ?? 0));
  let start = 0;
  let first = 0;
  return text.split("\n").map((line) => {
    const end = start + line.length;
    while (first < placed.length && (placed[first].to ?? 0) <= start) {
      first += 1;
    }
    const touching = [];
    for (let at = first; at < placed.length && (placed[at].from ?? 0) < end; at += 1) {
      if ((placed[at].to ?? 0) > start) {
        touching.push(placed[at]);
      }
    }
    const stretches = stretchesOf(line, start, touching);
    start = end + 1;
    return stretches;
  });
}
