/* The picture: vis-network with the positions, shapes and sizes that it is given. */

const hidden = new Set();
const edgesAt = facts.map(() => []);
for (const edge of picture.edges) {
  edge.title = WORDS[edge.relation]?.[2] ?? edge.relation;
  edgesAt[edge.from].push(edge);
  if (edge.to !== edge.from) edgesAt[edge.to].push(edge);
}
const captions = picture.nodes.map((node) => node.label);
for (const node of picture.nodes) {
  node.title = `${facts[node.id].type}: ${facts[node.id].label}`;
  if (node.shape !== "box") delete node.label; // drawn below, where there is room for it
}
const nodes = new vis.DataSet(picture.nodes);
const edges = new vis.DataSet(picture.edges);
const view = new vis.DataView(nodes, {
  filter: (node) => !hidden.has(node.group),
});
const shownEdges = new vis.DataView(edges, {
  filter: (edge) => !hidden.has(facts[edge.from].type) && !hidden.has(facts[edge.to].type),
});

// The node selected and its neighbours are lit, all others fade.
const FADED = 0.12;
const lit = {
  on: false,
  list: [],
  edges: [],
  numbers: new Set(),
  has(number) { return this.numbers.has(number); },
};
// Many edges in one place would cover everything else.
const edgeOpacity = Math.min(1, Math.max(0.2, 25 / Math.sqrt(picture.edges.length + 1)));
let ink;

function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const groups = {};
  for (const { type } of types) {
    const own = colour(type);
    const lit = { background: own, border: colour("focus") };
    groups[type] = {
      color: { background: own, border: colour("halo"), highlight: lit, hover: lit },
      font: { color: colour("on-result") },
    };
  }
  ink = { text: colour("ink"), halo: colour("halo") };
  const color = {
    color: colour("edge"),
    highlight: colour("focus"),
    hover: colour("focus"),
    opacity: edgeOpacity * (lit.on ? FADED : 1),
  };
  return { groups, edges: { ...picture.options.edges, color } };
}

const face = getComputedStyle(document.body).fontFamily;
const network = new vis.Network(
  $("canvas"),
  { nodes: view, edges: shownEdges },
  {
    ...picture.options,
    ...theme(),
    nodes: { ...picture.options.nodes, font: { face }, margin: 3 },
    interaction: { ...picture.options.interaction, hideEdgesOnDrag: picture.edges.length > 4000 },
  },
);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  network.setOptions(theme());
  light(current === null ? null : numberOf.get(current));
});
network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) select(facts[node].key, { move: false });
  else if (edge !== undefined) showEdge(edge);
  else select(null);
});
$("fit").addEventListener("click", () => moveTo(view.getIds()));

function light(number) {
  const before = lit.on;
  const old = [...lit.numbers];
  lit.on = number !== null;
  lit.numbers = new Set(lit.on
    ? [number, ...edgesAt[number].map((edge) => otherEnd(edge, number))] : []);
  lit.list = byWeight.filter((node) => lit.has(node.id))
    .sort((a, b) => (b.id === number) - (a.id === number));
  const others = lit.on !== before ? picture.nodes.map(({ id }) => id) : old;
  const opacity = lit.on ? FADED : 1;
  nodes.update(others.filter((id) => !lit.has(id)).map((id) => ({ id, opacity })));
  nodes.update([...lit.numbers].map((id) => ({ id, opacity: 1 })));
  const { color } = theme().edges;
  if (lit.on !== before) network.setOptions({ edges: { color } });
  edges.update(lit.edges.map((id) => ({ id, color, width: 1 })));
  lit.edges = lit.on ? edgesAt[number].map((edge) => edge.id) : [];
  const bright = { ...color, color: color.highlight, opacity: 1 };
  edges.update(lit.edges.map((id) => ({ id, color: bright, width: 2 })));
}
