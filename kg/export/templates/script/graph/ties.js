/*
 * Ties: what papers name together. A method and a dataset have no edge in the graph, they meet in
 * papers; where the papers are not drawn, a tie stands for them.
 */

const CROWD = 60; // of a paper that names more, the pairs say nothing

function* namedBy(paper, sifted) {
  for (const edge of edgesAt(paper)) {
    if (sifted.edges[edge] && from[edge] === paper && !is(to[edge], "Result") && !is(to[edge], "Paper")) {
      yield to[edge];
    }
  }
}

const cosine = (count, one, other) => count / Math.sqrt(Math.max(one, 1) * Math.max(other, 1));

/* The strongest ties among some nodes: for each node the `per` others that are most its own. */
function tiesAmong(nodes, sifted, per) {
  const wanted = new Set(nodes);
  const pairs = new Map();
  const papersOf = new Map();
  for (let paper = 0; paper < COUNT; paper += 1) {
    if (!sifted.papers[paper]) continue;
    const named = [...namedBy(paper, sifted)].filter((node) => wanted.has(node));
    for (const node of named) papersOf.set(node, (papersOf.get(node) ?? 0) + 1);
    if (named.length > CROWD) continue;
    named.sort((a, b) => a - b);
    for (let i = 0; i < named.length; i += 1) {
      for (let j = i + 1; j < named.length; j += 1) {
        const pair = named[i] * COUNT + named[j];
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
  }
  const at = new Map(nodes.map((node) => [node, []]));
  const ties = [...pairs].map(([pair, count]) => {
    const [a, b] = [Math.floor(pair / COUNT), pair % COUNT];
    return { a, b, count, strength: cosine(count, papersOf.get(a), papersOf.get(b)) };
  });
  ties.sort((one, other) => other.strength - one.strength || other.count - one.count
    || one.a - other.a || one.b - other.b);
  return ties.filter((tie) => {
    const full = at.get(tie.a).length >= per && at.get(tie.b).length >= per;
    at.get(tie.a).push(tie);
    at.get(tie.b).push(tie);
    return !full;
  });
}

/* What papers name together with a node, what they name most often first. */
function together(node, sifted) {
  const found = new Map();
  for (const edge of edgesAt(node)) {
    const paper = otherEnd(edge, node);
    if (!sifted.edges[edge] || !is(paper, "Paper")) continue;
    for (const other of namedBy(paper, sifted)) {
      if (other !== node) found.set(other, (found.get(other) ?? 0) + 1);
    }
  }
  return [...found]
    .map(([other, count]) => ({ other, count, strength: cosine(count, 1, sifted.support[other]) }))
    .sort((a, b) => b.count - a.count || b.strength - a.strength || a.other - b.other);
}

/* The papers that name both of two nodes. */
function papersOfBoth(one, other, sifted) {
  const papers = (node) => new Set([...edgesAt(node)]
    .filter((edge) => sifted.edges[edge] && is(from[edge], "Paper")).map((edge) => from[edge]));
  const ofOther = papers(other);
  return [...papers(one)].filter((paper) => ofOther.has(paper));
}
const edgesBetween = (one, other) =>
  [...edgesAt(one)].filter((edge) => otherEnd(edge, one) === other);
