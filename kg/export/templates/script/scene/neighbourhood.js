/*
 * The neighbourhood of a node: whom it shows. On the left is what papers name together with it, on the
 * right are its results, papers and other facts; every further node that is expanded adds its own.
 * tree.js gives each a place.
 */

const ORDER = ["Result", "Method", "Dataset", "Task", "Metric", "Person", "Venue", "Paper"];

function neighbourhood(given, sifted) {
  const root = { node: given.node, side: 0, children: [] };
  const seen = new Set([given.node]);
  const fresh = (node) => sifted.nodes[node] && !given.hide.includes(typeName(node)) && !seen.has(node);
  const grow = (parent, side, nodes) => {
    for (const node of nodes.filter(fresh)) {
      seen.add(node);
      parent.children.push({ node, side, parent, children: [] });
    }
  };
  const facts = neighbours(given.node, sifted).filter(fresh);
  const ties = hasTies(given.node)
    ? together(given.node, sifted).map(({ other }) => other).filter(fresh) : [];
  const count = given.open.get(given.node) ?? step();
  if (ties.length) {
    // The facts need room even where there are thousands of ties, and the other way round.
    const room = Math.min(facts.length, Math.max(count / 2, count - ties.length));
    grow(root, 1, facts.slice(0, room));
    grow(root, -1, ties.slice(0, count - room));
  } else {
    const first = facts.slice(0, count);
    grow(root, -1, first.filter(isSource));
    grow(root, 1, first);
  }
  for (const [node, most] of given.open) {
    const item = find(root, node);
    if (item && item !== root) grow(item, item.side, neighbours(node, sifted).filter(fresh).slice(0, most));
  }
  const nodes = placeTree(root, sifted);
  const left = [...facts, ...ties].filter((node) => !seen.has(node)).length;
  const captions = ties.length ? captionsOf(nodes) : [];
  return { nodes, captions, ...linksOfTree(nodes, root, sifted), left };
}

/* What stands on which side of a concept, a person or a venue; of a paper and a result it is plain. */
function captionsOf(nodes) {
  const facts = isConcept(nodes[0].node) ? "results and papers" : "papers";
  return [[-1, "in the same papers"], [1, facts]].flatMap(([side, text]) => {
    const [first] = nodes.filter((item) => item.side === side && item.parent === nodes[0].node)
      .sort((a, b) => a.y - b.y);
    return first ? [{ text, side, x: first.x, y: first.y - 1.2 * LINE }] : [];
  });
}

/* Where a paper or a result comes from stands on the left of it, what it says on the right. */
const isSource = (node) => ["Person", "Venue", "Paper"].some((type) => is(node, type));

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

/*
 * The edges of the tree, and a tie from the middle to each node that has no edge to it. What else is
 * between the nodes shown is quiet: it is only drawn for the node that one points at.
 */
function linksOfTree(nodes, root, sifted) {
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
  const linked = new Set(links.flatMap(({ a, b }) => (a === 0 ? b : b === 0 ? a : [])));
  const papersWith = new Map(together(root.node, sifted).map(({ other, count }) => [other, count]));
  for (const { node } of root.children) {
    const [b, papers] = [place.get(node), papersWith.get(node)];
    if (papers && !linked.has(b)) links.push({ a: 0, b, papers, width: thickness(papers) });
  }
  return { links, quiet };
}
