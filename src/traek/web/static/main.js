/** The page: the text is read while it is written, and what is found is shown beside it. */

import { showAbout } from "./about.js";
import { Card } from "./card.js";
import { Comparing } from "./comparing.js";
import { byId } from "./dom.js";
import { drawFirkant, listMissing, told } from "./firkant.js";
import { listFindings } from "./findings.js";
import { LetterFile } from "./letterfile.js";
import { Practising } from "./practising.js";
import { Reader } from "./reader.js";
import { SAMPLE } from "./sample.js";
import { fillSheet } from "./sheet.js";
import { Shelf } from "./shelf.js";
import { gapsIn, Surface } from "./surface.js";
import { hasKey, NO_KEY } from "./talk.js";
import { showView, startViews } from "./views.js";
import { announce, complain, say } from "./voice.js";

const area = byId("text", HTMLTextAreaElement);
const lists = {
  tryk: byId("list-tryk", HTMLElement),
  traek: byId("list-traek", HTMLElement),
  lov: byId("list-lov", HTMLElement),
};

/** Milliseconds without a keystroke that make a pause. */
const CALM = 700;

/** Findings that the writer has let stand, by their ids. @type {Set<string>} */
const left = new Set();
/** @type {import("./types.js").Answer | null} */
let answer = null;
/** When something was last written. */
let typed = -CALM;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let listing;
/** The text as it came, to compare with. */
let first = "";
/** Whether the last question was not answered. */
let lost = false;
/** Whether the text would be lost with the page. */
let unsaved = false;

const surface = new Surface(area, byId("mirror", HTMLElement), () => {
  unsaved = area.value !== "";
  typed = performance.now();
  closeCard();
  refreshButtons();
  reader.later();
});

const reader = new Reader({
  question: () => ({ ...choices(), text: surface.text, ...file.shapeFor() }),
  isCurrent: (question) => question.text === surface.text,
  answered: (given) => {
    answer = given;
    if (lost) {
      lost = false;
      complain("");
    }
    show();
  },
  failed: (sentence) => {
    lost = true;
    complain(sentence);
  },
});

const file = new LetterFile({
  opened: (opened) => {
    complain("");
    exchange(opened.text);
    say(`${opened.name} er åbnet.`);
  },
  failed: complain,
  said: say,
  question: () => ({ ...choices(), text: surface.text, left: [...left] }),
  saved: () => {
    unsaved = false;
  },
});

const card = new Card(byId("card", HTMLElement), {
  take: (finding, suggestion) => {
    put(suggestion, `Rettet: ${finding.title}. Du kan fortryde.`);
  },
  leave: (finding) => {
    left.add(finding.id);
    closeCard();
    area.focus();
    show();
  },
  step,
  close: () => {
    const { finding } = card;
    closeCard();
    if (finding) {
      area.focus({ preventScroll: true });
      area.setSelectionRange(finding.to ?? 0, finding.to ?? 0);
    }
  },
});

/** What was chosen above the text. */
function choices() {
  return {
    situation: byId("situation", HTMLSelectElement).value,
    genre: byId("genre", HTMLSelectElement).value,
  };
}

/** The findings that are shown: all but those that the writer lets stand. */
function shown() {
  return (answer?.findings ?? []).filter(({ id }) => !left.has(id));
}

/** Show the newest answer: marks and numbers at once, the lists when the writing pauses. */
function show() {
  if (!answer) {
    return;
  }
  surface.show(shown());
  drawFirkant(byId("firkant", HTMLElement), answer);
  showAbout(answer, surface.text, left);
  announce(told(answer));
  refreshButtons();
  clearTimeout(listing);
  const since = performance.now() - typed;
  listing = setTimeout(list, Math.max(0, CALM - since));
}

/** Show what can be clicked in the newest answer. */
function list() {
  if (answer) {
    listFindings(lists, shown(), (finding) => openCard(finding, true));
    listMissing(byId("missing", HTMLElement), answer, insert);
  }
}

/**
 * Open the card of a finding.
 * @param {import("./types.js").Finding} finding
 * @param {boolean} byKeyboard Whether the keyboard goes into the card.
 */
function openCard(finding, byKeyboard) {
  const now = surface.findings.find(({ id }) => id === finding.id);
  if (!now) {
    return;
  }
  surface.point(now.id);
  if (byKeyboard) {
    surface.select(now);
  }
  card.show(now, surface.markOf(now), { focus: byKeyboard });
}

