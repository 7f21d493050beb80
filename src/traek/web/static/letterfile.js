/** The file that the text began as: opened or dropped, and kept in the page's memory alone. */

import { button, byId, make } from "./dom.js";
import { ask, Spoken } from "./talk.js";

/**
 * @typedef {object} Ends
 * @property {(opened: import("./types.js").Opened) => void} opened
 * @property {(sentence: string) => void} failed
 * @property {(sentence: string) => void} said
 * @property {() => object} question The text, with what was chosen for it.
 * @property {() => void} saved
 */

const WAYS = {
  comments: ["Med kommentarer", "Brevet, som det står her, med en kommentar ved hvert sted."],
  changes: [
    "Med rettelser",
    "Dine rettelser, som du kan godkende eller afvise én for én i Word. Har du ikke rettet noget, får du forslagene fra traek.",
  ],
  direct: ["Med din tekst", "Brevet, som det står her, uden kommentarer og sporede ændringer."],
};

const LIMIT = 25_000_000;

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
    if (file.size > LIMIT) {
      this.ends.failed(`»${file.name}« er for stor. Del brevet op, eller gør billederne i det mindre.`);
      return;
    }
    try {
      const response = await ask("read", file, {
        "Content-Type": "application/octet-stream",
        "X-Traek-Name": encodeURIComponent(file.name),
      });
      this.take(await response.json(), file);
    } catch (error) {
      if (!(error instanceof Spoken)) {
        throw error;
      }
      this.ends.failed(error.message);
    }
  }

  /**
   * Take a text that was opened, and the file that it came from where there is one.
   * @param {import("./types.js").Opened} opened
   * @param {File | null} file
   */
  take(opened, file) {
    this.opened = opened;
    this.file = file;
    this.#show();
    this.ends.opened(opened);
  }

  /** Let go of the file without a word. */
  forget() {
    this.file = null;
    this.opened = null;
    this.#show();
  }

  /** Let go of the file; the text stays. */
  close() {
    this.forget();
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
      ...this.#copies(this.opened),
      button("Læg filen væk", () => this.close()),
    );
  }

  /** @param {import("./types.js").Opened} opened */
  #copies(opened) {
    if (opened.audited) {
      return [make("p", {}, "Teksten er fra rapporten. Åbn selve filen, hvis du vil hente en kopi af den.")];
    }
    if (opened.ways.length === 0) {
      return [make("p", {}, "traek kan læse den slags fil, men ikke skrive i den. Kopiér teksten, når du er færdig.")];
    }
    const buttons = opened.ways.map((way) => {
      const [label] = WAYS[way];
      return button(`Hent kopi ${label.toLowerCase()}`, () => this.#fetch(way));
    });
    const lines = opened.ways.map((way) => {
      const [label, help] = WAYS[way];
      return make("li", {}, make("b", {}, `${label}: `), help);
    });
    return [
      make("div", { class: "buttons", role: "group", "aria-label": "Hent en kopi" }, ...buttons),
      make(
        "details",
        { class: "ways" },
        make("summary", {}, "Hvad er der i kopien?"),
        make("ul", {}, ...lines),
      ),
    ];
  }

  /**
   * Fetch a copy of the file and hand it to the browser's downloads.
   * @param {string} way
   */
  async #fetch(way) {
    if (!this.file || !this.opened) {
      return;
    }
    const line = JSON.stringify({ ...this.ends.question(), name: this.opened.name, way });
    try {
      const response = await ask("write", new Blob([line, "\n", this.file]), {
        "Content-Type": "application/octet-stream",
      });
      const link = make("a", {
        href: URL.createObjectURL(await response.blob()),
        download: decodeURIComponent(response.headers.get("X-Traek-Name") ?? "brev"),
      });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      this.ends.saved();
      this.#tell(decodeURIComponent(response.headers.get("X-Traek-Told") ?? ""));
    } catch (error) {
      if (!(error instanceof Spoken)) {
        throw error;
      }
      this.ends.failed(error.message);
    }
  }

  /** @param {string} sentence */
  #tell(sentence) {
    this.panel.querySelector(".made")?.remove();
    this.panel.append(make("p", { class: "made" }, `${sentence} Den ligger i mappen med hentede filer.`));
    this.ends.said(sentence);
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
      if (file && !event.defaultPrevented) {
        event.preventDefault(); // or the browser would leave the page for the file
        if (!byId("write", HTMLElement).hidden) {
          this.open(file);
        }
      }
    });
  }
}
