/* The search box: names and aliases, in any script, without case and accents. */

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const query = $("query");
const hits = $("hits");
let names = null; // folded once, when the first search needs them

function search(text, most = 12) {
  const wanted = fold(text).trim();
  if (!wanted) return [];
  names ??= labels.map((label, node) => [label, ...(more(node).aliases ?? [])].map(fold));
  const found = [];
  names.forEach((own, node) => {
    const rank = Math.min(...own.map((name) => likeness(name, wanted)));
    // Of names that are alike, what papers are about comes before papers and people.
    if (rank < NONE) found.push([rank, isConcept(node) ? 0 : 1, -degree(node), node]);
  });
  const order = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
  return found.sort(order).slice(0, most).map((hit) => hit[3]);
}

/* The same, its beginning, the beginning of a word in it, or anything in it; both are folded. */
const NONE = 4;
function likeness(name, wanted) {
  const at = name.indexOf(wanted);
  if (at < 0) return NONE;
  if (at === 0) return name.length === wanted.length ? 0 : 1;
  return name.includes(` ${wanted}`) || name.includes(`-${wanted}`) ? 2 : 3;
}

function drawHits() {
  const found = search(query.value);
  const open = Boolean(query.value.trim());
  hits.hidden = !open;
  query.setAttribute("aria-expanded", String(open));
  hits.replaceChildren(...found.map((node) => make("li", {}, button([
    icon(typeName(node)), make("span", { class: "hit" }, labels[node], alsoOf(node)),
    make("small", {}, isConcept(node) ? plural(sifted.support[node], "paper") : typeName(node)),
  ], () => { hits.hidden = true; query.blur(); go(at(node)); }))));
  if (!found.length) hits.append(make("li", { class: "none" }, "No name holds these words."));
}

/* The alias that was found, where the name itself does not show why it is there. */
function alsoOf(node) {
  const wanted = fold(query.value).trim();
  if (fold(labels[node]).includes(wanted)) return null;
  const alias = more(node).aliases.find((name) => fold(name).includes(wanted));
  return make("small", {}, ` ${alias}`);
}

query.addEventListener("input", drawHits);
query.addEventListener("focus", drawHits);
query.addEventListener("keydown", (event) => {
  const first = hits.querySelector("button");
  if (event.key === "Enter" && first) first.click();
  if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
  if (event.key === "Escape") { hits.hidden = true; query.blur(); event.stopPropagation(); }
});
hits.addEventListener("keydown", (event) => {
  const item = document.activeElement.closest("li");
  const next = { ArrowDown: item?.nextSibling, ArrowUp: item?.previousSibling }[event.key];
  if (!["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  if (next) next.querySelector("button").focus();
  else if (event.key !== "ArrowDown") query.focus();
});
document.addEventListener("click", (event) => {
  if (!$("search").contains(event.target)) hits.hidden = true;
});
