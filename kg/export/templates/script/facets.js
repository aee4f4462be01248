/* The legend above the picture, and the filters beside it. */

function legend() {
  const inside = state.node !== null;
  const total = typeCounts(sifted);
  const drawn = TYPES.map(() => 0);
  for (const { node } of scene.nodes) drawn[typeOf[node]] += 1;
  const on = (type) => (inside ? !state.hide.includes(type) : state.types.includes(type));
  const toggle = (type) => {
    const flip = (list) => TYPES.filter((one) => list.includes(one) !== (one === type));
    go(inside ? { hide: flip(state.hide) } : { types: flip(state.types) });
  };
  $("legend").replaceChildren(...TYPES.filter((type) => columns.type.includes(T[type])).map((type) => {
    const [here, all] = [drawn[T[type]], total[T[type]]];
    const cut = !inside && on(type) && here < all;
    const text = cut ? `${amount(here)}/${amount(all)}` : amount(inside ? here : all);
    return button([icon(type), PLURALS[type], make("output", {}, text)], () => toggle(type), {
      "aria-pressed": String(on(type)), "data-type": type,
      title: `${on(type) ? "Hide" : "Show"} ${PLURALS[type].toLowerCase()}`,
    });
  }));
}

const venueName = (key) => (numberOf.has(key) ? labels[numberOf.get(key)] : key);
const mostFirst = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
const FACETS = [
  ["role", "Role in the paper", (value) => value, (a, b) => ROLES.indexOf(a[0]) - ROLES.indexOf(b[0])],
  ["relation", "Other relations", (value) => WORDS[value]?.[2] ?? value, mostFirst],
  ["year", "Year", (value) => value, (a, b) => (Number(b[0]) || 0) - (Number(a[0]) || 0)],
  ["venue", "Venue", venueName, mostFirst],
];
const VALUES = 8; // values of a filter before "more"

const NOTHING = "Nothing passes these filters.";

function active() {
  const lists = FACETS.reduce((sum, [name]) => sum + state[name].length, 0);
  return lists + (state.support > 1) + (state.most !== initial().most);
}

function facet([name, title, words, order], found) {
  const values = [...found].filter(([value, count]) => count || state[name].includes(value)).sort(order);
  for (const value of state[name]) if (!found.has(value)) values.push([value, 0]);
  if (values.length < 2 && !state[name].length) return null;
  const top = Math.max(1, ...values.map(([, count]) => count));
  const list = make("ul");
  const placeOf = (value) => values.findIndex((item) => item[0] === value) + 1;
  const first = Math.max(VALUES, ...state[name].map(placeOf)); // what is chosen is seen
  const rest = moreButton(values.length, first, (low, high) => {
    list.append(...values.slice(low, high).map(([value, count]) => {
      const box = make("input", { type: "checkbox", name, value });
      box.checked = state[name].includes(value);
      box.addEventListener("change", () => go({
        [name]: box.checked ? [...state[name], value] : state[name].filter((one) => one !== value),
      }));
      const bar = make("meter", { min: 0, max: top, value: count, "aria-hidden": "true" });
      const parts = [box, make("span", {}, words(value)), bar, make("output", {}, amount(count))];
      return make("li", {}, make("label", {}, parts));
    }));
  });
  return make("fieldset", { "data-facet": name }, make("legend", {}, title), list, rest);
}

function clearFilters() {
  const { role, relation, year, venue, support, most } = initial();
  go({ role, relation, year, venue, support, most });
}

function choice(title, id, value, options, change) {
  const field = make("select", { id }, options.map(([one, words]) => make("option", { value: one }, words)));
  field.value = String(value);
  field.addEventListener("change", () => change(field.value));
  return make("label", { class: "choice", for: id }, make("span", {}, title), field);
}

function drawFilters() {
  const count = active();
  $("filter-button").textContent = count ? `Filters (${count})` : "Filters";
  if ($("filters").hidden) return;
  const scroll = $("filters").scrollTop;
  const kept = document.activeElement?.closest?.("#filters") && document.activeElement;
  const found = counts(state);
  const supports = [...new Set([1, 2, 3, 5, 10, 20, 50, 100, 200, state.support])].sort((a, b) => a - b)
    .filter((least) => least <= Math.max(state.support, TOP_SUPPORT));
  $("filters").replaceChildren(...[
    make(
      "div", { class: "top" }, make("strong", {}, "Filters"),
      button("Clear", clearFilters),
    ),
    choice("Support", "support", state.support,
      supports.map((least) => [least, `${amount(least)}+ ${least === 1 ? "paper" : "papers"}`]),
      (value) => go({ support: Number(value) })),
    state.node === null ? choice("Drawn", "most", state.most,
      MOST.map((most) => [most, most === Infinity ? "everything" : `the top ${amount(most)}`]),
      (value) => go({ most: Number(value) })) : null,
    ...FACETS.map((one) => facet(one, found[one[0]])),
  ].filter(Boolean));
  $("filters").scrollTop = scroll;
  const same = kept && (kept.id ? $(kept.id) : [...$("filters").querySelectorAll("input")]
    .find((box) => box.name === kept.name && box.value === kept.value));
  same?.focus();
}

function toggleFilters() {
  $("filters").hidden = !$("filters").hidden;
  $("filter-button").setAttribute("aria-expanded", String(!$("filters").hidden));
  drawFilters();
  if (!$("filters").hidden) $("filters").querySelector("select, input")?.focus();
}
$("filter-button").addEventListener("click", toggleFilters);
