/*
 * The state of the page. All of it stands in the address after #, so that every state has a link and
 * the back button works: #method/titanet?year=2021&role=introduces
 */

const CONCEPTS = ["Method", "Dataset", "Task"];
const MOST = [15, 30, 60, 150, 400, Infinity];
const NARROW = matchMedia("(max-width: 760px)").matches; // as in page.css
/* So many neighbours come with one expansion: what fits into the window, one name below the other. */
const step = () => Math.max(10, Math.min(Math.floor((host.clientHeight - 100) / 15.6), 36));

const initial = () => ({
  node: null, // the node that is looked at
  other: null, // a second one: then what ties the two is looked at
  view: "", // "" the panel beside the picture, "page" the panel alone
  boards: null, // the words to find leaderboards by, where these are looked at
  types: [...CONCEPTS], // the types in the overview
  hide: [], // the types left out of a neighbourhood
  role: [], relation: [], year: [], venue: [], // the only values allowed; none: all are
  support: 1, // in at least so many papers
  most: NARROW ? 15 : 60, // at most so many nodes in the overview
  open: new Map(), // how many neighbours of each expanded node are shown
});
let state = initial();

const LISTS = ["hide", "role", "relation", "year", "venue"];

function format(given) {
  const params = new URLSearchParams();
  const plain = initial();
  if (given.other !== null) params.set("with", keys[given.other]);
  if (given.view) params.set("view", given.view);
  if (given.boards !== null) params.set("boards", given.boards);
  if (String(given.types) !== String(plain.types)) params.set("types", given.types.join(","));
  for (const name of LISTS) for (const value of given[name]) params.append(name, value);
  if (given.support > 1) params.set("support", given.support);
  if (given.most !== plain.most) params.set("most", given.most === Infinity ? "all" : given.most);
  for (const [node, count] of given.open) params.append("open", `${count}:${keys[node]}`);
  const query = params.toString();
  const path = given.node === null ? "" : keys[given.node].split("/").map(encodeURIComponent).join("/");
  return `#${path}${query && `?${query}`}`;
}

/* An address made by hand, or for another build, may name what is not there: that is left out. */
function parse(fragment) {
  const found = initial();
  const cut = fragment.indexOf("?");
  const params = new URLSearchParams(cut < 0 ? "" : fragment.slice(cut + 1));
  const nodeOf = (key) => numberOf.get(key) ?? null;
  try {
    found.node = nodeOf(decodeURIComponent(cut < 0 ? fragment.slice(1) : fragment.slice(1, cut)));
  } catch {
    return found; // not a way to write a key: the overview
  }
  if (found.node !== null) found.other = nodeOf(params.get("with"));
  if (params.get("view") === "page") found.view = "page";
  if (params.has("boards")) found.boards = params.get("boards");
  if (params.has("types")) {
    const wanted = params.get("types").split(",");
    found.types = TYPES.filter((type) => wanted.includes(type));
  }
  for (const name of LISTS) found[name] = params.getAll(name);
  found.support = Math.max(1, Math.floor(Number(params.get("support"))) || 1);
  const most = params.get("most") === "all" ? Infinity : Number(params.get("most"));
  if (MOST.includes(most)) found.most = most;
  for (const item of params.getAll("open")) {
    const colon = item.indexOf(":");
    const node = nodeOf(item.slice(colon + 1));
    const count = Math.floor(Number(item.slice(0, colon)));
    if (node !== null && count > 0) found.open.set(node, count);
  }
  return found;
}

/* Another node is another place: what was expanded around the old one is left behind. */
const at = (node) =>
  ({ ...state, node, other: null, boards: null, open: new Map(), view: node === null ? "" : state.view });
const addressOf = (node) => format(at(node));

function go(changes, { replace = false } = {}) {
  const address = format({ ...state, ...changes });
  if (address !== (location.hash || "#")) {
    const full = address === "#" ? location.pathname + location.search : address;
    history[replace ? "replaceState" : "pushState"](null, "", full);
  }
  enter();
}

function enter() {
  const before = state;
  state = parse(location.hash || "#");
  update(before);
}
addEventListener("popstate", enter);
