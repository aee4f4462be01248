/*
 * The script of the page. kg/export/html.py joins its parts, in the order that stands there, inside
 * one asynchronous function; the parts see one another and nobody else sees them. All data is
 * foreign: every string reaches the page through a text node, never as markup.
 *
 * This part: the graph in columns, its neighbourhoods, and the texts, which are unpacked in blocks.
 */

async function unpack(id) {
  const text = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

const columns = await unpack("data-columns");
const boards = await unpack("data-boards");
const { key: keys, label: labels, relation: relationOf, from, to } = columns;
const COUNT = keys.length;
const EDGES = from.length;
const TYPES = columns.types;
const ROLES = columns.relations.slice(0, 5);
const R = Object.fromEntries(columns.relations.map((name, number) => [name, number]));
const T = Object.fromEntries(TYPES.map((name, number) => [name, number]));
const typeOf = columns.type;
const typeName = (node) => TYPES[typeOf[node]];
const is = (node, type) => typeOf[node] === T[type];
const isConcept = (node) => typeOf[node] <= T.Metric;
const more = (node) => columns.more[node] ?? {};
const numberOf = new Map(keys.map((key, number) => [key, number]));

/* The edges at each node, as one array and where each node's part of it begins. */
const begins = new Int32Array(COUNT + 1);
for (let edge = 0; edge < EDGES; edge += 1) {
  begins[from[edge] + 1] += 1;
  if (to[edge] !== from[edge]) begins[to[edge] + 1] += 1;
}
for (let node = 0; node < COUNT; node += 1) begins[node + 1] += begins[node];
const atNodes = new Int32Array(begins[COUNT]);
{
  const next = begins.slice(0, COUNT);
  for (let edge = 0; edge < EDGES; edge += 1) {
    atNodes[next[from[edge]]++] = edge;
    if (to[edge] !== from[edge]) atNodes[next[to[edge]]++] = edge;
  }
}
const edgesAt = (node) => atNodes.subarray(begins[node], begins[node + 1]);
const degree = (node) => begins[node + 1] - begins[node];
const otherEnd = (edge, node) => (from[edge] === node ? to[edge] : from[edge]);

/* The paper that reports a result, the venue of a paper, and in which block a paper's texts are. */
const paperOf = new Int32Array(COUNT).fill(-1);
const venueOf = new Int32Array(COUNT).fill(-1);
for (let edge = 0; edge < EDGES; edge += 1) {
  if (relationOf[edge] === R.reports) paperOf[to[edge]] = from[edge];
  if (relationOf[edge] === R.venue) venueOf[from[edge]] = to[edge];
}
const blockOf = new Int32Array(COUNT).fill(-1);
{
  let papers = 0;
  for (let node = 0; node < COUNT; node += 1) {
    if (is(node, "Paper")) blockOf[node] = Math.floor(papers++ / columns.block);
  }
}
const about = (result, relation) => {
  for (const edge of edgesAt(result)) {
    if (relationOf[edge] === R[relation] && from[edge] === result) return to[edge];
  }
  return -1;
};

const blocks = new Map();
function texts(block) {
  if (!blocks.has(block)) blocks.set(block, unpack(`data-texts-${block}`));
  return blocks.get(block);
}
const factsOfPaper = async (paper) => (await texts(blockOf[paper])).facts[paper];
const authorsOf = async (paper) => (await texts(blockOf[paper])).authors[paper];
const factsOfResult = async (result) => (await texts(blockOf[paperOf[result]])).facts[result];
async function evidenceOf(edge) {
  const block = is(from[edge], "Paper") ? blockOf[from[edge]] : columns.elsewhere[edge];
  return block === undefined ? [] : (await texts(block)).evidence[edge] ?? [];
}

/* What a node is called on the picture, where there is little room: for so many plain letters. */
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
const letterRoom = () => Math.max(14, Math.min(Math.floor((host.clientWidth / 2 - columnAt() * 1.4 - 40) / 7.2), 42));

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