function closeCard() {
  card.hide();
  surface.point(null);
}

/**
 * The next or the former place, counted from the card or the caret.
 * @param {1 | -1} by
 */
function step(by) {
  const placed = surface.findings
    .filter(({ from }) => from !== null)
    .sort((one, other) => (one.from ?? 0) - (other.from ?? 0));
  if (placed.length === 0) {
    say("Der er ingen mærkede steder.");
    return;
  }
  const at = placed.findIndex(({ id }) => id === card.finding?.id);
  const caret = area.selectionStart;
  const after = placed.findIndex(({ from }) => (from ?? 0) >= caret);
  const first = by > 0 ? after : (after === -1 ? placed.length : after) - 1;
  const wanted = at === -1 ? first : at + by;
  openCard(placed[(wanted + placed.length) % placed.length], true);
}

/**
 * Follow a suggestion, and go to the first gap that it leaves.
 * @param {import("./types.js").Suggestion} suggestion
 * @param {string} sentence What to say of it.
 */
function put(suggestion, sentence) {
  const from = suggestion.from ?? 0;
  const text = suggestion.put ?? "";
  surface.replace(from, suggestion.to ?? from, text);
  surface.selectGap(from, from + text.length);
  say(gapsIn(text).length > 0 ? `${sentence} Udfyld det i de kantede parenteser.` : sentence);
  typed = -CALM;
  reader.now();
}

/** @param {import("./types.js").Suggestion} suggestion */
function insert(suggestion) {
  put(suggestion, "Afsnittet er sat ind. Du kan fortryde.");
}

/**
 * Put another text in the place of all there is; that too can be undone.
 * @param {string} text
 */
function exchange(text) {
  left.clear();
  first = text;
  surface.exchange(text);
  window.scrollTo({ top: 0 });
  unsaved = false;
  reader.now();
}

function refreshButtons() {
  byId("next", HTMLButtonElement).disabled = surface.findings.every(({ from }) => from === null);
  byId("copy", HTMLButtonElement).disabled = surface.text === "";
  byId("print", HTMLButtonElement).disabled = surface.text === "";
}

/** Copy the text, whole. */
async function copy() {
  await navigator.clipboard.writeText(surface.text);
  unsaved = false;
  say("Teksten er kopieret.");
  const clicked = byId("copy", HTMLButtonElement);
  clicked.textContent = "Kopieret";
  setTimeout(() => {
    clicked.textContent = "Kopiér teksten";
  }, 1500);
}

area.addEventListener("click", (event) => {
  const finding = surface.findingAt(event.clientX, event.clientY);
  if (finding && area.selectionStart === area.selectionEnd) {
    openCard(finding, false);
  } else {
    closeCard();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "F8" && !byId("write", HTMLElement).hidden) {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape" && card.finding) {
    closeCard();
  }
});
byId("skip", HTMLAnchorElement).addEventListener("click", (event) => {
  event.preventDefault(); // the address keeps its key
  area.focus();
});
for (const id of ["situation", "genre"]) {
  byId(id, HTMLSelectElement).addEventListener("change", () => reader.now());
}
area.addEventListener("paste", () => {
  if (surface.text.trim() === "") {
    setTimeout(() => {
      first = surface.text;
    });
  }
});
byId("undo", HTMLButtonElement).addEventListener("click", () => surface.undo());
byId("redo", HTMLButtonElement).addEventListener("click", () => surface.redo());
byId("next", HTMLButtonElement).addEventListener("click", () => step(1));
byId("copy", HTMLButtonElement).addEventListener("click", copy);
byId("print", HTMLButtonElement).addEventListener("click", () => window.print());
byId("sample", HTMLButtonElement).addEventListener("click", () => {
  file.forget();
  exchange(SAMPLE);
});
byId("show-left", HTMLButtonElement).addEventListener("click", () => {
  left.clear();
  show();
});
window.addEventListener("beforeprint", () => {
  fillSheet(byId("sheet", HTMLElement), surface.text, answer, shown());
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved) {
    event.preventDefault();
  }
});

const comparing = new Comparing({ complain, say });
const practising = new Practising({ complain });
const shelf = new Shelf({
  complain,
  open: (opened) => {
    showView("write");
    file.take(opened, null);
  },
});
startViews({
  shelf: () => shelf.enter(),
  compare: () => comparing.enter(first, surface.text),
  practise: () => practising.enter(),
});
refreshButtons();
reader.now();
if (!hasKey()) {
  complain(NO_KEY);
}
