/**
 * The text that is written on, with its marks.
 *
 * A plain text area lies over a mirror of its text. The area has the caret, the undo history, the
 * input methods and the screen reader; the mirror only draws the marks, line by line, and is seen
 * by nobody else. Both have the same font and width, so that their lines break alike.
 */

import { make } from "./dom.js";
import { markedLines } from "./marking.js";
import { editBetween, shifted } from "./shifting.js";
import { lookOf } from "./words.js";

export class Surface {
  /**
   * @param {HTMLTextAreaElement} area
   * @param {HTMLElement} mirror
   * @param {() => void} changed Called whenever the text has changed.
   */
  constructor(area, mirror, changed) {
    this.area = area;
    this.mirror = mirror;
    this.changed = changed;
    /** @type {import("./types.js").Finding[]} */
    this.findings = [];
    /** @type {string[]} */
    this.drawn = [];
    /** @type {string | null} */
    this.current = null;
    this.before = area.value;
    area.addEventListener("input", () => this.#edited());
    area.addEventListener("mousemove", (event) => {
      area.style.cursor = this.findingAt(event.clientX, event.clientY) ? "pointer" : "";
    });
    this.draw();
  }

  /** The text on the page. */
  get text() {
    return this.area.value;
  }

  /**
   * Show what was found in the text as it stands.
   * @param {import("./types.js").Finding[]} findings
   */
  show(findings) {
    this.findings = findings;
    this.draw();
  }

  /**
   * Put a text in the place of another, so that it can be undone like what was typed.
   * @param {number} from
   * @param {number} to
   * @param {string} text
   */
  replace(from, to, text) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(from, to);
    const done = document.execCommand(text === "" ? "delete" : "insertText", false, text);
    if (!done) {
      this.area.setRangeText(text, from, to, "end");
      this.#edited();
    }
  }

  /** Take back the last change, or make it again. */
  undo() {
    this.area.focus({ preventScroll: true });
    document.execCommand("undo");
  }

  redo() {
    this.area.focus({ preventScroll: true });
    document.execCommand("redo");
  }

  /**
   * Select the words of a finding, and bring them into view.
   * @param {import("./types.js").Finding} finding
   */
  select(finding) {
    this.area.setSelectionRange(finding.from ?? 0, finding.to ?? 0);
    this.markOf(finding)?.scrollIntoView({ block: "center", behavior: calmScroll() });
  }

  /**
   * Say which finding is spoken of, so that its mark stands out.
   * @param {string | null} id
   */
  point(id) {
    this.current = id;
    for (const mark of this.mirror.querySelectorAll("mark")) {
      mark.classList.toggle("current", mark.dataset.id === id);
    }
  }

  /**
   * The first drawn part of a finding's mark.
   * @param {import("./types.js").Finding} finding
   * @returns {HTMLElement | null}
   */
  markOf(finding) {
    return this.mirror.querySelector(`mark[data-id="${CSS.escape(finding.id)}"]`);
  }

  /**
   * The finding that is drawn at a point of the window.
   * @param {number} x
   * @param {number} y
   * @returns {import("./types.js").Finding | undefined}
   */
  findingAt(x, y) {
    const mark = document
      .elementsFromPoint(x, y)
      .find((each) => each instanceof HTMLElement && each.dataset.id && this.mirror.contains(each));
    return mark instanceof HTMLElement
      ? this.findings.find((finding) => finding.id === mark.dataset.id)
      : undefined;
  }

  /** Draw the lines that look different from what is drawn. */
  draw() {
    const lines = markedLines(this.text, this.findings);
    const looks = lines.map((line) =>
      line.map(({ text, finding }) => `${finding?.id ?? ""}\t${text}`).join("\n"),
    );
    lines.forEach((line, at) => {
      if (this.drawn[at] === looks[at] && this.mirror.children[at]) {
        return;
      }
      const made = this.#drawnLine(line);
      const old = this.mirror.children[at];
      if (old) {
        old.replaceWith(made);
      } else {
        this.mirror.append(made);
      }
    });
    while (this.mirror.children.length > lines.length) {
      this.mirror.lastElementChild?.remove();
    }
    this.drawn = looks;
  }

  /** @param {import("./marking.js").Stretch[]} line */
  #drawnLine(line) {
    const parts = line.map(({ text, finding }) => {
      if (!finding) {
        return document.createTextNode(text);
      }
      const classes = [lookOf(finding), `w${finding.weight}`];
      classes.push(...(finding.possible ? ["possible"] : []));
      classes.push(...(finding.id === this.current ? ["current"] : []));
      return make("mark", { class: classes.join(" "), "data-id": finding.id }, text);
    });
    return make("div", {}, ...(parts.length > 0 ? parts : [make("br")]));
  }

  #edited() {
    this.findings = shifted(this.findings, editBetween(this.before, this.text));
    this.before = this.text;
    this.draw();
    this.changed();
  }
}

/**
 * How to scroll, for those who want nothing to glide.
 * @returns {ScrollBehavior}
 */
export function calmScroll() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
