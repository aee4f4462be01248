/* The panel: what is known about a node or an edge, with the sentences that say it. */

// Offsets count code points; strings of the browser count half of them twice.
const codePoints = new Map();
function slice(paper, start, end) {
  if (!codePoints.has(paper)) codePoints.set(paper, Array.from(papers[paper].abstract));
  return codePoints.get(paper).slice(start, end).join("");
}

function marked(paper, start, end, spans) {
  const pieces = [];
  let at = start;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (from < at || to > end) continue; // inside a longer span, or outside this sentence
    pieces.push(slice(paper, at, from), make("mark", {}, slice(paper, from, to)));
    at = to;
  }
  pieces.push(slice(paper, at, end));
  return make("blockquote", {}, ...pieces);
}

function byline({ authors, complete, year }) {
  const names = authors.length > 6 ? [...authors.slice(0, 5), "…"] : authors;
  const list = names.join(", ") + (complete || !authors.length ? "" : " et al.");
  return [list, year].filter(Boolean).join(" · ");
}

function quotes(items, { paper = true } = {}) {
  const sentences = new Map();
  for (const item of items) {
    const place = item.slice(0, 3).join(" ");
    if (!sentences.has(place)) sentences.set(place, []);
    sentences.get(place).push(item);
  }
  return [...sentences.values()].map((group) => {
    const [number, start, end] = group[0];
    const source = papers[number];
    const names = [...new Set(group.map((item) => rules[item[5]]))];
    const label = numberOf.has(source.key) ? link(numberOf.get(source.key)) : source.label;
    return make(
      "div",
      { class: "quote" },
      marked(number, start, end, group.map((item) => [item[3], item[4]])),
      make(
        "p", { class: "source" },
        ...(paper ? [label, make("br"), byline(source), make("br")] : []),
        "rule ", ...names.flatMap((name, i) => [i ? ", " : "", make("code", {}, name)]),
      ),
    );
  });
}

const otherEnd = (edge, number) => (edge.from === number ? edge.to : edge.from);
const reporting = (number) => edgesAt[number].find((edge) => edge.relation === "reports");

function resultLine(number, here) {
  const about = OF_RESULT.slice(0, 4).flatMap((relation) => {
    const edge = edgesAt[number].find((e) => e.relation === relation && e.from === number);
    if (edge) return edge.to === here ? [] : [" · ", link(edge.to)];
    const name = facts[number].about[relation];
    return name === undefined ? [] : [` · ${name}`];
  });
  return make("div", {}, link(number, facts[number].text), ...about);
}

function factItem(edge, number) {
  const other = otherEnd(edge, number);
  const isResult = facts[other].type === "Result";
  const source = isResult ? reporting(other) : edge;
  const fromHere = facts[number].type === "Paper";
  return make(
    "li",
    { class: "fact" },
    isResult ? resultLine(other, number) : facts[other].type === "Paper" ? null : link(other),
    ...(source && evidence[source.id].length
      ? quotes(evidence[source.id], { paper: !fromHere })
      : facts[other].type === "Paper" ? [link(other)] : []),
  );
}

function section(title, edges, number) {
  const list = make("ul");
  const more = make("button", { type: "button", class: "more", on: () => grow() }, "");
  let at = 0;
  function grow() {
    list.append(...edges.slice(at, at + PAGE).map((edge) => factItem(edge, number)));
    at = Math.min(at + PAGE, edges.length);
    more.textContent = `Show more (${COUNT.format(edges.length - at)} left)`;
    more.hidden = at === edges.length;
  }
  grow();
  return [make("h3", {}, `${title} (${COUNT.format(edges.length)})`), list, more];
}

function sections(number) {
  const groups = new Map();
  const { type } = facts[number];
  for (const relation of RELATIONS) {
    for (const side of [0, 1]) {
      if (type === "Result" && relation !== "reports") continue; // stands in the table above
      if (type === "Paper" && relation === "author") continue;
      const edges = edgesAt[number].filter(
        (edge) => edge.relation === relation && (side ? edge.to : edge.from) === number,
      );
      if (!edges.length) continue;
      const title = WORDS[relation][side];
      groups.set(title, [...(groups.get(title) ?? []), ...edges]);
    }
  }
  // Results first: they are what people come for.
  const titles = [...groups.keys()].sort((a, b) => (b === "Results") - (a === "Results"));
  return titles.flatMap((title) => section(title, groups.get(title), number));
}

