/* Leaderboards: what is reported on a dataset in a metric, best first. */

const boardsAt = new Map();
boards.forEach((board) => {
  const methods = board.rows.map((row) => row[3]);
  for (const node of new Set([board.dataset, board.metric, ...board.tasks, ...methods])) {
    if (node === null) continue;
    if (!boardsAt.has(node)) boardsAt.set(node, []);
    boardsAt.get(node).push(board);
  }
});
const FIRST = 10; // rows of a leaderboard before "more"

const boardName = (board) => [board.dataset, board.metric, ...board.tasks].map((node) => labels[node]);

function boardHeading(board, here) {
  const tasks = board.tasks.length === 1 ? board.tasks : []; // of several, each row has its own
  const parts = [board.dataset, board.metric, ...tasks].filter((node) => node !== here);
  const arrow = { higher: "higher is better", lower: "lower is better" }[board.direction]
    ?? "not ranked: nobody says which way is better";
  return make(
    "caption", {},
    parts.flatMap((node, i) => [i ? " · " : "", link(node)]),
    make("small", {}, ` ${board.split ? `${board.split}, ` : ""}${board.scale && board.scale !== "%" ? `in ${board.scale}, ` : ""}${arrow}`),
  );
}

function boardRow([result, rank, method, node, task], { here, severalTasks }) {
  const paper = paperOf[result];
  return make(
    "tr", node !== null && node === here ? { class: "here" } : {},
    make("td", { class: "rank" }, rank === null ? "" : String(rank)),
    make("td", {}, node === null ? make("span", { class: "nameless" }, method ?? "(not said)") : link(node)),
    severalTasks ? make("td", { class: "task" }, task === null ? "" : link(task)) : null,
    make("td", { class: "score" }, link(result, more(result).text)),
    make("td", { class: "from" }, link(paper)),
    make("td", { class: "year" }, more(paper).year ? String(more(paper).year) : ""),
  );
}

function boardTable(board, { here = null, first = FIRST } = {}) {
  const rows = board.rows.filter(([result]) => sifted.papers[paperOf[result]]);
  const severalTasks = board.tasks.length > 1;
  const columns = ["", "Method", ...(severalTasks ? ["Task"] : []), "Score", "Paper", ""];
  const body = make("tbody");
  const table = make(
    "table", { class: "board" }, boardHeading(board, here),
    make("thead", {}, make("tr", {}, columns.map((name) => make("th", {}, name)))),
    body,
  );
  const rest = moreButton(rows.length, first, (low, high) => {
    body.append(...rows.slice(low, high).map((row) => boardRow(row, { here, severalTasks })));
  });
  return [table, rest];
}

/* The leaderboards that hold all the words, those with most rows first. */
function findBoards(words) {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return boards
    .filter((board) => {
      const name = fold([...boardName(board), ...board.rows.map((row) => row[2] ?? "")].join(" "));
      return wanted.every((word) => name.includes(word));
    })
    .sort((a, b) => b.rows.length - a.rows.length);
}

function drawBoards(list) {
  const found = findBoards(state.boards);
  list.replaceChildren();
  if (!found.length) {
    list.append(make("p", { class: "soft" }, boards.length
      ? "No leaderboard holds these words."
      : "No abstract here reports a score on a named dataset in a named metric."));
    return;
  }
  const space = make("div");
  list.append(space, moreButton(found.length, 20, (low, high) => {
    space.append(...found.slice(low, high).flatMap((board) => boardTable(board, { first: 5 })));
  }));
}

function boardsPanel() {
  const list = make("div", { id: "boards" });
  const field = make("input", {
    type: "search", class: "field", placeholder: "Dataset, metric, task or method",
    "aria-label": "Find leaderboards", value: state.boards,
  });
  field.addEventListener("input", () => {
    state = { ...state, boards: field.value };
    history.replaceState(null, "", format(state));
    drawBoards(list);
  });
  drawBoards(list);
  return [field, list];
}

/* A button that shows the next part of a list, as long as there is one. */
function moreButton(count, first, show) {
  let shown = 0;
  const element = button("", () => grow(PAGE), { class: "more" });
  const grow = (by) => {
    show(shown, Math.min(shown + by, count));
    shown = Math.min(shown + by, count);
    element.textContent = `Show more (${amount(count - shown)} left)`;
    element.hidden = shown === count;
  };
  grow(first);
  return element;
}
