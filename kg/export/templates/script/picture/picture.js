/* The picture: a scene on the stage, its colours, the camera, and what stands under the pointer. */

const host = $("stage");
const stage = typeof Sigma !== "undefined" && webglIsFast() ? sigmaStage(host) : visStage(host);
let scene = { nodes: [], links: [] };
let ink = {};

const motion = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  ink = {
    text: colour("ink"), soft: colour("soft"), halo: colour("ground"), focus: colour("focus"),
    edge: colour("edge"), thin: colour("edge-thin"),
    type: Object.fromEntries(TYPES.map((type) => [type, colour(type)])),
    face: getComputedStyle(document.body).fontFamily,
  };
}

/* A colour on its way to another, as #rrggbb: to lines that cover each other opacity would add up. */
function blend(one, other, part) {
  const channels = (colour) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  const [begin, end] = [channels(other), channels(one)];
  const mixed = begin.map((value, i) => Math.round(value + (end[i] - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function paint() {
  readColours();
  // Many lines on one another must not hide what they lead to.
  const faint = scene.links.length > 1500 && Math.max(0.12, 1 - Math.log10(scene.links.length / 1500));
  const thin = faint ? blend(ink.thin, ink.halo, faint) : ink.edge;
  for (const item of scene.nodes) item.colour = ink.type[typeName(item.node)];
  for (const item of scene.links) item.colour = thin;
  stage.show(scene);
}

function setScene(next) {
  scene = next;
  scene.place = new Map(scene.nodes.map((item, index) => [item.node, index]));
  // However far away, a node stays a point that can be seen, and what is in most papers stands out.
  const many = scene.nodes.length;
  const least = many <= READABLE ? 3 : many < 2000 ? 2.2 : 1.4;
  for (const item of scene.nodes) item.least = least * (isConcept(item.node) ? item.r / 5 : 1);
  paint();
  fit();
  focused = null;
}

dark.addEventListener("change", () => {
  const camera = stage.camera();
  paint();
  stage.moveTo(camera, false);
  stage.redraw();
});

/* The radius of a node in pixels. */
const radiusAt = ({ r, least }, scale) => Math.max(r * scale, least);

/* The camera that shows a scene with its names. */
function fitting(shown) {
  const wide = Math.max(host.clientWidth - 36, 50);
  const high = Math.max(host.clientHeight - 100, 50);
  let [extent, scale] = [null, 1];
  // Names have a least size in pixels, so how wide they are depends on the scale that they decide.
  for (let turn = 0; turn < 2; turn += 1) {
    extent = extentOf(shown, nameLine(scale) / scale);
    const [x, y] = [extent.right - extent.left, extent.bottom - extent.top];
    scale = Math.min(wide / Math.max(x, 1), high / Math.max(y, 1), 1.15);
  }
  // The buttons stand below, so the middle is a little above.
  const { left, right, top, bottom } = extent;
  return { x: (left + right) / 2, y: (top + bottom) / 2 + 10 / scale, scale };
}

/* The bounds of a scene whose names have a size in its units. */
function extentOf({ nodes, captions = [] }, size) {
  const extent = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const named = nodes.length <= READABLE;
  for (const item of nodes) {
    const { x, y, r, side } = item;
    const name = named ? textWidth(nameOf(item), size) + 12 : 0;
    extent.left = Math.min(extent.left, x - (side === undefined ? name / 2 : side < 0 ? r + name : r));
    extent.right = Math.max(extent.right, x + (side === undefined ? name / 2 : side > 0 ? r + name : r));
    extent.top = Math.min(extent.top, y - r);
    extent.bottom = Math.max(extent.bottom, y + r);
  }
  for (const { y } of captions) extent.top = Math.min(extent.top, y - 8);
  return extent;
}

function fit({ animated = false } = {}) {
  if (!scene.nodes.length) return;
  stage.moveTo(fitting(scene), animated && !motion.matches);
}

function zoomBy(factor) {
  const camera = stage.camera();
  stage.moveTo({ ...camera, scale: camera.scale * factor }, !motion.matches);
}

function panBy(x, y) {
  const camera = stage.camera();
  stage.moveTo({ ...camera, x: camera.x + x / camera.scale, y: camera.y + y / camera.scale }, false);
}

const toScreen = ({ x, y }, camera) => [
  (x - camera.x) * camera.scale + host.clientWidth / 2,
  (y - camera.y) * camera.scale + host.clientHeight / 2,
];

/* The node at a point of the host, else the link near it: {item} or {link}. */
function under(px, py) {
  const camera = stage.camera();
  let best = 7; // pixels beyond the rim of a node, or off a line
  let found = {};
  scene.nodes.forEach((item) => {
    const [x, y] = toScreen(item, camera);
    const off = Math.hypot(x - px, y - py) - radiusAt(item, camera.scale);
    if (off < best) { best = off; found = { item }; }
  });
  if (found.item) return found;
  for (const drawn of labelBoxes) {
    const inside = px >= drawn.x1 && px <= drawn.x2 && py >= drawn.y1 && py <= drawn.y2;
    if (inside && drawn.item) return { item: drawn.item };
  }
  best = 5;
  for (const one of scene.links) {
    const [ax, ay] = toScreen(scene.nodes[one.a], camera);
    const [bx, by] = toScreen(scene.nodes[one.b], camera);
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const part = Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / (length || 1)));
    const off = Math.hypot(ax + part * (bx - ax) - px, ay + part * (by - ay) - py);
    if (off < best) { best = off; found = { link: one }; }
  }
  return found;
}

/* What a link says: the relation it is, or the papers that it stands for. */
function linkWords({ a, b, edge, papers }) {
  if (edge !== undefined) return [labels[from[edge]], wordsOf(edge)[2], labels[to[edge]]];
  return [labels[scene.nodes[a].node], `in ${plural(papers, "paper")} with`, labels[scene.nodes[b].node]];
}
