/* The pointer on the picture: what it is over is lit and named, a click leads there. */

const tip = $("tip");
let pressed = null;
let waiting = false;

function place(event) {
  const { left, top } = host.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

function hover(px, py) {
  const before = hovered.item ?? hovered.link;
  hovered = under(px, py);
  const now = hovered.item ?? hovered.link;
  host.classList.toggle("over", Boolean(now));
  drawTip(px, py);
  if (before !== now) drawOverlay();
}

function drawTip(px, py) {
  const { item, link: one } = hovered;
  tip.hidden = !item && !one;
  if (item) {
    const { node } = item;
    const count = isConcept(node) ? ` · ${plural(sifted.support[node], "paper")}` : "";
    tip.replaceChildren(make("strong", {}, labels[node]), make("br"), `${typeName(node)}${count}`);
  } else if (one) {
    const [subject, words, object] = linkWords(one);
    tip.replaceChildren(make("strong", {}, subject), ` ${words} `, make("strong", {}, object));
  } else return;
  tip.style.left = `${Math.min(px + 14, host.clientWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${py + 18 + tip.offsetHeight > host.clientHeight ? py - tip.offsetHeight - 10 : py + 18}px`;
}

function leave() {
  hovered = {};
  tip.hidden = true;
  drawOverlay();
}

host.addEventListener("pointermove", (event) => {
  if (event.buttons || waiting) { if (event.buttons) tip.hidden = true; return; }
  waiting = true;
  requestAnimationFrame(() => { waiting = false; hover(...place(event)); });
});
host.addEventListener("pointerleave", leave);
host.addEventListener("pointerdown", (event) => { pressed = event.button === 0 ? place(event) : null; }, true);
host.addEventListener("pointerup", (event) => {
  const [x, y] = place(event);
  const still = pressed && Math.hypot(x - pressed[0], y - pressed[1]) < 5;
  pressed = null;
  if (!still) return;
  const { item, link: one } = under(x, y);
  if (item) open(item.node, { beside: event.shiftKey });
  else if (one) openLink(one);
}, true);

/* A click looks at a node; with shift it grows the node's neighbours into the picture instead. */
function open(node, { beside = false } = {}) {
  if (beside && state.node !== null) toggleOpen(node);
  else go(at(node));
}

function openLink({ a, b }) {
  const [one, other] = [scene.nodes[a].node, scene.nodes[b].node];
  if (state.node === other) go({ other: one });
  else if (state.node === one) go({ other });
  else go({ ...at(one), other });
}

function toggleOpen(node) {
  const next = new Map(state.open);
  if (!next.delete(node)) next.set(node, Math.ceil(step() / 3));
  go({ open: next });
}

/* More neighbours of the node in the middle, or as few as at first. */
function growRoot(by) {
  const next = new Map(state.open);
  const count = (next.get(state.node) ?? step()) + by;
  if (count > step()) next.set(state.node, count);
  else next.delete(state.node);
  go({ open: next });
}