function table(rows) {
  const filled = rows.filter(([, value]) => value !== undefined && value !== null && value !== "");
  if (!filled.length) return null;
  return make("dl", {}, ...filled.flatMap(([name, value]) => [
    make("dt", {}, name), make("dd", {}, ...[value].flat()),
  ]));
}

function webLink(address) {
  // Only these two schemes may be followed; anything else, javascript: above all, stays text.
  return /^https?:\/\//i.test(address)
    ? make("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, address)
    : address;
}

function aboutPaper(fact, number) {
  const authors = edgesAt[number]
    .filter((edge) => edge.relation === "author")
    .sort((a, b) => papers[fact.paper].authors.indexOf(nameOf(a.to))
      - papers[fact.paper].authors.indexOf(nameOf(b.to)));
  const names = authors.flatMap((edge, i) => [i ? ", " : "", link(edge.to)]);
  const length = Array.from(papers[fact.paper].abstract).length;
  const spans = edgesAt[number].flatMap((edge) => evidence[edge.id])
    .filter((item) => item[0] === fact.paper).map((item) => [item[3], item[4]]);
  return [
    make("p", {}, ...names, fact.authors_complete === false && names.length ? " et al." : ""),
    table([
      ["Year", fact.year && String(fact.year)],
      ["Status", fact.status],
      ["DOI", fact.doi && webLink(`https://doi.org/${fact.doi}`)],
      ["Links", fact.urls?.length ? fact.urls.flatMap((url, i) => [i ? " " : "", webLink(url)]) : null],
      ["Comments", fact.comments],
      ["Id", fact.id],
    ]),
    make("h3", {}, "Abstract, with what was found"),
    marked(fact.paper, 0, length, spans),
  ];
}

function aboutResult(fact, number) {
  const of = (relation) => {
    const edges = edgesAt[number].filter((e) => e.relation === relation && e.from === number);
    return edges.length ? edges.map((edge) => link(edge.to)) : fact.about[relation];
  };
  return [
    table([
      ...OF_RESULT.map((relation) => [WORDS[relation][0], of(relation) ?? (relation === "baseline" ? fact.baseline_text : null)]),
      ["Value", [fact.value, fact.unit].filter(Boolean).join(fact.unit === "%" ? "" : " ")],
      ["As written", fact.text],
      ["Kind", fact.kind],
      ["Qualifier", fact.qualifier],
      ["Better is", fact.direction],
    ]),
  ];
}

function about(fact, number) {
  if (fact.type === "Paper") return aboutPaper(fact, number);
  if (fact.type === "Result") return aboutResult(fact, number);
  return [
    fact.aliases?.length ? make("p", { class: "soft" }, `also: ${fact.aliases.join(", ")}`) : null,
    fact.support ? make("p", { class: "soft" }, `in ${plural(fact.support, "paper")}`) : null,
    fact.direction ? make("p", { class: "soft" }, `${fact.direction} is better`) : null,
  ];
}

function fill(...children) {
  const panel = $("panel");
  panel.replaceChildren(...children.flat().filter(Boolean));
  panel.scrollTop = 0;
}

function showNode(number) {
  const fact = facts[number];
  const missing = fact.degree - edgesAt[number].length;
  fill(
    make("span", { class: "chip" }, icon(fact.type), fact.type),
    make("h2", {}, fact.label),
    about(fact, number),
    sections(number),
    missing > 0
      ? make("p", { class: "soft" }, `${plural(missing, "more fact")} about it lead to nodes that are not on this page.`)
      : null,
  );
}

function showEdge(id) {
  const edge = picture.edges[id];
  fill(
    make("span", { class: "chip" }, "Fact"),
    make("p", {}, link(edge.from)),
    make("p", { class: "soft" }, edge.title),
    make("p", {}, link(edge.to)),
    quotes(evidence[id]),
  );
}

function showOverview() {
  const lists = ["Task", "Dataset", "Metric", "Method"].flatMap((type) => {
    const best = facts
      .map((fact, number) => [fact.support ?? 0, number])
      .filter(([, number]) => facts[number].type === type)
      .sort((a, b) => b[0] - a[0] || a[1] - b[1])
      .slice(0, 8);
    if (!best.length) return [];
    return [
      make("h3", {}, make("span", { class: "chip" }, icon(type), `${type}s in most papers`)),
      make("ul", { class: "tops" }, ...best.map(([support, number]) =>
        make("li", {}, link(number), make("small", {}, COUNT.format(support))))),
    ];
  });
  fill(
    make("p", {}, "Click a node, or search for a name, to see what the papers say about it: every fact with its sentence, the paper and the rule that read it."),
    lists,
  );
}
