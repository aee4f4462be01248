/* How elements are made, what relations are called, and the shapes of the types. */

const $ = (id) => document.getElementById(id);
const NUMBER = new Intl.NumberFormat("en");
const amount = (count) => NUMBER.format(count);
const plural = (count, one, many = `${one}s`) => `${amount(count)} ${count === 1 ? one : many}`;

function make(tag, options = {}, ...children) {
  const { class: name, on, ...rest } = options;
  const element = document.createElement(tag);
  if (name) element.className = name;
  for (const [key, value] of Object.entries(rest)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  if (on) element.addEventListener("click", on);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const button = (text, on, options = {}) => make("button", { type: "button", on, ...options }, text);

// How a relation reads: as a heading from its subject, from its object, and as a verb.
const WORDS = {
  introduces: ["Introduces", "Introduced by", "introduces"],
  evaluates: ["Evaluates", "Evaluated by", "evaluates"],
  uses: ["Uses", "Used by", "uses"],
  compares: ["Compares with", "Compared with by", "compares with"],
  mentions: ["Mentions", "Mentioned by", "mentions"],
  reports: ["Reports", "Reported by", "reports"],
  method: ["Method", "Results", "result of method"],
  dataset: ["Dataset", "Results", "result on dataset"],
  metric: ["Metric", "Results", "result in metric"],
  task: ["Task", "Results", "result for task"],
  baseline: ["Baseline", "Baseline of", "compared with baseline"],
  author: ["Authors", "Papers", "written by"],
  venue: ["Venue", "Papers", "appeared at"],
  variantOf: ["Variant of", "Variants", "variant of"],
  versionOf: ["Version of", "Later versions", "version of"],
};
const wordsOf = (edge) => WORDS[columns.relations[relationOf[edge]]];
const PLURALS = {
  Method: "Methods", Dataset: "Datasets", Task: "Tasks", Metric: "Metrics",
  Paper: "Papers", Result: "Results", Person: "People", Venue: "Venues",
};

/* Shapes as polygons in a circle of radius 1: the legend, the picture and the SVG file share them. */
function regular(corners, turn, radius = 1) {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}
const UP = -Math.PI / 2;
const star = regular(5, UP).flatMap((tip, i) => [tip, regular(5, UP + Math.PI / 5, 0.45)[i]]);
const SHAPES = {
  Method: regular(4, UP),
  Dataset: regular(6, 0),
  Task: regular(3, -UP),
  Metric: regular(3, UP),
  Paper: regular(4, UP / 2, 0.95),
  Result: [[-0.95, -0.5], [0.95, -0.5], [0.95, 0.5], [-0.95, 0.5]],
  Person: regular(24, 0, 0.85),
  Venue: star,
};

function svgElement(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function icon(type) {
  const points = SHAPES[type].map(([x, y]) => `${(7 + 6.5 * x).toFixed(1)},${(7 + 6.5 * y).toFixed(1)}`);
  return svgElement(
    "svg", { viewBox: "0 0 14 14", class: "shape", "aria-hidden": "true" },
    svgElement("polygon", { points: points.join(" "), class: type }),
  );
}

/* A name that leads to its node: a real link, so that it can be opened beside and copied. */
function link(node, text = labels[node]) {
  return make("a", { class: "name", href: addressOf(node), title: `${typeName(node)}: ${labels[node]}` }, text);
}

function webLink(address) {
  // Only these two schemes may be followed; anything else, javascript: above all, stays text.
  return /^https?:\/\//i.test(address)
    ? make("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, address)
    : address;
}
