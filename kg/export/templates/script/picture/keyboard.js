/* The keyboard: everything that the pointer can do. */

const KEYS = [
  ["/", "search"],
  ["arrow keys", "walk from node to node in the picture"],
  ["Enter", "look at the node"],
  ["Space", "expand or collapse it in a neighbourhood"],
  ["Esc", "close what is open, then back to the overview"],
  ["+ − 0", "zoom in, zoom out, show all"],
  ["Shift + arrow keys", "move the picture"],
  ["f", "filters"],
  ["l", "leaderboards"],
  ["p", "read as a page, or beside the picture"],
  ["?", "these keys"],
];

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/* The node to which an arrow leads: near, and more ahead than aside. */
function ahead([dx, dy]) {
  if (!focused) return scene.nodes[0] ?? null;
  let best = Infinity;
  let found = focused;
  for (const item of scene.nodes) {
    const [x, y] = [item.x - focused.x, item.y - focused.y];
    const forward = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    const cost = forward + 2 * aside;
    if (forward > 0.5 && aside <= forward * 2 && cost < best) { best = cost; found = item; }
  }
  return found;
}

function focusOn(item) {
  focused = item;
  if (!item) return;
  const [x, y] = toScreen(item, stage.camera());
  const [wide, high] = [host.clientWidth, host.clientHeight];
  if (x < 40 || y < 40 || x > wide - 40 || y > high - 40) {
    stage.moveTo({ ...stage.camera(), x: item.x, y: item.y }, !motion.matches);
  }
  $("said").textContent = `${typeName(item.node)}: ${labels[item.node]}`;
  drawOverlay();
}

host.addEventListener("keydown", (event) => {
  const arrow = ARROWS[event.key];
  if (arrow && event.shiftKey) panBy(arrow[0] * 80, arrow[1] * 80);
  else if (arrow) focusOn(ahead(arrow));
  else if (event.key === "Enter" && focused) open(focused.node);
  else if (event.key === " " && focused && state.node !== null) toggleOpen(focused.node);
  else return;
  event.preventDefault();
  event.stopPropagation();
});
host.addEventListener("blur", () => { focused = null; drawOverlay(); });

function escape() {
  if (!$("help").hidden) $("help").hidden = true;
  else if (!$("filters").hidden) toggleFilters();
  else if (state.other !== null) go({ other: null });
  else if (state.node !== null) go(at(null));
  else if (state.boards !== null) go({ boards: null });
}

const COMMANDS = {
  "/": () => query.focus(),
  "+": () => zoomBy(1.4),
  "=": () => zoomBy(1.4),
  "-": () => zoomBy(1 / 1.4),
  0: () => fit({ animated: true }),
  f: toggleFilters,
  l: () => go({ ...at(null), boards: "" }),
  p: () => state.node !== null && go({ view: state.view ? "" : "page" }),
  "?": toggleHelp,
  Escape: escape,
};

function toggleHelp() {
  $("help").hidden = !$("help").hidden;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea") && event.key !== "Escape") return;
  const command = COMMANDS[event.key];
  if (!command) return;
  event.preventDefault();
  command();
});

$("help").append(
  make("strong", {}, "Keys"),
  make("dl", {}, KEYS.flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)])),
);
$("help-button").addEventListener("click", toggleHelp);
$("in").addEventListener("click", () => zoomBy(1.4));
$("out").addEventListener("click", () => zoomBy(1 / 1.4));
$("fit").addEventListener("click", () => fit({ animated: true }));
