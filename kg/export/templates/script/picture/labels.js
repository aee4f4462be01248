/*
 * Names as on a map: the most important first, and none over another. They are drawn over the stage
 * on a canvas of their own, with what is under the pointer or under the keyboard's focus.
 */

const overlay = $("overlay");
const AT_MOST = 260;
const FIRST_NAMES = 70;
const HEAVIEST = 20; // names that rather cover one of the lighter nodes than stand nowhere
let labelBoxes = []; // what is written, in which box: see `placeLabels`
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
  for (const label of labelBoxes) drawLabel(context, label);
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
  const r = radiusAt(item, camera.scale);
  context.beginPath();
  for (const [px, py] of SHAPES[typeName(item.node)]) context.lineTo(x + px * r, y + py * r);
  context.closePath();
  context.fillStyle = ink.type[typeName(item.node)];
  context.fill();
  context.lineWidth = width;
  context.strokeStyle = ink.focus;
  context.stroke();
}

/*
 * Which names are drawn, and where: the box, its item (null for a caption), text, size, x, y, align,
 * colour and whether it is strong.
 */
function placeLabels(camera, lit) {
  const room = new Room(host.clientWidth, host.clientHeight - 34); // above the buttons
  const placed = (scene.captions ?? []).map((caption) => captionLabel(caption, camera));
  const seen = new Set();
  const tree = scene.nodes[0]?.side !== undefined;
  const first = [...lit.items].sort((a, b) => (b === lit.item) - (a === lit.item) || b.weight - a.weight);
  const visible = (item) => {
    const [x, y] = toScreen(item, camera);
    return x > -20 && y > -20 && x < host.clientWidth + 20 && y < host.clientHeight + 20;
  };
  const crowded = scene.nodes.length > READABLE;
  if (!crowded) {
    scene.nodes.forEach((item, rank) => {
      const [x, y] = toScreen(item, camera);
      const r = radiusAt(item, camera.scale) * 0.8;
      room.take({ x1: x - r, x2: x + r, y1: y - r, y2: y + r, item, light: rank >= scene.nodes.length / 4 });
    });
  }
  for (const item of [...first.slice(0, 60), ...scene.nodes]) {
    if (placed.length >= AT_MOST) break;
    // In a map of thousands the first names are enough, until a node is near enough to be seen.
    const far = crowded && placed.length >= FIRST_NAMES && item.r * camera.scale < 3.5;
    if (seen.has(item) || (far && !lit.items.has(item)) || !visible(item)) continue;
    seen.add(item);
    const clear = lit.items.has(item) || tree || isConcept(item.node);
    const style = { strong: item === lit.item || item.side === 0, colour: clear ? ink.text : ink.soft };
    const heavy = placed.length < HEAVIEST;
    const found = tree ? treeLabels(item, camera) : freeLabels(item, camera, room, heavy);
    placed.push(...found.map((label) => ({ ...label, ...style })));
  }
  return placed;
}

function captionLabel({ text, side, x, y }, camera) {
  const [px, py] = toScreen({ x, y }, camera);
  const label = boxed(text, nameLine(camera.scale) - 1, px, py, side > 0 ? "left" : "right");
  return { ...label, item: null, strong: false, colour: ink.soft };
}

/* In a tree every name has a line of its own; that of the root stands below it. */
function treeLabels(item, camera) {
  if (12 * camera.scale < 7) return []; // lines would run into one another
  const size = nameLine(camera.scale);
  const [x, y] = toScreen(item, camera);
  const reach = radiusAt(item, camera.scale) + 4;
  if (item.side !== 0) {
    const align = item.side > 0 ? "left" : "right";
    return [{ ...boxed(nameOf(item), size, x + item.side * reach, y, align), item }];
  }
  const line = (size + 2) * 1.2;
  return item.lines.map((text, i) =>
    ({ ...boxed(text, size + 2, x, y + reach + line * (i + 0.5), "center"), item }));
}

/* Elsewhere a name stands where there is room for it beside its node, or nowhere. */
function freeLabels(item, camera, room, heavy) {
  const size = nameSize(item);
  const text = nameOf(item);
  const [x, y] = toScreen(item, camera);
  const reach = radiusAt(item, camera.scale) + 4;
  const places = [
    ["center", x, y + reach + size / 2], ["center", x, y - reach - size / 2],
    ["left", x + reach, y], ["right", x - reach, y],
  ];
  const there = places.map(([align, px, py]) => ({ ...boxed(text, size, px, py, align), item }));
  const found = there.find((label) => room.free(label))
    ?? (heavy ? there.find((label) => room.free(label, { overLight: true })) : undefined);
  if (!found) return [];
  room.take(found);
  return [found];
}

function boxed(text, size, x, y, align) {
  const wide = textWidth(text, size) * 1.04;
  const left = align === "center" ? x - wide / 2 : align === "left" ? x : x - wide;
  const box = { x1: left - 3, x2: left + wide + 3, y1: y - size / 2 - 1, y2: y + size / 2 + 1 };
  return { ...box, text, size, x, y, align };
}

function drawLabel(context, { text, size, strong, colour, x, y, align }) {
  context.font = `${strong ? "600 " : ""}${size}px ${ink.face}`;
  context.textAlign = align;
  context.lineWidth = 3.5;
  context.strokeStyle = ink.halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

stage.onRender(drawOverlay);
