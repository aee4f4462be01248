/*
 * The stage for large graphs: sigma.js, which draws with WebGL. See vis.js for what a stage is.
 * Without a graphics card WebGL is slower than vis-network's canvas, so then that one is taken;
 * graph.html?draw=webgl and graph.html?draw=canvas decide it by hand.
 */

function webglIsFast() {
  const asked = new URLSearchParams(location.search).get("draw");
  if (asked) return asked === "webgl";
  const options = { failIfMajorPerformanceCaveat: true };
  return document.createElement("canvas").getContext("webgl2", options) !== null;
}

const THICK = 3000; // more links than these are drawn as lines of one pixel, which is much faster
const FEATHER = 0.8; // sigma fades the rims of a line, which takes this much of its width
const STILL = 6000; // more links than these are left out while the picture moves

/* Draws the shapes of all types in one program: polygons by their corners, as in elements.js. */
const FORMS = { Method: [4, 0.25], Dataset: [6, 0], Task: [3, 0.75], Metric: [3, 0.25], Paper: [4, 0.125] };

// In a function: where there is no WebGL at all, sigma.js stops while it loads, and this is not called.
const shapeProgram = () => class extends Sigma.rendering.NodeProgram {
  constructor(gl, _, renderer) { super(gl, null, renderer); } // without a second pass for picking

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      METHOD: TRIANGLES,
      VERTEX_SHADER_SOURCE: `
        attribute vec4 a_color;
        attribute vec2 a_position;
        attribute float a_size;
        attribute float a_least;
        attribute float a_form;
        attribute float a_angle;
        uniform mat3 u_matrix;
        uniform float u_sizeRatio;
        uniform float u_correctionRatio;
        varying vec4 v_color;
        varying vec2 v_place;
        varying float v_form;
        varying float v_pixel;
        void main() {
          float pixels = max(a_size / u_sizeRatio, a_least);
          vec2 corner = 2.2 * vec2(cos(a_angle), sin(a_angle));
          vec2 place = a_position + corner * pixels * u_correctionRatio * 2.0;
          gl_Position = vec4((u_matrix * vec3(place, 1)).xy, 0, 1);
          v_place = corner;
          v_form = a_form;
          v_pixel = 1.0 / pixels;
          v_color = a_color;
          v_color.a *= 255.0 / 254.0;
        }`,
      FRAGMENT_SHADER_SOURCE: `
        precision highp float;
        varying vec4 v_color;
        varying vec2 v_place;
        varying float v_form;
        varying float v_pixel;
        const float TURN = 6.2831853;
        // The distance to the side of a polygon whose corners stand on a circle of radius 1.
        float polygon(vec2 p, float corners, float turn) {
          float part = TURN / corners;
          float angle = atan(p.y, p.x) - turn * TURN;
          float from_side = mod(angle, part) - 0.5 * part;
          return length(p) * cos(from_side) - cos(0.5 * part);
        }
        void main() {
          float corners = floor(v_form);
          float turn = v_form - corners;
          float out_by;
          if (corners == 0.0) out_by = length(v_place) - 0.85;
          else if (corners == 1.0) out_by = max(abs(v_place.x) - 0.95, abs(v_place.y) - 0.5);
          else if (corners == 2.0) {
            float part = TURN / 5.0;
            float angle = abs(mod(atan(v_place.y, v_place.x) - 0.25 * TURN + 0.5 * part, part) - 0.5 * part);
            vec2 p = length(v_place) * vec2(cos(angle), sin(angle));
            vec2 tip = vec2(1.0, 0.0);
            vec2 side = normalize(0.45 * vec2(cos(0.5 * part), sin(0.5 * part)) - tip);
            out_by = dot(p - tip, vec2(side.y, -side.x));
          }
          else out_by = polygon(v_place, corners, turn);
          float cover = 1.0 - smoothstep(-0.5 * v_pixel, 0.5 * v_pixel, out_by);
          gl_FragColor = v_color * cover;
        }`,
      UNIFORMS: ["u_sizeRatio", "u_correctionRatio", "u_matrix"],
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_least", size: 1, type: FLOAT },
        { name: "a_form", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [Math.PI * 2 / 3], [Math.PI * 4 / 3]],
    };
  }

  processVisibleItem(_, start, data) {
    const { x, y, size, least, form, color } = data;
    this.array.set([x, y, size, least, form, Sigma.utils.floatColor(color)], start);
  }

  setUniforms({ sizeRatio, correctionRatio, matrix }, { gl, uniformLocations: at }) {
    gl.uniform1f(at.u_sizeRatio, sizeRatio);
    gl.uniform1f(at.u_correctionRatio, correctionRatio);
    gl.uniformMatrix3fv(at.u_matrix, false, matrix);
  }
};

const PLAIN = { x: 0, y: 0, angle: 0, ratio: 1 };

function sigmaStage(host) {
  const form = (type) => (type === "Result" ? 1 : type === "Venue" ? 2
    : type in FORMS ? FORMS[type][0] + FORMS[type][1] : 0);
  const { EdgeRectangleProgram, EdgeLineProgram } = Sigma.rendering;
  const sigma = new Sigma(new graphology.Graph(), host, {
    allowInvalidContainer: true,
    autoCenter: false,
    autoRescale: false,
    defaultNodeType: "shape",
    nodeProgramClasses: { shape: shapeProgram() },
    edgeProgramClasses: { rectangle: EdgeRectangleProgram, line: EdgeLineProgram },
    itemSizesReference: "positions",
    zoomToSizeRatioFunction: (ratio) => ratio,
    minEdgeThickness: 1.2,
    renderLabels: false,
    minCameraRatio: 1e-4,
    maxCameraRatio: 1e4,
    zoomingRatio: 1.4,
    doubleClickZoomingRatio: 1,
  });
  const camera = sigma.getCamera();
  // y grows upwards there.
  return {
    show(scene) {
      const graph = new graphology.Graph({ multi: true });
      scene.nodes.forEach(({ node, x, y, r, least, colour }, id) => graph.addNode(id, {
        x, y: -y, size: r, least, color: colour, form: form(typeName(node)),
      }));
      const type = scene.links.length > THICK ? "line" : "rectangle";
      for (const { a, b, width, colour } of scene.links) {
        graph.addEdge(a, b, { size: width + FEATHER, color: colour, type });
      }
      sigma.setSetting("hideEdgesOnMove", scene.links.length > STILL);
      sigma.setGraph(graph);
      sigma.refresh(); // at once: the camera can only be moved over what is known
    },
    camera() {
      const [middle, side] = [{ x: 0, y: 0 }, { x: 1, y: 0 }].map((at) => sigma.graphToViewport(at));
      const scale = side.x - middle.x;
      return {
        x: (host.clientWidth / 2 - middle.x) / scale,
        y: (host.clientHeight / 2 - middle.y) / scale,
        scale,
      };
    },
    moveTo({ x, y, scale }, animated) {
      const [middle, side] = [0, 1].map((at) => sigma.graphToViewport({ x: at, y: 0 }, { cameraState: PLAIN }));
      const plain = side.x - middle.x;
      const place = sigma.viewportToFramedGraph(sigma.graphToViewport({ x, y: -y }));
      const state = { ...place, ratio: plain / scale, angle: 0 };
      if (animated) camera.animate(state, { duration: 300, easing: "quadraticInOut" });
      else camera.setState(state);
    },
    onRender(draw) { sigma.on("afterRender", draw); },
    redraw() { sigma.refresh(); },
    resize() { sigma.resize(); sigma.refresh(); },
  };
}
