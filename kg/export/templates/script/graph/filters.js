/*
 * What the filters let through. Years and venues choose papers, roles and relations choose edges, and
 * everything else is there if a chosen paper has it by a chosen edge: support is counted anew.
 */

const paperYear = (paper) => String(more(paper).year ?? "unknown");
const paperVenue = (paper) => (venueOf[paper] < 0 ? "unknown" : keys[venueOf[paper]]);

/*
 * The paper that says an edge; an edge of a result is said by the paper that reports the result. What
 * ties two concepts (a variant) is said by no single one: it is there if both of its ends are.
 */
function sayer(edge) {
  const subject = from[edge];
  if (is(subject, "Paper")) return subject;
  return is(subject, "Result") ? paperOf[subject] : -1;
}

const among = (chosen, value) => !chosen.length || chosen.includes(value);

function sift({ role, relation, year, venue, support: least }) {
  const papers = new Uint8Array(COUNT);
  for (let node = 0; node < COUNT; node += 1) {
    papers[node] = is(node, "Paper") && among(year, paperYear(node)) && among(venue, paperVenue(node));
  }
  const allowed = columns.relations.map((name, number) =>
    number < ROLES.length ? among(role, name) : among(relation, name));
  const edges = new Uint8Array(EDGES);
  const support = new Int32Array(COUNT);
  const reached = new Uint8Array(COUNT);
  const plain = !role.length && !relation.length && !year.length && !venue.length;
  for (let edge = 0; edge < EDGES; edge += 1) {
    const paper = sayer(edge);
    if (!allowed[relationOf[edge]] || paper < 0 || !papers[paper]) continue;
    edges[edge] = 1;
    reached[from[edge]] = 1;
    reached[to[edge]] = 1;
    if (relationOf[edge] < ROLES.length) support[to[edge]] += 1;
  }
  const nodes = new Uint8Array(COUNT);
  for (let node = 0; node < COUNT; node += 1) {
    if (is(node, "Paper")) nodes[node] = papers[node];
    else if (isConcept(node) && (least > 1 || role.length)) nodes[node] = support[node] >= least;
    else nodes[node] = plain || reached[node];
  }
  for (let edge = 0; edge < EDGES; edge += 1) {
    if (sayer(edge) < 0 && allowed[relationOf[edge]]) edges[edge] = nodes[from[edge]] && nodes[to[edge]];
  }
  return { papers, edges, support, nodes };
}

/* How many papers or edges each value of a filter would leave, the other filters as they are. */
function counts(given) {
  const tally = (name, values) => {
    const found = new Map();
    values(sift({ ...given, [name]: [] }), (value) => found.set(value, (found.get(value) ?? 0) + 1));
    return found;
  };
  const ofPapers = (value) => (sifted, add) => {
    for (let node = 0; node < COUNT; node += 1) if (sifted.papers[node]) add(value(node));
  };
  const ofEdges = (wanted) => (sifted, add) => {
    for (let edge = 0; edge < EDGES; edge += 1) {
      if (sifted.edges[edge] && (relationOf[edge] < ROLES.length) === wanted) {
        add(columns.relations[relationOf[edge]]);
      }
    }
  };
  return {
    role: tally("role", ofEdges(true)),
    relation: tally("relation", ofEdges(false)),
    year: tally("year", ofPapers(paperYear)),
    venue: tally("venue", ofPapers(paperVenue)),
  };
}

/* How many nodes of each type there are, of those that pass. */
function typeCounts(sifted) {
  const found = TYPES.map(() => 0);
  for (let node = 0; node < COUNT; node += 1) found[typeOf[node]] += sifted.nodes[node];
  return found;
}
