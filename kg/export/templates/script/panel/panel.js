/* The panel: everything that is known about a node, about what ties two, or about the whole. */

const PAGE = 25; // facts of a section before "more"
const panel = $("panel");
let filling = 0;

/* Texts are unpacked while the panel is made; if another one is wanted meanwhile, this one is dropped. */
async function fill(contents) {
  const turn = ++filling;
  const children = await contents();
  if (turn !== filling) return;
  panel.replaceChildren(...children.flat(Infinity).filter(Boolean));
  panel.scrollTop = 0;
  panel.dataset.ready = location.hash;
}

function showPanel() {
  delete panel.dataset.ready;
  if (state.node === null) fill(aboutAll);
  else if (state.other !== null) fill(() => aboutTwo(state.node, state.other));
  else fill(() => aboutNode(state.node));
}

function rowsOf(rows) {
  const filled = rows.filter(([, value]) => value !== undefined && value !== null && value !== "");
  return filled.length ? make("dl", {}, filled.flatMap(([name, value]) =>
    [make("dt", {}, name), make("dd", {}, [value].flat())])) : null;
}

function tabs() {
  const tab = (name, words) => button(name, () => go({ boards: words }), {
    "aria-pressed": String((state.boards === null) === (words === null)),
  });
  const all = `Leaderboards ${amount(boards.length)}`;
  return make("div", { class: "tabs" }, tab("Overview", null), tab(all, ""));
}

async function aboutAll() {
  if (state.boards !== null) return [tabs(), boardsPanel()];
  const lists = ["Task", "Dataset", "Method", "Metric"].flatMap((type) => {
    const best = ranked(type, sifted).slice(0, 8);
    return best.length ? [
      make("h3", {}, icon(type), ` ${PLURALS[type]} in most papers`),
      make("ul", { class: "tops" }, best.map(([count, node]) =>
        make("li", {}, link(node), make("small", {}, amount(count))))),
    ] : [];
  });
  return [
    tabs(),
    make("p", { class: "soft" }, lists.length ? "Select a name to see what the papers say about it: "
      + "every fact with its sentence, its paper and the rule that read it." : NOTHING),
    lists,
  ];
}

function head(node) {
  const wide = state.view === "page";
  return [
    make(
      "div", { class: "top" },
      make("span", { class: "chip" }, icon(typeName(node)), typeName(node)),
      button(wide ? "Show the picture" : "Read as a page", () => go({ view: wide ? "" : "page" })),
    ),
    make("h2", {}, labels[node]),
  ];
}

async function aboutNode(node) {
  const type = typeName(node);
  const own = { Paper: aboutPaper, Result: aboutResult }[type] ?? aboutConcept;
  return [head(node), await own(node), await sections(node)];
}

async function aboutConcept(node) {
  const { aliases, direction } = more(node);
  return [
    aliases?.length ? make("p", { class: "soft" }, `also: ${aliases.join(", ")}`) : null,
    make("p", { class: "soft" }, [
      isConcept(node) ? `in ${plural(sifted.support[node], "paper")}` : null,
      direction && `${direction} is better`,
    ].filter(Boolean).join(" · ")),
    ownBoards(node),
    companions(node),
  ];
}

/* The leaderboards that a node is on; a method is marked where it stands in each. */
function ownBoards(node) {
  const own = boardsAt.get(node) ?? [];
  if (!own.length) return null;
  const space = make("div");
  const rest = moreButton(own.length, 4, (low, high) => {
    const first = is(node, "Method") ? 5 : FIRST;
    space.append(...own.slice(low, high).flatMap((board) => boardTable(board, { here: node, first })));
  });
  return [make("h3", {}, `Leaderboards (${amount(own.length)})`), space, rest];
}

