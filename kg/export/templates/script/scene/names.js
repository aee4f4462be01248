/* What nodes are called on the picture, where there is little room, and how wide that is. */

/* Measured by the letters and not by the browser: the same build, the same picture everywhere. */
const LETTER = 0.56; // the width of most letters, in units of their size
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;
function letterWidth(letter) {
  if (WIDE.test(letter)) return 1;
  if (/[A-Zmw%@—]/.test(letter)) return 0.72;
  return /[ijltf.,'|()\- ]/.test(letter) ? 0.34 : LETTER;
}
function textWidth(text, size) {
  let units = 0;
  for (const letter of text) units += letterWidth(letter);
  return units * size;
}

/* Cuts a text that is wider than so many plain letters. */
function short(text, room = 34) {
  const line = text.replace(/\s+/g, " ").trim();
  const points = Array.from(line);
  let [width, kept] = [0, 0];
  while (kept < points.length && width <= room * LETTER) width += letterWidth(points[kept++]);
  return width <= room * LETTER ? line : `${points.slice(0, kept - 2).join("").trimEnd()}…`;
}

/* Breaks a text into lines at its spaces, and where a script has none anywhere. */
const PIECES = new RegExp(`${WIDE.source}|(?:(?!${WIDE.source})\\S)+\\s*|\\s+`, "gu");
function wrap(text, room, most) {
  const lines = [""];
  for (const piece of text.match(PIECES) ?? []) {
    const full = textWidth(lines.at(-1) + piece.trimEnd(), 1) > room * LETTER;
    if (full && lines.at(-1)) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return [...lines.slice(0, most - 1), lines.slice(most - 1).join("")]
    .filter((line) => line.trim()).map((line) => short(line, room));
}

/* A gain of 2% must not look like a score of 2%. */
function scoreOf(result) {
  const { text, kind } = more(result);
  return kind === "absolute" ? text : `${text} (${kind})`;
}

/* A result says nothing without what it is a result of; what is looked at need not be said again. */
function resultName(result) {
  const of = ["metric", "method", "dataset"].map((relation) => about(result, relation))
    .filter((node) => node >= 0 && node !== state.node).map((node) => labels[node]);
  return [scoreOf(result), ...of].join(" · ");
}

const fullName = (node) => (is(node, "Result") ? resultName(node) : labels[node]);

/* `side` and `room`, a count of letters, are those of a tree; see tree.js. */
function nameOf({ node, side, room }) {
  if (side === undefined) return short(is(node, "Result") ? scoreOf(node) : labels[node]);
  return short(fullName(node), room);
}
