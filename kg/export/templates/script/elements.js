/*
 * The script of the page, in the order of kg/export/html.py, which puts one function around all of
 * it. The data stands in script elements of type application/json and is foreign: every string
 * reaches the page through a text node, never as markup.
 *
 * This part: the data, what relations are called, and how elements are made.
 */

const part = (name) => JSON.parse(document.getElementById(`data-${name}`).textContent);
const [counts, types, facts, evidence, papers, rules] =
  ["counts", "types", "facts", "evidence", "papers", "rules"].map(part);
const picture = { nodes: part("nodes"), edges: part("edges"), options: part("options") };
const numberOf = new Map(facts.map((fact, number) => [fact.key, number]));
const $ = (id) => document.getElementById(id);
const COUNT = new Intl.NumberFormat("en");
const PAGE = 25; // facts of a section before "more"

// How a relation reads from its subject and from its object.
const WORDS = {
  author: ["Authors", "Papers", "written by"],
  venue: ["Venue", "Papers", "appeared at"],
  introduces: ["Introduces", "Introduced by", "introduces"],
  uses: ["Uses", "Used by", "uses"],
  compares: ["Compares with", "Compared with by", "compares with"],
  evaluates: ["Evaluates", "Evaluated by", "evaluates"],
  mentions: ["Mentions", "Mentioned by", "mentions"],
  reports: ["Reports", "Reported by", "reports"],
  method: ["Method", "Results", "result of method"],
  dataset: ["Dataset", "Results", "result on dataset"],
  metric: ["Metric", "Results", "result in metric"],
  task: ["Task", "Results", "result for task"],
  baseline: ["Baseline", "Baseline of", "compared with baseline"],
  variantOf: ["Variant of", "Variants", "variant of"],
  versionOf: ["Version of", "Later versions", "version of"],
};
const RELATIONS = Object.keys(WORDS);
const OF_RESULT = ["method", "dataset", "metric", "task", "baseline"];

function make(tag, options = {}, ...children) {
  const { class: name, on, ...rest } = options;
  const element = document.createElement(tag);
  if (name) element.className = name;
  for (const [key, value] of Object.entries(rest)) element.setAttribute(key, value);
  if (on) element.addEventListener("click", on);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const POLYGONS = {
  diamond: "7,0 14,7 7,14 0,7",
  square: "1,1 13,1 13,13 1,13",
  triangle: "7,1 14,13 0,13",
  triangleDown: "0,1 14,1 7,13",
  hexagon: "3.5,1 10.5,1 14,7 10.5,13 3.5,13 0,7",
  star: "7,0 8.9,4.6 14,5.1 10.1,8.4 11.3,13.4 7,10.7 2.7,13.4 3.9,8.4 0,5.1 5.1,4.6",
  box: "0,3 14,3 14,11 0,11",
};
const shapeOf = new Map(types.map((row) => [row.type, row.shape]));

function icon(type) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const shape = shapeOf.get(type);
  const inner = document.createElementNS(svg.namespaceURI, shape === "dot" ? "circle" : "polygon");
  const size = shape === "dot" ? { cx: 7, cy: 7, r: 6 } : { points: POLYGONS[shape] };
  for (const [key, value] of Object.entries(size)) inner.setAttribute(key, value);
  inner.style.fill = `var(--${type})`;
  svg.setAttribute("viewBox", "0 0 14 14");
  svg.setAttribute("class", "shape");
  svg.setAttribute("aria-hidden", "true");
  svg.append(inner);
  return svg;
}

const nameOf = (number) => facts[number].label;
const link = (number, text = nameOf(number)) =>
  make("button", { type: "button", class: "name", on: () => select(facts[number].key) }, text);
const plural = (count, one, many = `${one}s`) => `${COUNT.format(count)} ${count === 1 ? one : many}`;
