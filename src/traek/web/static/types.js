/**
 * The values that the scripts share, for whoever reads or checks them; there is no code here.
 *
 * Places count UTF-16 code units in the text on the page, as the browser does.
 *
 * @typedef {"replace" | "reorder" | "delete" | "add" | "advice"} SuggestionKind
 *
 * @typedef {object} Suggestion
 * @property {SuggestionKind} kind
 * @property {string | null} text What is suggested; null where there is only advice.
 * @property {string | null} put What to write for it, with blank lines around a new paragraph.
 * @property {string} advice
 * @property {number | null} from
 * @property {number | null} to
 *
 * @typedef {object} Finding
 * @property {string} id
 * @property {string} rule
 * @property {string} title
 * @property {string} category
 * @property {"escalates" | "deescalates"} effect
 * @property {string} side
 * @property {number} weight From 1 to 3.
 * @property {boolean} possible Whether it is a guess of the second reader.
 * @property {string | null} protection The law row that asks for the wording.
 * @property {string} place
 * @property {number | null} from Null where something is missing from the letter.
 * @property {number | null} to
 * @property {string | null} quote
 * @property {string} message
 * @property {string} why
 * @property {string[]} sources
 * @property {Suggestion[]} suggestions
 *
 * @typedef {object} SideState
 * @property {string} side
 * @property {boolean} filled
 * @property {number} escalates
 * @property {number} deescalates
 * @property {string | null} evidence
 * @property {string} asks
 *
 * @typedef {object} Answer
 * @property {string} situation
 * @property {string} reason
 * @property {string | null} genre
 * @property {number} words
 * @property {{lix: number, verdict: string, sentence_length: number} | null} readability
 * @property {string[]} warnings
 * @property {number} accepted How many findings are let stand by settings or beside the text.
 * @property {SideState[]} sides
 * @property {Finding[]} findings
 *
 * @typedef {object} Opened A file that was dropped on the page.
 * @property {string} name
 * @property {string} text
 * @property {object[]} shape
 * @property {string[]} warnings
 * @property {("comments" | "changes" | "direct")[]} ways The copies that can be had of it.
 * @property {boolean} [audited] Whether the text comes from a report on a library of templates.
 */
export {};
