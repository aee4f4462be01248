/* The picture as a file: SVG made from the scene, and PNG painted from that SVG. */

function svgPicture() {
  const camera = stage.camera();
  const [wide, high] = [host.clientWidth, host.clientHeight];
  const round = (value) => Number(value.toFixed(1));
  const seen = ([x, y], room) => x > -room && y > -room && x < wide + room && y < high + room;
  const lines = scene.links.flatMap(({ a, b, width, colour }) => {
    const [one, other] = [toScreen(scene.nodes[a], camera), toScreen(scene.nodes[b], camera)];
    if (!seen(one, 2000) && !seen(other, 2000)) return [];
    return [svgElement("line", {
      x1: round(one[0]), y1: round(one[1]), x2: round(other[0]), y2: round(other[1]),
      stroke: colour, "stroke-width": round(Math.max(width * camera.scale, 0.6)),
    })];
  });
  const shapes = scene.nodes.flatMap((item) => {
    const [x, y] = toScreen(item, camera);
    if (!seen([x, y], 40)) return [];
    const r = radiusAt(item, camera.scale);
    const points = SHAPES[typeName(item.node)].map(([px, py]) => `${round(x + px * r)},${round(y + py * r)}`);
    return [svgElement("polygon", { points: points.join(" "), fill: item.colour },
      svgElement("title", {}, `${typeName(item.node)}: ${labels[item.node]}`))];
  });
  const anchor = { left: "start", center: "middle", right: "end" };
  const words = labelBoxes.map(({ text, size, strong, colour, x, y, align }) => svgElement("text", {
    x: round(x), y: round(y), "font-size": round(size), "font-weight": strong ? 600 : 400,
    "text-anchor": anchor[align], "dominant-baseline": "central", fill: colour, stroke: ink.halo, "stroke-width": 3,
    "paint-order": "stroke", "stroke-linejoin": "round",
  }, text));
  const svg = svgElement(
    "svg",
    { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, "font-family": "system-ui, sans-serif" },
    svgElement("rect", { width: wide, height: high, fill: ink.halo }),
    svgElement("g", {}, ...lines), svgElement("g", {}, ...shapes), svgElement("g", {}, ...words),
  );
  // What no XML may hold; the serialiser would write it all the same.
  return new XMLSerializer().serializeToString(svg).toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
}

function fileName(suffix) {
  const name = state.node === null ? "knowledge-graph" : labels[state.node];
  const safe = name.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-+|-+$/g, "");
  return `${safe || "picture"}.${suffix}`;
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const saveSvg = () => save(new Blob([svgPicture()], { type: "image/svg+xml" }), fileName("svg"));

async function savePng() {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgPicture())}`;
  await image.decode();
  const canvas = make("canvas", { width: host.clientWidth * 2, height: host.clientHeight * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(blob, fileName("png")), "image/png");
}
$("png").addEventListener("click", savePng);
$("svg").addEventListener("click", saveSvg);
