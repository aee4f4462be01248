"use strict";
/*
 * The page of a graph. The data stands in script elements of type application/json and is foreign:
 * every string reaches the page through a text node, never as markup.
 *
 * window.kg is the documented way in for other programs:
 *   kg.select(key)    shows the node with that key, as a click on it does; null shows the overview
 *   kg.selected()     its key, or null
 *   kg.counts()       {nodes, edges} as drawn now
 *   kg.at(key)        where the node stands in the window, {x, y}
 *   kg.toggle(type)   shows or hides a type
 * A key after # in the address does what kg.select does.
 */
(() => {
  const part = (name) => JSON.parse(document.getElementById(`data-${name}`).textContent);
  const [counts, types, facts, evidence, papers, rules] =
    ["counts", "types", "facts", "evidence", "papers", "rules"].map(part);
  const picture = { nodes: part("nodes"), edges: part("edges"), options: part("options") };
  const numberOf = new Map(facts.map((fact, number) => [fact.key, number]));
  const $ = (id) => document.getElementById(id);
  const COUNT = new Intl.NumberFormat("en");
  const PAGE = 25; // facts of a section before "more"

  // How a relation reads from its subject and from its object.
  const WORDS = {
    author: ["Authors", "Papers", "written by"],
    venue: ["Venue", "Papers", "appeared at"],
    introduces: ["Introduces", "Introduced by", "introduces"],
    uses: ["Uses", "Used by", "uses"],
    compares: ["Compares with", "Compared with by", "compares with"],
    evaluates: ["Evaluates", "Evaluated by", "evaluates"],
    mentions: ["Mentions", "Mentioned by", "mentions"],
    reports: ["Reports", "Reported by", "reports"],
    method: ["Method", "Results", "result of method"],
    dataset: ["Dataset", "Results", "result on dataset"],
    metric: ["Metric", "Results", "result in metric"],
    task: ["Task", "Results", "result for task"],
    baseline: ["Baseline", "Baseline of", "compared with baseline"],
    variantOf: ["Variant of", "Variants", "variant of"],
    versionOf: ["Version of", "Later versions", "version of"],
  };
  const RELATIONS = Object.keys(WORDS);
  const OF_RESULT = ["method", "dataset", "metric", "task", "baseline"];

  /* ---- making elements ---- */

  function make(tag, options = {}, ...children) {
    const { class: name, on, ...rest } = options;
    const element = document.createElement(tag);
    if (name) element.className = name;
    for (const [key, value] of Object.entries(rest)) element.setAttribute(key, value);
    if (on) element.addEventListener("click", on);
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  const POLYGONS = {
    diamond: "7,0 14,7 7,14 0,7",
    square: "1,1 13,1 13,13 1,13",
    triangle: "7,1 14,13 0,13",
    triangleDown: "0,1 14,1 7,13",
    hexagon: "3.5,1 10.5,1 14,7 10.5,13 3.5,13 0,7",
    star: "7,0 8.9,4.6 14,5.1 10.1,8.4 11.3,13.4 7,10.7 2.7,13.4 3.9,8.4 0,5.1 5.1,4.6",
    box: "0,3 14,3 14,11 0,11",
  };
  const shapeOf = new Map(types.map((row) => [row.type, row.shape]));

  function icon(type) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const shape = shapeOf.get(type);
    const inner = document.createElementNS(svg.namespaceURI, shape === "dot" ? "circle" : "polygon");
    const size = shape === "dot" ? { cx: 7, cy: 7, r: 6 } : { points: POLYGONS[shape] };
    for (const [key, value] of Object.entries(size)) inner.setAttribute(key, value);
    inner.style.fill = `var(--${type})`;
    svg.setAttribute("viewBox", "0 0 14 14");
    svg.setAttribute("class", "shape");
    svg.setAttribute("aria-hidden", "true");
    svg.append(inner);
    return svg;
  }

  const nameOf = (number) => facts[number].label;
  const link = (number, text = nameOf(number)) =>
    make("button", { type: "button", class: "name", on: () => select(facts[number].key) }, text);
  const plural = (count, one, many = `${one}s`) => `${COUNT.format(count)} ${count === 1 ? one : many}`;

  /* ---- the picture ---- */

  const hidden = new Set();
  const edgesAt = facts.map(() => []);
  for (const edge of picture.edges) {
    edge.title = WORDS[edge.relation]?.[2] ?? edge.relation;
    edgesAt[edge.from].push(edge);
    if (edge.to !== edge.from) edgesAt[edge.to].push(edge);
  }
  const captions = picture.nodes.map((node) => node.label);
  for (const node of picture.nodes) {
    node.title = `${facts[node.id].type}: ${facts[node.id].label}`;
    if (node.shape !== "box") delete node.label; // drawn below, where there is room for it
  }
  const nodes = new vis.DataSet(picture.nodes);
  const edges = new vis.DataSet(picture.edges);
  const view = new vis.DataView(nodes, {
    filter: (node) => !hidden.has(node.group),
  });
  const shownEdges = new vis.DataView(edges, {
    filter: (edge) => !hidden.has(facts[edge.from].type) && !hidden.has(facts[edge.to].type),
  });

  // The node selected and its neighbours are lit, all others fade.
  const FADED = 0.12;
  const lit = {
    on: false,
    list: [],
    edges: [],
    numbers: new Set(),
    has(number) { return this.numbers.has(number); },
  };
  // Many edges in one place would cover everything else.
  const edgeOpacity = Math.min(1, Math.max(0.2, 25 / Math.sqrt(picture.edges.length + 1)));
  let ink;

  function theme() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const groups = {};
    for (const { type } of types) {
      const own = colour(type);
      const lit = { background: own, border: colour("focus") };
      groups[type] = {
        color: { background: own, border: colour("halo"), highlight: lit, hover: lit },
        font: { color: colour("on-result") },
      };
    }
    ink = { text: colour("ink"), halo: colour("halo") };
    const color = {
      color: colour("edge"),
      highlight: colour("focus"),
      hover: colour("focus"),
      opacity: edgeOpacity * (lit.on ? FADED : 1),
    };
    return { groups, edges: { ...picture.options.edges, color } };
  }

  const face = getComputedStyle(document.body).fontFamily;
  const network = new vis.Network(
    $("canvas"),
    { nodes: view, edges: shownEdges },
    {
      ...picture.options,
      ...theme(),
      nodes: { ...picture.options.nodes, font: { face }, margin: 3 },
      interaction: { ...picture.options.interaction, hideEdgesOnDrag: picture.edges.length > 4000 },
    },
  );
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    network.setOptions(theme());
    light(current === null ? null : numberOf.get(current));
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) select(facts[node].key, { move: false });
    else if (edge !== undefined) showEdge(edge);
    else select(null);
  });
  $("fit").addEventListener("click", () => moveTo(view.getIds()));

  // Labels as on a map: the most important first, and none over another. vis-network would draw all
  // of them, over one another where nodes stand close.
  const byWeight = [...picture.nodes].sort((a, b) => b.font.size - a.font.size || a.id - b.id);
  const ALWAYS = 40; // so many names are drawn however small the picture is
  const AT_MOST = 250;
  const SPARSE = 300;
  const CELL = 48; // pixels; a label is only compared with those in the cells that it touches

  function drawLabels(context) {
    const scale = network.getScale();
    const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
    const { clientWidth: width, clientHeight: height } = $("canvas");
    const taken = new Map();
    const take = (box) => {
      for (const cell of cellsOf(box)) taken.set(cell, [...(taken.get(cell) ?? []), box]);
    };
    const free = (box) => cellsOf(box).every((cell) =>
      (taken.get(cell) ?? []).every((o) =>
        box.x2 < o.x1 || box.x1 > o.x2 || box.y2 < o.y1 || box.y1 > o.y2));
    const inView = [...lit.list, ...byWeight]
      .filter((node) => !hidden.has(node.group) && (!lit.on || lit.has(node.id)))
      .map((node) => {
        const place = network.getPosition(node.id);
        return { node, x: (place.x - left) * scale, y: (place.y - top) * scale };
      })
      .filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
    // Where there is room, names keep clear of nodes too.
    if (inView.length <= SPARSE) {
      for (const { node, x, y } of inView) {
        const [wide, high] = node.shape === "box" ? [18, 8] : [node.size * 0.8, node.size * 0.8];
        take({ x1: x - wide * scale, x2: x + wide * scale, y1: y - high * scale, y2: y + high * scale });
      }
    }
    context.save();
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.strokeStyle = ink.halo;
    context.fillStyle = ink.text;
    let drawn = 0;
    const named = new Set();
    for (const { node, x, y } of inView) {
      if (drawn === AT_MOST) break;
      if (named.has(node.id)) continue;
      const size = Math.min(11 + node.font.size / 6, 18);
      const legible = node.font.size * scale >= 7;
      if (node.shape === "box" ? legible || !lit.on : !legible && !lit.on && drawn >= ALWAYS) continue;
      context.font = `${size / scale}px ${face}`;
      const half = context.measureText(captions[node.id]).width * scale / 2;
      const reach = (node.shape === "box" ? 9 : node.size) * scale + 3;
      // Below, above, to the right, to the left.
      const centres = [
        [x, y + reach], [x, y - reach - size], [x + reach + half, y - size / 2], [x - reach - half, y - size / 2],
      ];
      for (const [middle, upper] of centres) {
        const box = { x1: middle - half - 2, x2: middle + half + 2, y1: upper, y2: upper + size + 1 };
        if (box.x1 < 0 || box.x2 > width || !free(box)) continue;
        take(box);
        const [canvasX, canvasY] = [middle / scale + left, upper / scale + top];
        context.lineWidth = 3 / scale;
        context.strokeText(captions[node.id], canvasX, canvasY);
        context.fillText(captions[node.id], canvasX, canvasY);
        named.add(node.id);
        drawn += 1;
        break;
      }
    }
    context.restore();
  }

  function cellsOf({ x1, x2, y1, y2 }) {
    const cells = [];
    for (let x = Math.floor(x1 / CELL); x <= x2 / CELL; x += 1) {
      for (let y = Math.floor(y1 / CELL); y <= y2 / CELL; y += 1) cells.push(x * 4096 + y);
    }
    return cells;
  }
  network.on("afterDrawing", drawLabels);

  function light(number) {
    const before = lit.on;
    const old = [...lit.numbers];
    lit.on = number !== null;
    lit.numbers = new Set(lit.on
      ? [number, ...edgesAt[number].map((edge) => otherEnd(edge, number))] : []);
    lit.list = byWeight.filter((node) => lit.has(node.id))
      .sort((a, b) => (b.id === number) - (a.id === number));
    const others = lit.on !== before ? picture.nodes.map(({ id }) => id) : old;
    const opacity = lit.on ? FADED : 1;
    nodes.update(others.filter((id) => !lit.has(id)).map((id) => ({ id, opacity })));
    nodes.update([...lit.numbers].map((id) => ({ id, opacity: 1 })));
    const { color } = theme().edges;
    if (lit.on !== before) network.setOptions({ edges: { color } });
    edges.update(lit.edges.map((id) => ({ id, color, width: 1 })));
    lit.edges = lit.on ? edgesAt[number].map((edge) => edge.id) : [];
    const bright = { ...color, color: color.highlight, opacity: 1 };
    edges.update(lit.edges.map((id) => ({ id, color: bright, width: 2 })));
  }

  /* ---- legend and counts ---- */

  function toggle(type) {
    if (!hidden.delete(type)) hidden.add(type);
    view.refresh();
    shownEdges.refresh();
    for (const button of $("legend").children) {
      button.setAttribute("aria-pressed", String(!hidden.has(button.dataset.type)));
    }
  }

  function drawLegend() {
    for (const { type, count, all } of types) {
      const amount = count === all ? COUNT.format(all) : `${COUNT.format(count)} of ${COUNT.format(all)}`;
      $("legend").append(
        make(
          "button",
          { type: "button", "aria-pressed": "true", "data-type": type, on: () => toggle(type) },
          icon(type), type, make("output", {}, amount),
        ),
      );
    }
    const cut = counts.nodes < counts.allNodes;
    $("counts").classList.toggle("cut", cut);
    $("counts").textContent = cut
      ? `The ${COUNT.format(counts.nodes)} most supported of ${plural(counts.allNodes, "node")} are shown`
      : `${plural(counts.nodes, "node")}, ${plural(counts.edges, "fact")}`;
  }

  /* ---- the panel ---- */

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
      return edge && edge.to !== here ? [" · ", link(edge.to)] : [];
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
      return edges.length ? edges.map((edge) => link(edge.to)) : null;
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

  /* ---- selection: the address is where it is kept, so that links and the back button work ---- */

  let current = null;

  function show(key, { move = true } = {}) {
    const number = key === null ? undefined : numberOf.get(key);
    current = number === undefined ? null : key;
    if (number === undefined) {
      network.unselectAll();
      light(null);
      showOverview();
      return;
    }
    if (hidden.has(facts[number].type)) toggle(facts[number].type);
    network.selectNodes([number]);
    light(number);
    if (move) moveTo([...lit.numbers]);
    showNode(number);
  }

  const canvasPlace = (number) => network.canvasToDOM(network.getPosition(number));

  function moveTo(numbers, { animation = { duration: 350 } } = {}) {
    if (!numbers.length) return;
    const places = numbers.map((number) => network.getPosition(number));
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, right, top, bottom] =
      [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    // Room for names, which are wider than nodes.
    const { clientWidth: width, clientHeight: height } = $("canvas");
    const scale = Math.min((width - 240) / (right - left + 1), (height - 100) / (bottom - top + 1), 1.1);
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    network.moveTo({ position, scale: Math.max(scale, 0.02), animation });
  }

  function select(key, options) {
    if (key !== null && !numberOf.has(key)) return;
    const hash = key === null ? "" : `#${encodeURIComponent(key)}`;
    if (hash !== location.hash) history.pushState(null, "", hash || location.pathname + location.search);
    show(key, options);
  }

  function fromAddress() {
    let key = null;
    try {
      key = decodeURIComponent(location.hash.slice(1)) || null;
    } catch {
      // A broken address shows the overview.
    }
    show(key);
  }
  addEventListener("popstate", fromAddress);
  addEventListener("hashchange", fromAddress);

  /* ---- search ---- */

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const index = facts.map((fact) => [fact.label, ...(fact.aliases ?? [])].map(fold));

  function hits(text) {
    const wanted = fold(text).trim();
    if (!wanted) return [];
    const found = [];
    index.forEach((names, number) => {
      const rank = Math.min(...names.map((name) =>
        name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3));
      if (rank < 3) found.push([rank, -facts[number].degree, number]);
    });
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 12);
  }

  function drawHits() {
    const found = hits($("query").value);
    $("hits").hidden = !$("query").value.trim();
    $("hits").replaceChildren(...found.map(([, , number]) => make(
      "li", {},
      make(
        "button",
        { type: "button", on: () => { $("hits").hidden = true; select(facts[number].key); } },
        icon(facts[number].type), nameOf(number), make("small", {}, facts[number].type),
      ),
    )));
    if (!found.length) $("hits").append(make("li", { class: "none" }, "No name holds these words."));
  }

  $("query").addEventListener("input", drawHits);
  $("query").addEventListener("focus", drawHits);
  $("query").addEventListener("keydown", (event) => {
    const first = $("hits").querySelector("button");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "ArrowDown" && first) first.focus();
    if (event.key === "Escape") $("hits").hidden = true;
  });
  $("hits").addEventListener("keydown", (event) => {
    const item = document.activeElement.closest("li");
    const next = { ArrowDown: item?.nextSibling, ArrowUp: item?.previousSibling }[event.key];
    if (next) next.querySelector("button").focus();
    else if (event.key === "ArrowUp" || event.key === "Escape") $("query").focus();
  });
  document.addEventListener("click", (event) => {
    if (!$("search").contains(event.target)) $("hits").hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== $("query")) {
      event.preventDefault();
      $("query").focus();
    }
  });

  drawLegend();
  network.once("afterDrawing", () => { document.documentElement.dataset.drawn = "true"; });
  moveTo(view.getIds(), { animation: false });
  fromAddress();

  window.kg = Object.freeze({
    select,
    toggle,
    selected: () => current,
    counts: () => ({ nodes: view.length, edges: shownEdges.length }),
    at: (key) => {
      const { left, top } = $("canvas").getBoundingClientRect();
      const { x, y } = canvasPlace(numberOf.get(key));
      return { x: x + left, y: y + top };
    },
  });
})();
