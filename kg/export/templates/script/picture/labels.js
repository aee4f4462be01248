/*
 * Names as on a map: the most important first, and none over another. They are drawn over the stage
 * on a canvas of their own, with what is under the pointer or under the keyboard's focus.
 */

const overlay = $("overlay");
const AT_MOST = 260;
const FIRST_NAMES = 70;
const CELL = 48; // pixels; a name is only compared with those in the cells that it touches
let labelBoxes = []; // where names stand: {x1, x2, y1, y2, item}
let hovered = {}; // what is under the pointer, as `under` returns it
let focused = null; // the node under the keyboard's focus

function drawOverlay() {
  const [wide, high] = [host.clientWidth, host.clientHeight];
  const ratio = devicePixelRatio || 1;
  if (overlay.width !== Math.round(wide * ratio) || overlay.height !== Math.round(high * ratio)) {
    overlay.width = Math.round(wide * ratio);
    overlay.height = Math.round(high * ratio);
  }
  const context = overlay.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, wide, high);
  const camera = stage.camera();
  const lit = litNow();
  drawLit(context, camera, lit);
  context.lineJoin = "round";
  context.textBaseline = "middle";
  labelBoxes = placeLabels(camera, lit);
  for (const label of labelBoxes) drawLabel(context, label, lit);
  document.documentElement.dataset.drawn = "true";
}

/* What the pointer or the keyboard points at, with its links and the nodes at their other ends. */
function litNow() {
  const item = hovered.item ?? focused;
  const touches = ({ a, b }) => scene.nodes[a] === item || scene.nodes[b] === item;
  const links = item ? [...scene.links, ...scene.quiet ?? []].filter(touches)
    : hovered.link ? [hovered.link] : [];
  const items = new Set(links.flatMap(({ a, b }) => [scene.nodes[a], scene.nodes[b]]));
  if (item) items.add(item);
  return { item, links, items };
}

function drawLit(context, camera, { item, links, items }) {
  context.strokeStyle = ink.focus;
  for (const { a, b, width } of links) {
    context.lineWidth = Math.max(width * camera.scale, 1) + 0.5;
    context.beginPath();
    context.moveTo(...toScreen(scene.nodes[a], camera));
    context.lineTo(...toScreen(scene.nodes[b], camera));
    context.stroke();
  }
  for (const one of links.length < 400 ? items : [item]) {
    outline(context, one, camera, one === item ? 2.5 : 1.5);
  }
  const root = state.node !== null && scene.nodes[scene.place?.get(state.node)];
  if (root) outline(context, root, camera, 2.5);
}

function outline(context, item, camera, width) {
  if (!item) return;
  const [x, y] = toScreen(item, camera);
  const r = item.r * camera.scale;
  context.beginPath();
  for (const [px, py] of SHAPES[typeName(item.node)]) context.lineTo(x + px * r, y + py * r);
  context.closePath();
  context.fillStyle = ink.type[typeName(item.node)];
  context.fill();
  context.lineWidth = width;
  context.strokeStyle = ink.focus;
  context.stroke();
}

/* Which names are drawn, and where: {item, text, size, x, y, align} with the box. */
function placeLabels(camera, lit) {
  const room = new Room(host.clientWidth, host.clientHeight - 34); // above the buttons
  const placed = [];
  const seen = new Set();
  const tree = scene.nodes[0]?.side !== undefined;
  const first = [...lit.items].sort((a, b) => (b === lit.item) - (a === lit.item) || b.weight - a.weight);
  const visible = (item) => {
    const [x, y] = toScreen(item, camera);
    return x > -20 && y > -20 && x < host.clientWidth + 20 && y < host.clientHeight + 20;
  };
  const crowded = scene.nodes.length > READABLE;
  if (!crowded) {
    for (const item of scene.nodes) {
      const [x, y] = toScreen(item, camera);
      const r = item.r * camera.scale * 0.8;
      room.take({ x1: x - r, x2: x + r, y1: y - r, y2: y + r, item });
    }
  }
  for (const item of [...first.slice(0, 60), ...scene.nodes]) {
    if (placed.length >= AT_MOST) break;
    // In a map of thousands the first names are enough, until a node is near enough to be seen.
    const far = crowded && placed.length >= FIRST_NAMES && item.r * camera.scale < 3.5;
    if (seen.has(item) || (far && !lit.items.has(item)) || !visible(item)) continue;
    seen.add(item);
    const label = fitLabel(item, camera, room, tree);
    if (label) placed.push(label);
  }
  return placed;
}

function fitLabel(item, camera, room, tree) {
  const lineSize = Math.max(10, Math.min(12 * camera.scale, 14)) + (item.side === 0 ? 2 : 0);
  const size = tree ? lineSize : nameSize(item);
  if (tree && 12 * camera.scale < 7) return null; // lines would run into one another
  const text = nameOf(item);
  const [x, y] = toScreen(item, camera);
  const reach = item.r * camera.scale + 4;
  const wide = textWidth(text, size) * 1.04;
  const places = tree && item.side !== 0
    ? [[item.side > 0 ? "left" : "right", x + item.side * reach, y]]
    : [
      ["center", x, y + reach + size / 2], ["center", x, y - reach - size / 2],
      ["left", x + reach, y], ["right", x - reach, y],
    ];
  for (const [align, px, py] of places) {
    const left = align === "center" ? px - wide / 2 : align === "left" ? px : px - wide;
    const box = { x1: left - 3, x2: left + wide + 3, y1: py - size / 2 - 1, y2: py + size / 2 + 1, item };
    // In a tree every name has a line of its own.
    if (!tree && !room.free(box)) continue;
    room.take(box);
    return { ...box, text, size, x: px, y: py, align };
  }
  return null;
}

function drawLabel(context, { item, text, size, x, y, align }, lit) {
  const strong = item === lit.item || item.side === 0;
  context.font = `${strong ? "600 " : ""}${size}px ${ink.face}`;
  context.textAlign = align;
  context.lineWidth = 3.5;
  context.strokeStyle = ink.halo;
  context.strokeText(text, x, y);
  const clear = lit.items.has(item) || item.side !== undefined || isConcept(item.node);
  context.fillStyle = clear ? ink.text : ink.soft;
  context.fillText(text, x, y);
}

/* The places that are still free, in pixels. A node is in its own name's way only for others. */
class Room {
  constructor(wide, high) {
    this.wide = wide;
    this.high = high;
    this.cells = new Map();
  }

  take(box) {
    for (const cell of Room.cellsOf(box)) {
      const there = this.cells.get(cell);
      if (there) there.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  free(box) {
    if (box.x1 < 0 || box.x2 > this.wide || box.y1 < 0 || box.y2 > this.high) return false;
    for (const cell of Room.cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        const apart = box.x1 >= other.x2 || box.x2 <= other.x1 || box.y1 >= other.y2 || box.y2 <= other.y1;
        if (other.item !== box.item && !apart) return false;
      }
    }
    return true;
  }

  static *cellsOf({ x1, x2, y1, y2 }) {
    for (let x = Math.floor(x1 / CELL); x <= x2 / CELL; x += 1) {
      for (let y = Math.floor(y1 / CELL); y <= y2 / CELL; y += 1) yield x * 4096 + y;
    }
  }
}

stage.onRender(drawOverlay);
