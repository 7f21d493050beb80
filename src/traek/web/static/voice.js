/** What the page says to its user: aloud to a screen reader, and in a box where something is wrong. */

import { byId, setText } from "./dom.js";

const PAUSE = 1200;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let announcing;

/**
 * Say something to those who hear the page; what was just said is not said again.
 * @param {string} sentence
 */
export function say(sentence) {
  setText(byId("status", HTMLElement), sentence);
}

/**
 * Say how the letter stands once the writing pauses, so that nobody is talked over.
 * @param {string} sentence
 */
export function announce(sentence) {
  clearTimeout(announcing);
  announcing = setTimeout(() => say(sentence), PAUSE);
}

/**
 * Show what is wrong and what to do, until something else is said; nothing where all is well.
 * @param {string} sentence
 */
export function complain(sentence) {
  const problem = byId("problem", HTMLElement);
  setText(problem, sentence);
  problem.hidden = sentence === "";
}
