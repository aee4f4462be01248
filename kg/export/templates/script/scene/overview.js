/*
 * The overview: the most supported nodes of the types that are switched on, and what ties them. A
 * scene, here and in neighbourhood.js, is {nodes, links}: a node has its number, x, y, a radius r and
 * a weight, by which names are drawn first; a link has two ends, a width and the edge, or the count
 * of papers, that it stands for.
 */

const READABLE = 320; // so many nodes get room for their names; of more, the picture is a map
const PER_NODE = 3; // ties drawn for a node; with all of them nothing could be told apart

function ranked(type, sifted) {
  const weight = (node) => (isConcept(node) ? sifted.support[node] : degree(node));
  const found = [];
  for (let node = 0; node < COUNT; node += 1) {
    if (sifted.nodes[node] && typeOf[node] === T[type]) found.push([weight(node), node]);
  }
  return found.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
}

/* Every type gets the same share of the room, and what a rare one leaves goes to the others. */
function chosen({ types, most }, sifted) {
  const lists = types.map((type) => ranked(type, sifted)).sort((a, b) => a.length - b.length);
  let room = most;
  return lists.flatMap((list, done) => {
    const taken = list.slice(0, Math.round(room / (lists.length - done)));
    room -= taken.length;
    return taken;
  });
}

function overview(given, sifted) {
  const found = chosen(given, sifted);
  // Where nothing is in more than a few papers, nothing is large.
  const top = found.reduce((most, [weight, node]) => (isConcept(node) ? Math.max(most, weight) : most), 6);
  const nodes = found.map(([weight, node]) => {
    // What is no concept has no support: it is small, and its name comes after theirs.
    const [r, rank] = isConcept(node) ? [5 + 13 * Math.sqrt(weight / top), weight]
      : [4 + Math.min(Math.sqrt(weight), 5), weight / 1000];
    return { node, x: columns.x[node], y: columns.y[node], r, weight: rank };
  });
  nodes.sort((a, b) => b.weight - a.weight || a.node - b.node);
  const links = linksOf(nodes, given, sifted);
  if (nodes.length && nodes.length <= READABLE) arrange(nodes, links);
  return { nodes, links };
}

function linksOf(nodes, { types }, sifted) {
  const place = new Map(nodes.map((item, index) => [item.node, index]));
  const links = [];
  for (const { node } of nodes) {
    for (const edge of edgesAt(node)) {
      if (from[edge] === node && sifted.edges[edge] && place.has(to[edge])) {
        links.push({ a: place.get(node), b: place.get(to[edge]), edge, width: 1 });
      }
    }
  }
  if (types.includes("Paper")) return links;
  const ties = tiesAmong(nodes.map(({ node }) => node), sifted, PER_NODE);
  return links.concat(ties.map(({ a, b, count, strength }) =>
    ({ a: place.get(a), b: place.get(b), papers: count, strength, width: thickness(count) })));
}

const thickness = (papers) => Math.min(1 + Math.log2(papers) / 2, 3);
