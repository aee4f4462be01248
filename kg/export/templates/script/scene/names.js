/* What nodes are called on the picture, where there is little room, and how wide that is. */

/* Cuts a text that is wider than so many plain letters. */
function short(text, room = 34) {
  const line = text.replace(/\s+/g, " ").trim();
  const points = Array.from(line);
  let [width, kept] = [0, 0];
  while (kept < points.length && width <= room * LETTER) width += letterWidth(points[kept++]);
  return width <= room * LETTER ? line : `${points.slice(0, kept - 2).join("").trimEnd()}…`;
}
function nameOf({ node, side }) {
  if (side === undefined) return short(is(node, "Result") ? more(node).text : labels[node]);
  return short(is(node, "Result") ? resultName(node) : labels[node], letterRoom());
}
/* How far a tree's first column stands from the middle, and how many letters have room beside it. */
const columnAt = () => Math.max(70, Math.min(host.clientWidth / 2 - 330, 150));
function letterRoom() {
  const room = host.clientWidth / 2 - columnAt() * 1.4 - 40;
  return Math.max(14, Math.min(Math.floor(room / 7.2), 42));
}

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

/* A result says nothing without what it is a result of; what is looked at need not be said again. */
function resultName(result) {
  const of = ["metric", "method", "dataset"].map((relation) => about(result, relation))
    .filter((node) => node >= 0 && node !== state.node).map((node) => labels[node]);
  return [more(result).text, ...of].join(" · ");
}
