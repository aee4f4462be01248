/*
 * Names as on a map: the most important first, and none over another. vis-network would draw all of
 * them, over one another where nodes stand close.
 */

const byWeight = [...picture.nodes].sort((a, b) => b.font.size - a.font.size || a.id - b.id);
const ALWAYS = 40; // so many names are drawn however small the picture is
const AT_MOST = 250;
const SPARSE = 300; // of fewer nodes in view, names keep clear of all
const CELL = 48; // pixels; a label is only compared with those in the cells that it touches

function drawLabels(context) {
  const scale = network.getScale();
  const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
  const room = new Room($("canvas"));
  const inView = nodesInView(scale, left, top);
  const sparse = inView.length <= SPARSE;
  if (sparse) {
    for (const { node, x, y } of inView) {
      const [wide, high] = node.shape === "box" ? [18, 8] : [node.size * 0.8, node.size * 0.8];
      room.take({ x1: x - wide * scale, x2: x + wide * scale, y1: y - high * scale, y2: y + high * scale });
    }
  }
  context.save();
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 3 / scale;
  context.strokeStyle = ink.halo;
  context.fillStyle = ink.text;
  let drawn = 0;
  for (const { node, x, y } of inView) {
    if (drawn === AT_MOST) break;
    const legible = node.font.size * scale >= 7;
    const wanted = node.shape === "box"
      ? (lit.on || sparse) && !legible // vis-network writes inside boxes where that can be read
      : lit.on || legible || drawn < ALWAYS;
    if (!wanted) continue;
    const size = Math.min(11 + node.font.size / 6, 18);
    context.font = `${size / scale}px ${face}`;
    const half = context.measureText(captions[node.id]).width * scale / 2;
    const reach = (node.shape === "box" ? 9 : node.size) * scale + 3;
    const place = room.find(x, y, { half, size, reach });
    if (!place) continue;
    const at = [place.x / scale + left, place.y / scale + top];
    context.strokeText(captions[node.id], ...at);
    context.fillText(captions[node.id], ...at);
    drawn += 1;
  }
  context.restore();
}

function nodesInView(scale, left, top) {
  const { clientWidth: width, clientHeight: height } = $("canvas");
  return (lit.on ? lit.list : byWeight)
    .filter((node) => !hidden.has(node.group))
    .map((node) => {
      const place = network.getPosition(node.id);
      return { node, x: (place.x - left) * scale, y: (place.y - top) * scale };
    })
    .filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
}

/* The places on the canvas that are still free, in pixels. */
class Room {
  constructor(canvas) {
    this.width = canvas.clientWidth;
    this.taken = new Map();
  }

  take(box) {
    for (const cell of cellsOf(box)) this.taken.set(cell, [...(this.taken.get(cell) ?? []), box]);
  }

  free(box) {
    return box.x1 >= 0 && box.x2 <= this.width && cellsOf(box).every((cell) =>
      (this.taken.get(cell) ?? []).every((other) =>
        box.x2 < other.x1 || box.x1 > other.x2 || box.y2 < other.y1 || box.y1 > other.y2));
  }

  /* Finds a place for a name below its node, above, to the right or to the left, and takes it. */
  find(x, y, { half, size, reach }) {
    const places = [
      { x, y: y + reach },
      { x, y: y - reach - size },
      { x: x + reach + half, y: y - size / 2 },
      { x: x - reach - half, y: y - size / 2 },
    ];
    const boxAt = (at) =>
      ({ x1: at.x - half - 2, x2: at.x + half + 2, y1: at.y, y2: at.y + size + 1 });
    const place = places.find((at) => this.free(boxAt(at)));
    if (place) this.take(boxAt(place));
    return place;
  }
}

function cellsOf({ x1, x2, y1, y2 }) {
  const cells = [];
  for (let x = Math.floor(x1 / CELL); x <= x2 / CELL; x += 1) {
    for (let y = Math.floor(y1 / CELL); y <= y2 / CELL; y += 1) cells.push(x * 4096 + y);
  }
  return cells;
}
network.on("afterDrawing", drawLabels);
