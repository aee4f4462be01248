/*
 * What is shown follows from the state alone. Also the way in for other programs, window.kg:
 *   kg.select(key)   looks at the node with that key; null at the overview
 *   kg.selected()    its key, or null
 *   kg.counts()      {nodes, links} as drawn now, and {types: {Method: …}}
 *   kg.at(key)       where the node stands in the window, {x, y}; null if it is not drawn
 *   kg.pan(x, y)     moves the picture by so many pixels
 */

let sifted = null;

const same = (one, other, parts) => parts.every((part) => String(one[part]) === String(other[part]));
const FILTERS = ["role", "relation", "year", "venue", "support"];
const DRAWN = [...FILTERS, "node", "view", "types", "hide", "most"];
const TOLD = [...FILTERS, "node", "other", "view", "boards"];
const opened = ({ open: nodes }) => String([...nodes]);

/* What the picture, the legend and the filters show; the first time there is no state before. */
function update(before) {
  if (!before || !same(before, state, FILTERS)) sifted = sift(state);
  document.body.dataset.view = state.node === null ? "" : state.view;
  // A picture that is not seen has no size to be drawn for.
  const drawn = before && same(before, state, DRAWN) && opened(before) === opened(state);
  if (!drawn && !document.body.dataset.view) draw();
  legend();
  drawFilters();
  drawStatus();
  if (!before || !same(before, state, TOLD)) showPanel();
  const title = state.node === null ? [] : [labels[state.node]];
  document.title = [...title, "Knowledge graph"].join(" · ");
}

function draw() {
  hovered = {};
  tip.hidden = true;
  setScene(state.node === null ? overview(state, sifted) : neighbourhood(state, sifted));
  drawOverlay();
}

function drawStatus() {
  const parts = [];
  if (state.node === null) {
    const total = typeCounts(sifted);
    const hidden = scene.nodes.length < state.types.reduce((sum, type) => sum + total[T[type]], 0);
    const drawn = scene.nodes.length;
    if (!state.types.length) parts.push("All types are switched off.");
    else if (!drawn && COUNT) parts.push(NOTHING, button("Clear the filters", clearFilters));
    else if (hidden) parts.push(`The ${amount(drawn)} in most papers, with their strongest ties`);
    else parts.push(plural(drawn, "name"));
  } else if (scene.left !== undefined) {
    parts.push(button("Overview", () => go(at(null))));
    const more = `${amount(Math.min(step(), scene.left))} more of ${amount(scene.left)}`;
    if (scene.left) parts.push(button(more, () => growRoot(step())));
    if (state.open.size) parts.push(button("Collapse", () => go({ open: new Map() })));
  }
  $("status").classList.toggle("empty", !scene.nodes.length);
  $("status").replaceChildren(...parts);
}

$("counts").textContent = [
  plural(typeCounts(sift(initial()))[T.Paper], "paper"),
  plural(COUNT, "node"), plural(EDGES, "fact"),
].join(" · ");

/* A picture is made for the size of the window: a tree keeps its names within it. */
let size = "";
new ResizeObserver(() => {
  const now = `${host.clientWidth}×${host.clientHeight}`;
  if (now === size || !host.clientWidth) return;
  const first = size === "";
  size = now;
  stage.resize();
  if (!first) draw();
}).observe(host);

state = parse(location.hash || "#");
update(null);

window.kg = Object.freeze({
  select: (key) => go(at(key === null ? null : numberOf.get(key) ?? state.node)),
  selected: () => (state.node === null ? null : keys[state.node]),
  counts() {
    const types = {};
    for (const { node } of scene.nodes) types[typeName(node)] = (types[typeName(node)] ?? 0) + 1;
    return { nodes: scene.nodes.length, links: scene.links.length, types };
  },
  at(key) {
    const item = scene.nodes[scene.place.get(numberOf.get(key))];
    if (!item) return null;
    const { left, top } = host.getBoundingClientRect();
    const [x, y] = toScreen(item, stage.camera());
    return { x: x + left, y: y + top };
  },
  pan: panBy,
});
