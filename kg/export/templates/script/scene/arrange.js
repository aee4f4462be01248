/*
 * Room for names: the few nodes of an overview start where the build has put them, are drawn to what
 * they are tied to, and are moved apart until no name covers another. Only additions, products and
 * square roots, in a fixed order: the same build and window, the same picture everywhere.
 */

const FRAME = [800, 540]; // a laptop's picture without its margins: at scale 1 a unit is a pixel
const ROOM = FRAME[0] * FRAME[1] / 60; // for a node with its name
const ROUNDS = 120;
const SMALLEST = 2.2; // so many times smaller at most: of more names than have room some are left out

function arrange(nodes, links) {
  // Who stands beside whom is the same in every window, and the window's frame is filled after that.
  settle(nodes, FRAME);
  attract(nodes, links, Math.sqrt(FRAME[0] * FRAME[1] / nodes.length));
  const inside = [Math.max(host.clientWidth - 166, 200), Math.max(host.clientHeight - 140, 160)];
  const grow = Math.max(1, Math.sqrt(nodes.length * ROOM / (inside[0] * inside[1])));
  settle(nodes, inside.map((side) => side * grow));
  // Where the picture outgrows the frame it is drawn smaller, and names, which are not, need more.
  for (let turn = 0; turn < 10; turn += 1) {
    const [x, y] = [extent(nodes, "x") / inside[0], extent(nodes, "y") / inside[1]];
    const scale = Math.min(Math.max(1, x, y), SMALLEST);
    if (!declutter(nodes, scale, x > y ? 0.7 : 3)) break;
  }
}

const extent = (nodes, axis) =>
  Math.max(...nodes.map((item) => item[axis])) - Math.min(...nodes.map((item) => item[axis]));

/* Forces after Fruchterman and Reingold (1991), with the strength of a tie as its pull. */
function attract(nodes, links, distance) {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const item of nodes) { item.dx = -item.x * 0.03; item.dy = -item.y * 0.03; }
    nodes.forEach((one, i) => {
      for (let j = 0; j < i; j += 1) push(one, nodes[j], distance * distance);
    });
    for (const { a, b, strength = 0.3 } of links) pull(nodes[a], nodes[b], (0.15 + strength) / distance);
    const heat = distance * 0.6 * (1 - round / ROUNDS);
    for (const item of nodes) {
      const length = Math.sqrt(item.dx * item.dx + item.dy * item.dy) + 1e-9;
      item.x += item.dx / length * Math.min(length, heat);
      item.y += item.dy / length * Math.min(length, heat);
    }
  }
  for (const item of nodes) { delete item.dx; delete item.dy; }
}

function push(one, other, strength) {
  const [x, y] = [one.x - other.x, one.y - other.y];
  const by = strength / (x * x + y * y + 1);
  one.dx += x * by; one.dy += y * by;
  other.dx -= x * by; other.dy -= y * by;
}

function pull(one, other, strength) {
  const [x, y] = [other.x - one.x, other.y - one.y];
  const by = Math.sqrt(x * x + y * y) * strength;
  one.dx += x * by; one.dy += y * by;
  other.dx -= x * by; other.dy -= y * by;
}

function settle(nodes, [wide, high]) {
  spread(nodes, "x", wide);
  spread(nodes, "y", high);
}

/*
 * Half by rank, half by place: the picture keeps its neighbourhoods, and a far corner does not press
 * everything else into one spot.
 */
function spread(nodes, axis, extent) {
  const order = [...nodes].sort((a, b) => a[axis] - b[axis] || a.node - b.node);
  const low = order[0][axis];
  const range = Math.max(order.at(-1)[axis] - low, 1);
  const last = Math.max(order.length - 1, 1);
  order.forEach((item, rank) => {
    item[axis] = (0.65 * (rank / last) + 0.35 * ((item[axis] - low) / range) - 0.5) * extent;
  });
}

/*
 * Moves boxes of node and name apart, `sideways` times rather to the side than up or down; tells
 * whether there was anything to move.
 */
function declutter(nodes, scale, sideways) {
  const boxes = nodes.map((item) => {
    const size = nameSize(item);
    const name = textWidth(nameOf(item), size) / 2 + 7;
    const below = (size + 7) * scale;
    return { item, wide: Math.max(name * scale, item.r + 4), high: item.r + below / 2, down: below / 2 };
  });
  let sweep = 0;
  for (let moved = true; moved && sweep < 200; sweep += 1) {
    moved = false;
    boxes.sort((a, b) => (a.item.x - a.wide) - (b.item.x - b.wide) || a.item.node - b.item.node);
    boxes.forEach((one, i) => {
      const right = one.item.x + one.wide;
      for (let j = i + 1; j < boxes.length && boxes[j].item.x - boxes[j].wide < right; j += 1) {
        moved = apart(one, boxes[j], sideways) || moved;
      }
    });
  }
  for (const { item } of boxes) { item.x = Math.round(item.x); item.y = Math.round(item.y); }
  return sweep > 1;
}

function apart(one, other, sideways) {
  const dx = other.item.x - one.item.x;
  const dy = other.item.y + other.down - one.item.y - one.down;
  const x = one.wide + other.wide - Math.abs(dx);
  const y = one.high + other.high - Math.abs(dy);
  if (x <= 0 || y <= 0) return false;
  const [axis, by, sign] = x < y * sideways ? ["x", x, dx] : ["y", y, dy];
  const step = (by / 2 + 0.5) * (sign < 0 ? -1 : 1);
  one.item[axis] -= step;
  other.item[axis] += step;
  return true;
}

const nameSize = (item) => (item.r >= 13 ? 14 : item.r >= 9 ? 13 : 12);
