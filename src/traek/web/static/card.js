/**
 * The card of a marked place: what the reader may hear, why, and what could stand instead.
 *
 * It is a dialog that does not take the page over. The mouse opens it without moving the caret;
 * the keyboard goes into it, and Escape leads back to the text.
 */

import { button, calmScroll, make } from "./dom.js";
import { capital, kindOf, lookOf, signOf } from "./words.js";

/**
 * @typedef {object} Deeds What the card's buttons do.
 * @property {(finding: import("./types.js").Finding, suggestion: import("./types.js").Suggestion) => void} take
 * @property {(finding: import("./types.js").Finding) => void} leave
 * @property {(step: 1 | -1) => void} step
 * @property {() => void} close
 */

export class Card {
  /**
   * @param {HTMLElement} element
   * @param {Deeds} deeds
   */
  constructor(element, deeds) {
    this.element = element;
    this.deeds = deeds;
    /** @type {import("./types.js").Finding | null} */
    this.finding = null;
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        deeds.close();
      }
    });
  }

  /**
   * Show a finding under its mark.
   * @param {import("./types.js").Finding} finding
   * @param {HTMLElement | null} mark
   * @param {{focus: boolean}} how Whether the keyboard goes into the card.
   */
  show(finding, mark, how) {
    this.finding = finding;
    this.element.replaceChildren(...this.#parts(finding));
    this.element.className = `card ${lookOf(finding)}`;
    this.element.hidden = false;
    this.#place(mark);
    if (how.focus) {
      this.element.focus({ preventScroll: true });
    }
    this.element.scrollIntoView({ block: "nearest", behavior: calmScroll() });
  }

  hide() {
    this.finding = null;
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** @param {import("./types.js").Finding} finding */
  #parts(finding) {
    const sign = make("span", { class: `sign ${lookOf(finding)}`, "aria-hidden": "true" });
    sign.append(signOf(finding));
    const kind = `${capital(kindOf(finding))} · ${finding.side} · ${finding.category}`;
    return [
      make("p", { class: "kind" }, sign, ` ${kind}`),
      make("h2", { id: "card-title" }, finding.title),
      make("p", { class: "hears" }, this.#message(finding)),
      finding.why ? make("p", {}, make("b", {}, "Hvorfor: "), finding.why) : null,
      ...(finding.protection ? [] : this.#offers(finding)),
      this.#sources(finding),
      this.#buttons(finding),
    ].filter((part) => part !== null);
  }

  /** @param {import("./types.js").Finding} finding */
  #message(finding) {
    return finding.protection
      ? `Ordene er lovpligtige (${finding.protection}). Behold dem, som de står; de tæller ikke som tryk.`
      : finding.message;
  }

  /** @param {import("./types.js").Finding} finding */
  #offers(finding) {
    const offers = finding.suggestions.filter(({ text, from }) => text !== null && from !== null);
    const advice = [...new Set(finding.suggestions.map((each) => each.advice))];
    const parts = advice.filter(Boolean).map((text) => make("p", { class: "advice" }, text));
    if (offers.length > 0) {
      const label = offers.length > 1 ? "Du kan skrive et af disse:" : "Du kan skrive:";
      parts.unshift(make("p", { class: "label", id: "card-offers" }, label));
      const list = offers.map((each) => make("li", {}, this.#offer(finding, each)));
      return [
        parts[0],
        make("ul", { class: "offers", "aria-labelledby": "card-offers" }, ...list),
        ...parts.slice(1),
      ];
    }
    return parts;
  }

  /**
   * @param {import("./types.js").Finding} finding
   * @param {import("./types.js").Suggestion} suggestion
   */
  #offer(finding, suggestion) {
    const label = suggestion.text === "" ? "Lad ordene udgå" : (suggestion.text ?? "");
    return button(label, () => this.deeds.take(finding, suggestion), { class: "take" });
  }

  /** @param {import("./types.js").Finding} finding */
  #sources(finding) {
    if (finding.sources.length === 0) {
      return null;
    }
    const links = finding.sources.map((source) => {
      const attributes = { href: source, target: "_blank", rel: "noreferrer noopener" };
      const isAddress = /^https?:\/\//u.test(source);
      return make("li", {}, isAddress ? make("a", attributes, hostOf(source)) : source);
    });
    return make(
      "details",
      { class: "sources" },
      make("summary", {}, links.length > 1 ? "Kilder" : "Kilde"),
      make("ul", {}, ...links),
    );
  }

  /** @param {import("./types.js").Finding} finding */
  #buttons(finding) {
    const worksAlready = lookOf(finding) !== "tryk";
    return make(
      "div",
      { class: "buttons" },
      worksAlready ? null : button("Lad stå", () => this.deeds.leave(finding), {
        "aria-label": "Lad stå, og vis ikke dette sted igen",
      }),
      button("← Forrige", () => this.deeds.step(-1)),
      button("Næste →", () => this.deeds.step(1)),
      button("Luk", () => this.deeds.close()),
    );
  }

  /**
   * Under the mark, within the paper.
   * @param {HTMLElement | null} mark
   */
  #place(mark) {
    const paper = this.element.parentElement;
    if (!mark || !paper) {
      return;
    }
    const around = paper.getBoundingClientRect();
    const [first] = mark.getClientRects();
    const last = [...mark.getClientRects()].at(-1) ?? first;
    const room = around.width - this.element.offsetWidth;
    const left = Math.max(0, Math.min(first.left - around.left, room));
    this.element.style.left = `${left}px`;
    this.element.style.top = `${last.bottom - around.top + 8}px`;
  }
}

/** @param {string} address */
function hostOf(address) {
  try {
    return new URL(address).hostname;
  } catch {
    return address;
  }
}
