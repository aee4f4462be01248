/* Sentences: the words of a paper that say a fact, with the words marked, and who wrote them. */

// Offsets count code points; strings of the browser count half of them twice.
const codePoints = new Map();
async function letters(paper) {
  if (!codePoints.has(paper)) {
    const { abstract } = await factsOfPaper(paper);
    codePoints.set(paper, Array.from(abstract));
  }
  return codePoints.get(paper);
}

async function marked(paper, start, end, spans) {
  const text = await letters(paper);
  const cut = (one, other) => text.slice(one, other).join("");
  const pieces = [];
  let at = start;
  for (const [first, last] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (first < at || last > end) continue; // inside a longer span, or outside this sentence
    pieces.push(cut(at, first), make("mark", {}, cut(first, last)));
    at = last;
  }
  pieces.push(cut(at, end));
  return make("blockquote", {}, pieces);
}

async function byline(paper) {
  const authors = (await authorsOf(paper)).map((person) => labels[person]);
  const { authors_complete: complete } = await factsOfPaper(paper);
  const names = authors.length > 6 ? [...authors.slice(0, 5), "…"] : authors;
  const list = names.join(", ") + (complete || !authors.length ? "" : " et al.");
  const venue = venueOf[paper] < 0 ? null : labels[venueOf[paper]];
  return [list, venue, more(paper).year].filter(Boolean).join(" · ");
}

async function bylineAndBreak(paper) {
  const words = await byline(paper);
  return words ? [words, make("br")] : [];
}

/* The sentences of some edges, each once, with all words that they point at in it. */
async function quotes(edges, { source = true } = {}) {
  const items = (await Promise.all(edges.map(evidenceOf))).flat();
  const sentences = new Map();
  for (const item of items) {
    const place = item.slice(0, 3).join(" ");
    if (!sentences.has(place)) sentences.set(place, []);
    sentences.get(place).push(item);
  }
  return Promise.all([...sentences.values()].map(async (group) => {
    const [paper, start, end] = group[0];
    const rules = [...new Set(group.map((item) => item[5]))];
    return make(
      "div", { class: "quote" },
      await marked(paper, start, end, group.map((item) => [item[3], item[4]])),
      make(
        "p", { class: "source" },
        source ? [link(paper), make("br"), ...await bylineAndBreak(paper)] : null,
        "rule ", rules.flatMap((rule, i) => [i ? ", " : "", make("code", {}, rule)]),
      ),
    );
  }));
}
