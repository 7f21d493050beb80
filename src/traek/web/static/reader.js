/**
 * Asks the server to read the text: soon after a keystroke, one question at a time, and always the
 * newest text next. An answer to a text that has changed meanwhile is thrown away.
 */

import { askJson, Spoken } from "./talk.js";

const PAUSE = 120;

/**
 * @typedef {object} Ends
 * @property {() => {text: string}} question The question as things stand now.
 * @property {(question: {text: string}) => boolean} isCurrent
 * @property {(answer: import("./types.js").Answer) => void} answered
 * @property {(sentence: string) => void} failed
 */

export class Reader {
  /** @param {Ends} ends */
  constructor(ends) {
    this.ends = ends;
    this.asking = false;
    this.wanted = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Read after a short pause in the writing. */
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE);
  }

  /** Read at once, or as soon as the question under way is answered. */
  async now() {
    clearTimeout(this.timer);
    this.wanted = true;
    if (this.asking) {
      return;
    }
    this.asking = true;
    try {
      while (this.wanted) {
        this.wanted = false;
        await this.#ask();
      }
    } finally {
      this.asking = false;
    }
  }

  async #ask() {
    const question = this.ends.question();
    try {
      const answer = await askJson("check", question);
      if (this.ends.isCurrent(question)) {
        this.ends.answered(answer);
      } else {
        this.wanted = true;
      }
    } catch (error) {
      if (!(error instanceof Spoken)) {
        throw error;
      }
      this.ends.failed(error.message);
    }
  }
}
