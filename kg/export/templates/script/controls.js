/*
 * Legend, selection, search, and the documented way in for other programs, window.kg:
 *   kg.select(key)    shows the node with that key, as a click on it does; null shows the overview
 *   kg.selected()     its key, or null
 *   kg.counts()       {nodes, edges} as drawn now
 *   kg.at(key)        where the node stands in the window, {x, y}
 *   kg.toggle(type)   shows or hides a type
 * A key after # in the address does what kg.select does.
 */

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
  const scale = Math.min((width - 160) / (right - left + 1), (height - 100) / (bottom - top + 1), 1.1);
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
