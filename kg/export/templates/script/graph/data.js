/*
 * The script of the page. kg/export/html.py joins its parts, in the order of SCRIPTS there, inside
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
const TOP_SUPPORT = columns.support.reduce((most, papers) => Math.max(most, papers), 1);
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
