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
  if (scene.nodes.length > READABLE) {
    // However far away, a node stays a point that can be seen.
    const least = (scene.nodes.length < 2000 ? 2.4 : 1.5) / fitting(scene.nodes).scale;
    for (const item of scene.nodes) item.r = Math.max(item.r, Math.min(least, 9));
  }
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

/* The camera that shows some nodes with their names. */
function fitting(items) {
  const extent = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const named = items.length <= READABLE;
  for (const item of items) {
    const { x, y, r, side } = item;
    const name = named ? textWidth(nameOf(item), 12) + 12 : 0;
    extent.left = Math.min(extent.left, x - (side === undefined ? name / 2 : side < 0 ? r + name : r));
    extent.right = Math.max(extent.right, x + (side === undefined ? name / 2 : side > 0 ? r + name : r));
    extent.top = Math.min(extent.top, y - r);
    extent.bottom = Math.max(extent.bottom, y + r);
  }
  const { left, right, top, bottom } = extent;
  const wide = Math.max(host.clientWidth - 36, 50);
  const high = Math.max(host.clientHeight - 100, 50);
  const scale = Math.min(wide / Math.max(right - left, 1), high / Math.max(bottom - top, 1), 1.15);
  // The buttons stand below, so the middle is a little above.
  return { x: (left + right) / 2, y: (top + bottom) / 2 + 10 / scale, scale };
}

function fit({ animated = false } = {}) {
  if (!scene.nodes.length) return;
  stage.moveTo(fitting(scene.nodes), animated && !motion.matches);
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
    const off = Math.hypot(x - px, y - py) - item.r * camera.scale;
    if (off < best) { best = off; found = { item }; }
  });
  if (found.item) return found;
  for (const drawn of labelBoxes) {
    if (px >= drawn.x1 && px <= drawn.x2 && py >= drawn.y1 && py <= drawn.y2) return { item: drawn.item };
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
