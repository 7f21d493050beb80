/** What things are called on the page, in Danish. */

/**
 * A number with its noun: »1 sted«, »2 steder«.
 * @param {number} number
 * @param {string} one
 * @param {string} more
 * @returns {string}
 */
export function counted(number, one, more) {
  return `${number} ${number === 1 ? one : more}`;
}

/**
 * The text with a capital first letter.
 * @param {string} text
 * @returns {string}
 */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The text on one line and no longer than so many characters.
 * @param {string} text
 * @param {number} width
 * @returns {string}
 */
export function short(text, width = 90) {
  const line = text.replace(/\s+/gu, " ").trim();
  const signs = Array.from(line);
  return signs.length > width ? `${signs.slice(0, width - 1).join("").trimEnd()}…` : line;
}

/** @typedef {"tryk" | "traek" | "lov"} Look */

/**
 * How a finding looks: tryk, træk or asked for by law.
 * @param {import("./types.js").Finding} finding
 * @returns {Look}
 */
export function lookOf(finding) {
  if (finding.protection !== null) {
    return "lov";
  }
  return finding.effect === "escalates" ? "tryk" : "traek";
}

const SIGNS = { tryk: "▲", traek: "▽", lov: "§" };

/**
 * The sign of a finding, one for each step of weight.
 * @param {import("./types.js").Finding} finding
 * @returns {string}
 */
export function signOf(finding) {
  const look = lookOf(finding);
  return look === "lov" ? SIGNS.lov : SIGNS[look].repeat(finding.weight);
}

/**
 * The kind of a finding in words, which a screen reader says in place of the sign.
 * @param {import("./types.js").Finding} finding
 * @returns {string}
 */
export function kindOf(finding) {
  const look = lookOf(finding);
  if (look === "lov") {
    return "lovpligtig – behold";
  }
  const name = look === "tryk" ? "tryk" : "træk";
  return finding.possible ? `muligt ${name}` : name;
}
