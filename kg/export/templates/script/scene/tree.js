/*
 * A tree that grows to both sides, with a line of its own for every name, so that none covers another:
 * y is the line, x the column. A parent stands in the middle of its children. Columns and names take
 * the width that the window has at the scale at which all lines fit into its height.
 */

const LINE = 23; // units from one name to the next
const GAP = 0.5; // lines between one kind of nodes and the next
const LONGEST = 64; // letters of a name, however much room there is

function placeTree(root, sifted) {
  const sides = [-1, 1].map((side) => {
    const items = root.children.filter((child) => child.side === side)
      .sort((a, b) => ORDER.indexOf(typeName(a.node)) - ORDER.indexOf(typeName(b.node)));
    return { side, items, lines: giveLines(items) };
  });
  const scale = treeScale(sides);
  const column = Math.max(44, Math.min(0.3 * host.clientWidth / 2 / scale, 210));
  const nodes = [treeNode(root, 0, 0, sifted)];
  const letters = 1.4 * column * scale / (nameLine(scale) + 2) / LETTER;
  nodes[0].lines = wrap(labels[root.node], Math.max(letters, 14), 3);
  const across = sides.reduce((sum, { items }) => sum + depth(items), 0);
  const rooms = roomsOf(sides, host.clientWidth / scale - (0.8 + across) * column - 80);
  sides.forEach(({ side, items, lines }, i) => {
    for (const item of items) giveRoom(item, rooms[i]);
    for (const { item, x } of inColumns(items, column, column, lines)) {
      nodes.push(treeNode(item, side * x, (item.line - (lines - 1) / 2) * LINE, sifted));
    }
  });
  nodes.forEach((item, index) => { item.weight = -index; });
  return nodes;
}

const treeScale = (sides) => Math.max(0.6, Math.min(
  (host.clientHeight - 120) / (Math.max(1, ...sides.map(({ lines }) => lines)) * LINE), 1.15));

/* The size of a name on its line, in pixels. */
const nameLine = (scale) => Math.max(10, Math.min(12 * scale, 14));

const depth = (items) => 1 + Math.max(0, ...items.map(({ children }) => (children.length ? depth(children) : 0)));

/*
 * How many letters a name has on each side: of half of the width and of what the other side leaves,
 * shared by the columns of the side.
 */
function roomsOf(sides, width) {
  const letters = width / 12 / LETTER;
  const wanted = sides.map(({ items }) => depth(items)
    * Math.max(0, ...items.map(({ node }) => textWidth(fullName(node), 1) / LETTER)));
  return sides.map(({ items }, side) => {
    const room = Math.max(letters / 2, letters - wanted[1 - side]) / depth(items);
    return Math.max(14, Math.min(Math.floor(room), LONGEST));
  });
}

function giveRoom(item, room) {
  item.room = room;
  for (const child of item.children) giveRoom(child, room);
}

function treeNode({ node, side, parent, room }, x, y, sifted) {
  const r = !parent ? 15 : isConcept(node) ? Math.min(5 + Math.sqrt(sifted.support[node]), 9) : 5.5;
  return { node, x: Math.round(x), y: Math.round(y), r, side, room, parent: parent?.node ?? null };
}

/* Numbers the lines from the top, and returns how many there are. */
function giveLines(items, first = 0) {
  let line = first;
  items.forEach((item, i) => {
    if (i && typeOf[item.node] !== typeOf[items[i - 1].node]) line += GAP;
    const after = item.children.length ? giveLines(item.children, line) : line + 1;
    item.line = (line + after - 1) / 2;
    line = after;
  });
  return line;
}

/* Yields every node with its column; one begins where the longest name before it ends. */
function* inColumns(items, x, column, lines) {
  for (const item of items) {
    // The first column bends round the middle, so that its links can be told apart.
    const across = lines > 1 ? 2 * item.line / (lines - 1) - 1 : 0;
    yield { item, x: x + (item.parent.parent ? 0 : 0.4 * column * (1 - across ** 2)) };
  }
  const parents = items.filter((item) => item.children.length);
  if (!parents.length) return;
  const names = Math.max(...parents.map((item) => textWidth(nameOf(item), 12)));
  const links = parents[0].parent.parent ? 70 : column;
  yield* inColumns(parents.flatMap((item) => item.children), x + names + links, column, lines);
}
