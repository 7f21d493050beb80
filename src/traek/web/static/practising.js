/** The view with exercises: a sentence, one's own wording of it, and what is found in that. */

import { button, byId, make } from "./dom.js";
import { askJson, Spoken } from "./talk.js";
import { capital } from "./words.js";

/**
 * @typedef {object} Exercise
 * @property {string} name
 * @property {string} side
 * @property {string} situation
 * @property {string} background
 * @property {string} text
 * @property {string[]} answers
 */

export class Practising {
  /** @param {{complain: (sentence: string) => void}} ends */
  constructor(ends) {
    this.ends = ends;
    /** @type {Exercise[]} */
    this.all = [];
    /** @type {Exercise | null} */
    this.exercise = null;
    this.answer = byId("answer", HTMLTextAreaElement);
    this.side = byId("exercise-side", HTMLSelectElement);
    this.side.addEventListener("change", () => this.#next());
    byId("respond", HTMLButtonElement).addEventListener("click", () => this.#respond());
    byId("next-exercise", HTMLButtonElement).addEventListener("click", () => {
      this.#next();
      this.answer.focus();
    });
    byId("examples", HTMLButtonElement).addEventListener("click", () => this.#examples());
    this.answer.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        this.#respond();
      }
    });
  }

  /** Fetch the exercises the first time, and show one. */
  async enter() {
    if (this.all.length > 0) {
      return;
    }
    try {
      this.all = await askJson("exercises", {});
      this.#next();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Another exercise of the chosen side, at random and not the same again. */
  #next() {
    const wanted = this.all.filter(
      ({ side }) => this.side.value === "alle" || side === this.side.value,
    );
    const others = wanted.filter(({ name }) => name !== this.exercise?.name);
    const from = others.length > 0 ? others : wanted;
    this.exercise = from[Math.floor(Math.random() * from.length)] ?? null;
    if (!this.exercise) {
      return;
    }
    const { side, situation, background, text } = this.exercise;
    const doing = situation === "svar" ? "Du svarer på en henvendelse." : "Du skriver på eget initiativ.";
    byId("exercise", HTMLElement).replaceChildren(
      make("p", { class: "told" }, `${capital(side)}. ${doing} ${background}`),
      make("blockquote", { class: "task" }, text),
    );
    this.answer.value = "";
    byId("feedback", HTMLElement).replaceChildren();
  }

  async #respond() {
    if (!this.exercise) {
      return;
    }
    try {
      const question = { name: this.exercise.name, answer: this.answer.value };
      const { lines } = await askJson("practise", question);
      byId("feedback", HTMLElement).replaceChildren(make("ul", {}, ...lines.map(lineOf)));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** How others have put it, each to be taken over and worked on. */
  #examples() {
    const answers = (this.exercise?.answers ?? []).map((text) =>
      make(
        "li",
        {},
        button(text, () => {
          this.answer.value = text;
          this.answer.focus();
        }, { class: "take" }),
      ),
    );
    byId("feedback", HTMLElement).replaceChildren(
      make("p", { class: "label" }, "Sådan kunne det også siges:"),
      make("ul", { class: "offers" }, ...answers),
    );
  }

  /** @param {unknown} error */
  #fail(error) {
    if (!(error instanceof Spoken)) {
      throw error;
    }
    this.ends.complain(error.message);
  }
}

/** @param {{text: string, effect: string | null, advice: string}} line */
function lineOf(line) {
  const look = line.effect === "escalates" ? "tryk" : "traek";
  const sign = line.effect === "escalates" ? "▲ " : "▽ ";
  return make(
    "li",
    {},
    line.effect ? make("span", { class: `sign ${look}`, "aria-hidden": "true" }, sign) : null,
    line.text,
    line.advice ? make("p", { class: "advice" }, line.advice) : null,
  );
}
