/** The view that holds two drafts beside each other. */

import { byId, make } from "./dom.js";
import { ask, askJson, Spoken } from "./talk.js";
import { capital } from "./words.js";

/**
 * @typedef {object} Draft
 * @property {string} text
 * @property {object[]} [shape]
 * @property {string} [name]
 */

/**
 * @typedef {object} Comparison
 * @property {string} headline
 * @property {{side: string, filled: string, escalates: string, deescalates: string}[]} sides
 * @property {{title: string, effect: string, findings: {quote: string, title: string}[]}[]} lists
 * @property {{title: string, lines: string[], why: string}[]} notes
 * @property {{change: string, same: boolean, before: Piece[][], after: Piece[][]}[]} passages
 *
 * @typedef {{text: string, changed: boolean}} Piece
 */

export class Comparing {
  /** @param {{complain: (sentence: string) => void, say: (sentence: string) => void}} ends */
  constructor(ends) {
    this.ends = ends;
    this.areas = {
      before: byId("draft-before", HTMLTextAreaElement),
      after: byId("draft-after", HTMLTextAreaElement),
    };
    this.result = byId("comparison", HTMLElement);
    byId("compare-now", HTMLButtonElement).addEventListener("click", () => this.compare());
    for (const which of /** @type {const} */ (["before", "after"])) {
      const chooser = byId(`file-${which}`, HTMLInputElement);
      byId(`open-${which}`, HTMLButtonElement).addEventListener("click", () => chooser.click());
      chooser.addEventListener("change", () => {
        this.#open(which, chooser.files ?? undefined);
        chooser.value = "";
      });
      this.areas[which].addEventListener("drop", (event) => {
        if (event.dataTransfer?.files.length) {
          event.preventDefault();
          this.#open(which, event.dataTransfer.files);
        }
      });
    }
  }

  /**
   * Fill what is empty with the letter as it was opened and as it is now.
   * @param {string} before
   * @param {string} after
   */
  enter(before, after) {
    const isFree = this.areas.before.value === "" && this.areas.after.value === "";
    if (isFree && before.trim() !== "" && before !== after) {
      this.areas.before.value = before;
      this.areas.after.value = after;
      this.compare();
    }
  }

  /** Ask what became of the letter, and show it. */
  async compare() {
    const drafts = {
      before: { text: this.areas.before.value },
      after: { text: this.areas.after.value },
    };
    if (drafts.before.text.trim() === "" || drafts.after.text.trim() === "") {
      this.ends.complain("Der mangler et udkast. Indsæt teksten i begge felter, eller åbn en fil.");
      return;
    }
    try {
      this.ends.complain("");
      this.#show(await askJson("compare", drafts));
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * @param {"before" | "after"} which
   * @param {FileList} [files]
   */
  async #open(which, files) {
    const file = files?.[0];
    if (!file) {
      return;
    }
    try {
      const response = await ask("read", file, {
        "Content-Type": "application/octet-stream",
        "X-Traek-Name": encodeURIComponent(file.name),
      });
      this.areas[which].value = (await response.json()).text;
      this.ends.say(`${file.name} er åbnet.`);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    if (!(error instanceof Spoken)) {
      throw error;
    }
    this.ends.complain(error.message);
  }

  /** @param {Comparison} found */
  #show(found) {
    this.result.replaceChildren(
      make("h2", { id: "compared-title", tabindex: "-1" }, "Fra det første udkast til det nye"),
      make("p", { class: "headline" }, found.headline),
      sidesTable(found.sides),
      ...found.notes.map(noteOf),
      ...found.lists.map(listOf),
      make("h3", {}, "Afsnit for afsnit"),
      passagesTable(found.passages),
    );
    this.result.hidden = false;
    byId("compared-title", HTMLElement).focus();
  }
}

/** @param {Comparison["sides"]} sides */
function sidesTable(sides) {
  const head = ["Side", "Fyldt", "▲ Tryk", "▽ Træk"].map((each) =>
    make("th", { scope: "col" }, each),
  );
  const rows = sides.map((side) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, capital(side.side)),
      make("td", {}, side.filled),
      make("td", {}, side.escalates),
      make("td", {}, side.deescalates),
    ),
  );
  return make(
    "table",
    { class: "plain-table" },
    make("caption", { class: "unseen" }, "Firkantens sider før og nu"),
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...rows),
  );
}

/** @param {Comparison["notes"][number]} note */
function noteOf(note) {
  return make(
    "div",
    { class: "note" },
    make("h3", {}, note.title),
    make("ul", {}, ...note.lines.map((line) => make("li", {}, line))),
    note.why ? make("p", { class: "advice" }, note.why) : null,
  );
}

/** @param {Comparison["lists"][number]} list */
function listOf(list) {
  const sign = list.effect === "escalates" ? "▲" : "▽";
  const look = list.effect === "escalates" ? "tryk" : "traek";
  return make(
    "details",
    {},
    make(
      "summary",
      {},
      make("span", { class: `sign ${look}`, "aria-hidden": "true" }, sign),
      ` ${list.title} (${list.findings.length})`,
    ),
    make(
      "ul",
      { class: "quotes" },
      ...list.findings.map((each) =>
        make("li", {}, each.quote === each.title ? each.title : `${each.quote} – ${each.title}`),
      ),
    ),
  );
}

/** @param {Comparison["passages"]} passages */
function passagesTable(passages) {
  const head = ["Før", "Nu"].map((each) => make("th", { scope: "col" }, each));
  const rows = passages.map((passage) =>
    make(
      "tr",
      { class: passage.same ? "same" : null },
      make("td", {}, ...passage.before.map((block) => blockOf(block, "del"))),
      make(
        "td",
        {},
        passage.same ? null : make("span", { class: "change" }, passage.change),
        ...passage.after.map((block) => blockOf(block, "ins")),
      ),
    ),
  );
  return make(
    "table",
    { class: "passages" },
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...rows),
  );
}

/**
 * @param {Piece[]} pieces
 * @param {"ins" | "del"} tag
 */
function blockOf(pieces, tag) {
  const parts = pieces.map(({ text, changed }) =>
    changed ? make(tag, {}, text) : document.createTextNode(text),
  );
  return make("p", {}, ...parts);
}
