/**
 * The text that is written on, with its marks.
 *
 * A plain text area lies over a mirror of its text. The area has the caret, the undo history, the
 * input methods and the screen reader; the mirror only draws the marks, line by line, and is seen
 * by nobody else. Both have the same font and width, so that their lines break alike.
 */

import { calmScroll, make, setText } from "./dom.js";
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
    mirror.replaceChildren();
    /** @type {string | null} */
    this.current = null;
    this.before = area.value;
    /** @type {{before: string, after: string} | null} */
    this.exchanged = null;
    area.addEventListener("input", () => this.#edited());
    area.addEventListener("keydown", (event) => this.#undoExchange(event));
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

  /**
   * Select the first gap after a place, so that it can be filled in at once.
   * @param {number} from
   * @param {number} to Where to look no further.
   */
  selectGap(from, to) {
    const [gap] = gapsIn(this.text.slice(from, to));
    if (gap) {
      this.area.setSelectionRange(from + gap.index, from + gap.index + gap[0].length);
    }
  }

  /**
   * Put another text in the place of all there is.
   *
   * Browsers take seconds to insert many lines in a way that they can undo, so this one change is
   * remembered here, and undone as long as nothing was written after it.
   * @param {string} text
   */
  exchange(text) {
    this.exchanged = { before: this.text, after: text };
    this.#set(text);
  }

  /** Take back the last change. */
  undo() {
    this.area.focus({ preventScroll: true });
    if (this.exchanged && this.text === this.exchanged.after) {
      this.#set(this.exchanged.before);
    } else {
      document.execCommand("undo");
    }
  }

  /** Make the last change again. */
  redo() {
    this.area.focus({ preventScroll: true });
    if (this.exchanged && this.text === this.exchanged.before) {
      this.#set(this.exchanged.after);
    } else {
      document.execCommand("redo");
    }
  }

  /** @param {string} text */
  #set(text) {
    this.area.focus({ preventScroll: true });
    this.area.value = text;
    this.area.setSelectionRange(0, 0);
    this.#edited();
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
    for (const mark of this.mirror.querySelectorAll(".mark")) {
      mark.classList.toggle("current", mark.getAttribute("data-id") === id);
    }
  }

  /**
   * The first drawn part of a finding's mark.
   * @param {import("./types.js").Finding} finding
   * @returns {HTMLElement | null}
   */
  markOf(finding) {
    return this.mirror.querySelector(`[data-id="${CSS.escape(finding.id)}"]`);
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

  /** Draw the lines that look different from what is drawn; see `setText` for how. */
  draw() {
    const lines = markedLines(this.text, this.findings);
    const looks = lines.map((line) =>
      line.map(({ text, finding }) => `${finding?.id ?? ""}\t${text}`).join("\n"),
    );
    const most = Math.min(looks.length, this.drawn.length);
    let start = 0;
    while (start < most && looks[start] === this.drawn[start]) {
      start += 1;
    }
    let tail = 0;
    while (tail < most - start && looks.at(-1 - tail) === this.drawn.at(-1 - tail)) {
      tail += 1;
    }
    const after = this.mirror.children[this.drawn.length - tail] ?? null;
    for (let at = this.drawn.length; at < looks.length; at += 1) {
      this.mirror.insertBefore(make("div"), after);
    }
    for (let at = looks.length; at < this.drawn.length; at += 1) {
      this.mirror.children[start].remove();
    }
    for (let at = start; at < looks.length - tail; at += 1) {
      this.#drawLine(this.mirror.children[at], lines[at]);
    }
    this.drawn = looks;
  }

  /**
   * @param {Element} line
   * @param {import("./marking.js").Stretch[]} stretches
   */
  #drawLine(line, stretches) {
    for (let at = line.children.length; at < stretches.length; at += 1) {
      line.append(make("span"));
    }
    [...line.children].forEach((part, at) => {
      const { text, finding } = stretches[at] ?? { text: "", finding: null };
      setText(part, text);
      part.className = finding ? this.#look(finding) : "";
      part.toggleAttribute("data-id", finding !== null);
      if (finding) {
        part.setAttribute("data-id", finding.id);
      }
    });
  }

  /** @param {import("./types.js").Finding} finding */
  #look(finding) {
    const classes = ["mark", lookOf(finding), `w${finding.weight}`];
    classes.push(...(finding.possible ? ["possible"] : []));
    classes.push(...(finding.id === this.current ? ["current"] : []));
    return classes.join(" ");
  }

  /**
   * Keys undo an exchange too; the browser's own history knows nothing of it.
   * @param {KeyboardEvent} event
   */
  #undoExchange(event) {
    const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : "";
    const undoes = key === "z" && !event.shiftKey && this.text === this.exchanged?.after;
    const again = key === "y" || (key === "z" && event.shiftKey);
    if (undoes || (again && this.text === this.exchanged?.before)) {
      event.preventDefault();
      this[undoes ? "undo" : "redo"]();
    }
  }

  #edited() {
    this.findings = shifted(this.findings, editBetween(this.before, this.text));
    this.before = this.text;
    this.draw();
    this.changed();
  }
}

/**
 * What the writer still has to fill in: `[udfyld: …]`.
 * @param {string} text
 * @returns {RegExpExecArray[]}
 */
export function gapsIn(text) {
  return [...text.matchAll(/\[udfyld: [^\]\n]*\]/gu)];
}
