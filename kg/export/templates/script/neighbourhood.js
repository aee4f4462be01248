/*
 * The neighbourhood of a node, as a tree that grows to both sides: on the left what papers name
 * together with it, on the right its results, papers and other facts. A line for every name, so that
 * none covers another. Every further node that is expanded grows its own neighbours outwards.
 */

const LINE = 23; // units from one name to the next
const ORDER = ["Result", "Method", "Dataset", "Task", "Metric", "Person", "Venue", "Paper"];

function neighbourhood(given, sifted) {
  const root = { node: given.node, children: [], side: 0 };
  const seen = new Set([given.node]);
  const shown = (node) => sifted.nodes[node] && !given.hide.includes(typeName(node)) && !seen.has(node);
  const grow = (parent, side, nodes) => {
    for (const node of nodes) {
      if (seen.has(node)) continue;
      seen.add(node);
      const child = { node, children: [], side: side(node), parent };
      parent.children.push(child);
    }
  };
  const count = given.open.get(given.node) ?? STEP;
  const near = neighbours(given.node, sifted).filter(shown);
  const related = hasTies(given.node)
    ? together(given.node, sifted).map(({ other }) => other).filter(shown) : [];
  if (related.length) {
    // The facts need room even where there are thousands of ties, and the other way round.
    const right = Math.min(near.length, Math.max(count / 2, count - related.length));
    grow(root, () => 1, near.slice(0, right));
    grow(root, () => -1, related.slice(0, count - right));
  } else {
    const left = (node) => (is(node, "Person") || is(node, "Venue") || is(given.node, "Result") && is(node, "Paper") ? -1 : 1);
    grow(root, left, near.slice(0, count));
  }
  for (const [node, more] of given.open) {
    const at = find(root, node);
    if (at && at !== root) grow(at, () => at.side, neighbours(node, sifted).filter(shown).slice(0, more));
  }
  const nodes = lay(root, sifted);
  const left = near.concat(related).filter((node) => !seen.has(node)).length;
  return { nodes, ...linksOfTree(nodes, root, given, sifted), left };
}

const hasTies = (node) => isConcept(node) || is(node, "Person") || is(node, "Venue");

function find(item, node) {
  if (item.node === node) return item;
  for (const child of item.children) {
    const found = find(child, node);
    if (found) return found;
  }
  return null;
}

/* The nodes that an edge leads to, each kind in its turn, so that papers do not crowd out results. */
function neighbours(node, sifted) {
  const kinds = new Map();
  for (const edge of edgesAt(node)) {
    const other = otherEnd(edge, node);
    if (!sifted.edges[edge] || other === node) continue;
    const kind = typeName(other);
    if (!kinds.has(kind)) kinds.set(kind, new Set());
    kinds.get(kind).add(other);
  }
  const weight = (other) => (isConcept(other) ? sifted.support[other] : degree(other));
  const lists = ORDER.filter((kind) => kinds.has(kind)).map((kind) =>
    [...kinds.get(kind)].sort((a, b) => weight(b) - weight(a) || a - b));
  const mixed = [];
  for (let i = 0; lists.some((list) => i < list.length); i += 1) {
    for (const list of lists) if (i < list.length) mixed.push(list[i]);
  }
  return mixed;
}

/* Gives every node its line and its column; a parent stands in the middle of its children. */
function lay(root, sifted) {
  const nodes = [];
  const put = (item, x, y) => {
    const { node, side, parent } = item;
    const weight = isConcept(node) ? sifted.support[node] : 0;
    item.index = nodes.length;
    nodes.push({
      node, x: Math.round(x), y: Math.round(y), side, parent: parent?.node ?? null,
      r: item === root ? 15 : isConcept(node) ? Math.min(5 + Math.sqrt(weight), 9) : 5.5,
      weight: 1e6 - nodes.length,
    });
  };
  put(root, 0, 0);
  for (const side of [-1, 1]) {
    const first = root.children.filter((child) => child.side === side)
      .sort((a, b) => ORDER.indexOf(typeName(a.node)) - ORDER.indexOf(typeName(b.node)));
    const lines = first.reduce((sum, child) => sum + height(child), 0);
    let line = -(lines - 1) / 2;
    let kind = first[0] && typeOf[first[0].node];
    const level = (items, depth, x) => {
      const parents = items.filter((item) => item.children.length);
      const wide = Math.max(0, ...parents.map(({ node }) => textWidth(nameOf({ node, side: 1 }), 12)));
      const below = parents.flatMap((item) => item.children);
      for (const item of items) {
        // The first column bends round the middle, so that its links can be told apart.
        const bend = depth === 1 ? 0.4 * columnAt() * (1 - (2 * item.line / Math.max(lines, 8)) ** 2) : 0;
        put(item, side * (x + bend), item.line * LINE);
      }
      if (below.length) level(below, depth + 1, x + wide + (depth === 1 ? columnAt() : 70));
    };
    const number = (item) => {
      if (!item.children.length) item.line = line++;
      else {
        item.children.forEach(number);
        item.line = (item.children[0].line + item.children.at(-1).line) / 2;
      }
    };
    for (const item of first) {
      if (typeOf[item.node] !== kind) { line += 0.5; kind = typeOf[item.node]; }
      number(item);
    }
    if (first.length) level(first, 1, columnAt());
  }
  return nodes;
}

const height = (item) =>
  (item.children.length ? item.children.reduce((sum, child) => sum + height(child), 0) : 1);

/*
 * The edges of the tree, and a tie from the middle to each node that has no edge to it. What else is
 * between the nodes shown is quiet: it is only drawn for the node that one points at.
 */
function linksOfTree(nodes, root, given, sifted) {
  const place = new Map(nodes.map((item, index) => [item.node, index]));
  const links = [];
  const quiet = [];
  for (const { node } of nodes) {
    for (const edge of edgesAt(node)) {
      const other = to[edge];
      if (from[edge] !== node || !sifted.edges[edge] || !place.has(other) || other === node) continue;
      const [a, b] = [place.get(node), place.get(other)];
      const own = nodes[a].parent === other || nodes[b].parent === node || a === 0 || b === 0;
      (own ? links : quiet).push({ a, b, edge, width: 1.3 });
    }
  }
  const counts = new Map(hasTies(given.node)
    ? together(given.node, sifted).map(({ other, count }) => [other, count]) : []);
  const direct = new Set(links.filter(({ a, b }) => a * b === 0).map(({ a, b }) => nodes[a + b].node));
  for (const { node, side } of root.children) {
    if (side > 0 || direct.has(node) || !counts.has(node)) continue;
    const papers = counts.get(node);
    links.push({ a: 0, b: place.get(node), papers, width: thickness(papers) });
  }
  return { links, quiet };
}
