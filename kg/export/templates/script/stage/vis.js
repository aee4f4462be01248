/*
 * The stage draws the shapes and lines of a scene and has the camera; names and whatever is lit are
 * drawn over it in picture/labels.js. This one is vis-network as it comes with pyvis; sigma.js can do
 * the same. A camera is {x, y, scale}: the middle, and pixels to a unit.
 */

function visStage(host) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let items = [];
  const network = new vis.Network(host, { nodes, edges }, {
    autoResize: true,
    physics: { enabled: false },
    layout: { improvedLayout: false },
    nodes: { shape: "custom", ctxRenderer: drawNode },
    edges: { smooth: false, selectionWidth: 0, hoverWidth: 0, chosen: false },
    interaction: { dragNodes: false, selectable: false, hover: false, tooltipDelay: 1e9 },
  });

  function drawNode({ ctx, id, x, y }) {
    const item = items[id];
    const scale = network.getScale();
    const r = radiusAt(item, scale) / scale;
    return {
      drawNode() {
        ctx.beginPath();
        for (const [px, py] of SHAPES[typeName(item.node)]) ctx.lineTo(x + px * r, y + py * r);
        ctx.closePath();
        ctx.fillStyle = item.colour;
        ctx.fill();
      },
      nodeDimensions: { width: 2 * r, height: 2 * r },
    };
  }

  return {
    show(scene) {
      edges.clear();
      nodes.clear();
      items = scene.nodes;
      nodes.add(scene.nodes.map(({ x, y }, id) => ({ id, x, y })));
      edges.add(scene.links.map(({ a, b, width, colour }, id) =>
        ({ id, from: a, to: b, width, color: { color: colour, inherit: false } })));
    },
    camera() {
      const { x, y } = network.getViewPosition();
      return { x, y, scale: network.getScale() };
    },
    moveTo({ x, y, scale }, animated) {
      const animation = animated && { duration: 300, easingFunction: "easeInOutQuad" };
      network.moveTo({ position: { x, y }, scale, animation });
    },
    onRender(draw) { network.on("afterDrawing", draw); },
    redraw() { network.redraw(); },
    resize() { network.setSize("100%", "100%"); network.redraw(); },
  };
}
