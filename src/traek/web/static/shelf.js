/** The view of a library of templates: the heaviest first, and what stands in many of them. */

import { button, byId, make } from "./dom.js";
import { askJson, Spoken } from "./talk.js";
import { counted } from "./words.js";

/**
 * @typedef {object} Template
 * @property {string} path
 * @property {number} words
 * @property {number} pressure
 * @property {number} escalates
 * @property {number} deescalates
 * @property {string[]} empty
 *
 * @typedef {object} Repeated
 * @property {string} text
 * @property {number} templates
 * @property {string[]} titles
 * @property {string} path
 */

const MOST = 200;

export class Shelf {
  /**
   * @param {object} ends
   * @param {(sentence: string) => void} ends.complain
   * @param {(opened: import("./types.js").Opened) => void} ends.open
   */
  constructor(ends) {
    this.ends = ends;
    /** @type {Template[]} */
    this.templates = [];
    this.wanted = byId("wanted", HTMLInputElement);
    this.wanted.addEventListener("input", () => this.#list());
  }

  /** Fetch the library the first time. */
  async enter() {
    if (this.templates.length > 0) {
      return;
    }
    await this.#try(async () => {
      const { root, templates, repeated } = await askJson("shelf", {});
      this.templates = templates;
      const told = `${counted(templates.length, "skabelon", "skabeloner")} fra ${root}.`;
      byId("shelf-told", HTMLElement).textContent = told;
      byId("repeated", HTMLElement).replaceChildren(
        ...repeated.map((/** @type {Repeated} */ each) => this.#paragraph(each)),
      );
      byId("repeated-part", HTMLElement).hidden = repeated.length === 0;
      this.#list();
    });
  }

  #list() {
    const words = this.wanted.value.toLowerCase().split(/\s+/u).filter(Boolean);
    const found = this.templates.filter(({ path }) =>
      words.every((word) => path.toLowerCase().includes(word)),
    );
    byId("templates", HTMLElement).replaceChildren(
      ...found.slice(0, MOST).map((each) => this.#row(each)),
    );
    const rest = found.length - MOST;
    byId("templates-rest", HTMLElement).textContent =
      rest > 0 ? `Og ${rest} til. Skriv en del af navnet for at finde dem.` : "";
  }

  /** @param {Template} template */
  #row(template) {
    const { path, pressure, escalates, deescalates, empty } = template;
    const cells = [pressure, escalates, deescalates].map((number) =>
      make("td", { class: "number" }, String(number)),
    );
    const open = button(path, () => this.#open(path), { class: "plain" });
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, open),
      ...cells,
      make("td", {}, empty.join(", ")),
    );
  }

  /** @param {Repeated} repeated */
  #paragraph(repeated) {
    return make(
      "li",
      {},
      make("b", {}, `Står i ${repeated.templates} skabeloner`),
      make("blockquote", {}, repeated.text),
      make("p", { class: "advice" }, repeated.titles.join(" · ")),
      button("Åbn den første", () => this.#open(repeated.path), {
        "aria-label": `Åbn den første skabelon, ${repeated.path}`,
      }),
    );
  }

  /** @param {string} path */
  async #open(path) {
    await this.#try(async () => this.ends.open(await askJson("template", { path })));
  }

  /** @param {() => Promise<void>} work */
  async #try(work) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Spoken)) {
        throw error;
      }
      this.ends.complain(error.message);
    }
  }
}
