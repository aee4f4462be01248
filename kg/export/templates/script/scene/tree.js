/*
 * A tree that grows to both sides, with a line of its own for every name, so that none covers another:
 * y is the line, x the column. A parent stands in the middle of its children.
 */

const LINE = 23; // units from one name to the next
const GAP = 0.5; // lines between one kind of nodes and the next

function placeTree(root, sifted) {
  const nodes = [treeNode(root, 0, 0, sifted)];
  for (const side of [-1, 1]) {
    const items = root.children.filter((child) => child.side === side)
      .sort((a, b) => ORDER.indexOf(typeName(a.node)) - ORDER.indexOf(typeName(b.node)));
    const lines = giveLines(items);
    for (const { item, x } of inColumns(items, columnAt(), lines)) {
      nodes.push(treeNode(item, side * x, (item.line - (lines - 1) / 2) * LINE, sifted));
    }
  }
  nodes.forEach((item, index) => { item.weight = -index; });
  return nodes;
}

function treeNode({ node, side, parent }, x, y, sifted) {
  const r = !parent ? 15 : isConcept(node) ? Math.min(5 + Math.sqrt(sifted.support[node]), 9) : 5.5;
  return { node, x: Math.round(x), y: Math.round(y), r, side, parent: parent?.node ?? null };
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
function* inColumns(items, x, lines) {
  for (const item of items) {
    // The first column bends round the middle, so that its links can be told apart.
    const across = lines > 1 ? 2 * item.line / (lines - 1) - 1 : 0;
    yield { item, x: x + (item.parent.parent ? 0 : 0.4 * columnAt() * (1 - across ** 2)) };
  }
  const parents = items.filter((item) => item.children.length);
  if (!parents.length) return;
  const names = Math.max(...parents.map((item) => textWidth(nameOf(item), 12)));
  const links = parents[0].parent.parent ? 70 : columnAt();
  yield* inColumns(parents.flatMap((item) => item.children), x + names + links, lines);
}
