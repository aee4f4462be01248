/* The facts of a node by relation, each with its sentences, a part at a time. */

async function factItem(edge, node) {
  const other = otherEnd(edge, node);
  const result = is(other, "Result");
  const said = result ? [...edgesAt(other)].filter((one) => relationOf[one] === R.reports) : [edge];
  const sentences = await quotes(said, { source: !is(node, "Paper") });
  const title = result ? resultLine(other, node)
    : is(other, "Paper") && sentences.length ? null : paperLine(other);
  return make("li", { class: "fact" }, await title, sentences);
}

async function paperLine(node) {
  if (!is(node, "Paper")) return link(node);
  return make("div", {}, link(node), make("br"), make("span", { class: "soft" }, await byline(node)));
}

function resultLine(result, here) {
  const names = ["method", "dataset", "metric", "task"].map((relation) => about(result, relation))
    .filter((node) => node >= 0 && node !== here);
  return make("div", {}, link(result, scoreOf(result)), names.flatMap((node) => [" · ", link(node)]));
}

async function section(title, edges, node) {
  const list = make("ul");
  const rest = button("", () => grow(), { class: "more" });
  let shown = 0;
  async function grow() {
    const next = edges.slice(shown, shown + PAGE);
    shown += next.length;
    rest.textContent = `Show more (${amount(edges.length - shown)} left)`;
    rest.hidden = shown === edges.length;
    list.append(...await Promise.all(next.map((edge) => factItem(edge, node))));
  }
  await grow();
  return [make("h3", {}, `${title} (${amount(edges.length)})`), list, rest];
}

// What the head of the panel says already, and what a result is: its own facts are a table there.
const SAID = { Paper: ["author", "venue"], Result: ["method", "dataset", "metric", "task", "baseline"] };

async function sections(node) {
  const groups = new Map();
  for (const relation of columns.relations) {
    for (const side of [0, 1]) {
      if (SAID[typeName(node)]?.includes(relation)) continue;
      const edges = [...edgesAt(node)].filter((edge) => relationOf[edge] === R[relation]
        && sifted.edges[edge] && (side ? to[edge] : from[edge]) === node);
      if (!edges.length) continue;
      const title = WORDS[relation][side];
      groups.set(title, [...(groups.get(title) ?? []), ...edges]);
    }
  }
  const newest = (edge) => more(sayer(edge)).year ?? 0;
  // Results first: they are what people come for.
  const titles = [...groups.keys()].sort((a, b) => (b === "Results") - (a === "Results"));
  return Promise.all(titles.map((title) => {
    const edges = groups.get(title);
    if (!is(node, "Paper")) edges.sort((a, b) => newest(b) - newest(a) || a - b);
    return section(title, edges, node);
  }));
}