/* What papers name together with it, by type. */
function companions(node) {
  const kinds = new Map();
  for (const item of together(node, sifted)) {
    const kind = typeName(item.other);
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(item);
  }
  const title = (kind) => (kind === "Person" && is(node, "Person") ? "Writes with" : PLURALS[kind]);
  const lists = TYPES.filter((kind) => kinds.has(kind)).map((kind) => {
    const list = make("ul", { class: "names" });
    const rest = moreButton(kinds.get(kind).length, 6, (low, high) => {
      list.append(...kinds.get(kind).slice(low, high).map(({ other, count }) => {
        const [href, title] = [format({ ...at(node), other }), `${plural(count, "paper")} with both`];
        return make("li", {}, link(other), " ", make("a", { class: "count", href, title }, amount(count)));
      }));
    });
    const heading = ` ${title(kind)} (${amount(kinds.get(kind).length)})`;
    return make("div", {}, make("h4", {}, icon(kind), heading), list, rest);
  });
  if (!lists.length) return null;
  return [make("h3", {}, "In the same papers"), make("div", { class: "companions" }, lists)];
}

async function aboutPaper(paper) {
  const fact = await factsOfPaper(paper);
  const authors = await authorsOf(paper);
  const text = await letters(paper);
  const edges = [...edgesAt(paper)];
  const spans = (await Promise.all(edges.map(evidenceOf))).flat()
    .filter((item) => item[0] === paper).map((item) => [item[3], item[4]]);
  return [
    make("p", {}, authors.flatMap((person, i) => [i ? ", " : "", link(person)]),
      !fact.authors_complete && authors.length ? " et al." : ""),
    rowsOf([
      ["Year", more(paper).year && String(more(paper).year)],
      ["Venue", venueOf[paper] < 0 ? null : link(venueOf[paper])],
      ["Status", fact.status],
      ["DOI", fact.doi && webLink(`https://doi.org/${fact.doi}`)],
      ["Links", fact.urls?.flatMap((url, i) => [i ? " " : "", webLink(url)])],
      ["Comments", fact.comments],
      ["Id", fact.id],
    ]),
    make("h3", {}, "Abstract, with what was found"),
    await marked(paper, 0, text.length, spans),
  ];
}

async function aboutResult(result) {
  const fact = await factsOfResult(result) ?? {};
  const of = (relation) => (about(result, relation) < 0 ? null : link(about(result, relation)));
  return [
    rowsOf([
      ["Method", of("method") ?? (fact.own_method ? "the paper's own, without a name" : null)],
      ...["dataset", "metric", "task"].map((relation) => [WORDS[relation][0], of(relation)]),
      ["Split", fact.split],
      ["Baseline", of("baseline") ?? fact.baseline_text],
      ["Value", [fact.value, fact.unit].filter(Boolean).join(fact.unit === "%" ? "" : " ")],
      ["As written", more(result).text],
      ["Kind", more(result).kind],
      ["Qualifier", fact.qualifier],
      ["Better is", more(result).direction],
    ]),
    (boardsAt.get(about(result, "dataset")) ?? [])
      .filter((board) => board.rows.some((row) => row[0] === result))
      .flatMap((board) => [
        make("h3", {}, "Among others"),
        ...boardTable(board, { here: about(result, "method") }),
      ]),
  ];
}

/* Two nodes: the facts between them, or the papers that name both, with both sentences. */
async function aboutTwo(one, other) {
  const direct = edgesBetween(one, other);
  const papers = direct.length ? [] : papersOfBoth(one, other, sifted);
  const list = make("div");
  const of = (paper) => quotes([...edgesBetween(paper, one), ...edgesBetween(paper, other)], { source: false });
  const rest = button("", () => grow(), { class: "more" });
  let shown = 0;
  async function grow() {
    const next = papers.slice(shown, shown + PAGE);
    shown += next.length;
    for (const paper of next) {
      list.append(make("div", { class: "fact" }, make("p", {}, link(paper), make("br"),
        make("span", { class: "soft" }, await byline(paper))), ...await of(paper)));
    }
    rest.textContent = `Show more (${amount(papers.length - shown)} left)`;
    rest.hidden = shown === papers.length;
  }
  await grow();
  return [
    make("div", { class: "top" }, make("span", { class: "chip" }, "What ties two names")),
    make("h2", {}, link(one)),
    make("p", { class: "soft" }, direct.length
      ? direct.map((edge) => wordsOf(edge)[2] + (from[edge] === one ? "" : " (from the other)")).join(", ")
      : `in ${plural(papers.length, "paper")} with`),
    make("h2", {}, link(other)),
    direct.length ? await quotes(direct) : [list, rest],
  ];
}
