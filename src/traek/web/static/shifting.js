/** Where findings stand once the text has changed, until the server has read it anew. */

/**
 * @typedef {object} Edit One stretch of text that another took the place of.
 * @property {number} start
 * @property {number} removed How much went.
 * @property {number} added How much came.
 */

/**
 * The smallest edit that makes one text the other.
 * @param {string} before
 * @param {string} after
 * @returns {Edit}
 */
export function editBetween(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) {
    start += 1;
  }
  let tail = 0;
  while (
    tail < most - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  return {
    start,
    removed: before.length - start - tail,
    added: after.length - start - tail,
  };
}

/**
 * The findings after an edit; those whose words were touched are left out.
 * @param {import("./types.js").Finding[]} findings
 * @param {Edit} edit
 * @returns {import("./types.js").Finding[]}
 */
export function shifted(findings, edit) {
  const end = edit.start + edit.removed;
  const by = edit.added - edit.removed;
  /** @param {number | null} place */
  const move = (place) => (place !== null && place >= end ? place + by : place);
  return findings
    .filter(({ from, to }) => from === null || to === null || to <= edit.start || from >= end)
    .map((finding) => ({
      ...finding,
      from: move(finding.from),
      to: finding.to !== null && finding.to <= edit.start ? finding.to : move(finding.to),
      suggestions: finding.suggestions
        .filter(({ from, to }) => from === null || to === null || to <= edit.start || from >= end)
        .map((each) => ({
          ...each,
          from: move(each.from),
          to: each.to !== null && each.to <= edit.start ? each.to : move(each.to),
        })),
    }));
}
