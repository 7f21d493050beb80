/** The file that the text began as: opened or dropped, and kept in the page's memory alone. */

import { button, byId, make } from "./dom.js";
import { ask, Spoken } from "./talk.js";

/**
 * @typedef {object} Ends
 * @property {(opened: import("./types.js").Opened) => void} opened
 * @property {(sentence: string) => void} failed
 * @property {(sentence: string) => void} said
 * @property {() => string} text
 * @property {() => void} saved
 */

export class LetterFile {
  /** @param {Ends} ends */
  constructor(ends) {
    this.ends = ends;
    /** @type {File | null} */
    this.file = null;
    /** @type {import("./types.js").Opened | null} */
    this.opened = null;
    this.panel = byId("word", HTMLElement);
    this.#listen();
  }

  /** What the server needs to know of the file to read the text as its blocks. */
  shapeFor() {
    return this.opened ? { shape: this.opened.shape, name: this.opened.name } : {};
  }

  /** @param {File} file */
  async open(file) {
    try {
      const response = await ask("read", file, {
        "Content-Type": "application/octet-stream",
        "X-Traek-Name": encodeURIComponent(file.name),
      });
      this.opened = await response.json();
      this.file = file;
    } catch (error) {
      if (!(error instanceof Spoken)) {
        throw error;
      }
      this.ends.failed(error.message);
      return;
    }
    this.#show();
    if (this.opened) {
      this.ends.opened(this.opened);
    }
  }

  /** Let go of the file; the text stays. */
  close() {
    this.file = null;
    this.opened = null;
    this.#show();
    this.ends.said("Filen er lagt væk. Teksten står her endnu.");
  }

  #show() {
    this.panel.hidden = this.opened === null;
    if (!this.opened) {
      this.panel.replaceChildren();
      return;
    }
    this.panel.replaceChildren(
      make("p", {}, make("b", {}, this.opened.name)),
      ...this.opened.warnings.map((each) => make("p", { class: "warning" }, `Bemærk: ${each}`)),
      button("Læg filen væk", () => this.close()),
    );
  }

  #listen() {
    const chooser = byId("file", HTMLInputElement);
    byId("open", HTMLButtonElement).addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", () => {
      const [file] = chooser.files ?? [];
      if (file) {
        this.open(file);
      }
      chooser.value = "";
    });
    const root = document.documentElement;
    root.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) {
        event.preventDefault();
        root.classList.add("dropping");
      }
    });
    root.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) {
        root.classList.remove("dropping");
      }
    });
    root.addEventListener("drop", (event) => {
      root.classList.remove("dropping");
      const [file] = event.dataTransfer?.files ?? [];
      if (file) {
        event.preventDefault();
        this.open(file);
      }
    });
  }
}
