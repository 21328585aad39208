// Where a figure is drawn: when it comes into sight, in the colours of the page, as wide as there is room.

import { plotly } from "careervault-pictures/plotly.js";
import { wear } from "careervault-pictures/tones.js";

const CONFIG = { displayModeBar: false, showTips: false, doubleClick: false, scrollZoom: false };
const NEAR = "400px";
const NARROW = 420;
const PAPER = 620;

let turn = Promise.resolve();

/** Draw one after the other, so that the first is seen while the next is drawn. */
function inTurn(draw) {
  const drawn = turn.then(draw);
  const shown = () => new Promise((done) => setTimeout(done));
  turn = drawn.then(shown, shown);
  return drawn;
}

export default {
  name: "CvCanvas",
  template: `
    <div class="cv-canvas" :class="{ 'is-clickable': clickable }" :style="{ height: figure.layout.height + 'px' }">
      <div ref="figure" class="cv-canvas__figure" role="img" :aria-label="name"></div>
    </div>`,
  props: { figure: Object, name: String, clickable: Boolean },
  emits: ["part"],
  mounted() {
    this.sight = new IntersectionObserver(([entry]) => this.seen(entry.isIntersecting), { rootMargin: NEAR });
    this.sight.observe(this.$el);
    this.size = new ResizeObserver(() => this.draw());
    this.size.observe(this.$el);
    window.addEventListener("beforeprint", this.drawOnPaper);
    window.addEventListener("afterprint", this.draw);
    this.unwatch = this.$watch(() => this.$q.dark.isActive, () => this.$nextTick(() => this.draw()));
  },
  beforeUnmount() {
    this.sight.disconnect();
    this.size.disconnect();
    window.removeEventListener("beforeprint", this.drawOnPaper);
    window.removeEventListener("afterprint", this.draw);
    this.unwatch();
    if (this.drawn) plotly().then((Plotly) => Plotly.purge(this.$refs.figure ?? this.drawn));
  },
  watch: {
    figure() {
      this.draw();
    },
  },
  methods: {
    seen(isInSight) {
      this.isInSight = isInSight;
      if (isInSight) this.draw();
    },
    /** On paper all is in sight, dark on light, as wide as a page; and it does not wait. */
    drawOnPaper() {
      this.drawNow(Math.min(PAPER, this.$el.clientWidth), "light");
    },
    /** Return the figure in the colours that the page wears now, or those of a scheme. */
    worn(scheme) {
      return wear(this.figure, this.$el, scheme);
    },
    draw() {
      if (this.isInSight) inTurn(() => this.drawNow(this.$el.clientWidth));
    },
    async drawNow(width, scheme) {
      const Plotly = await plotly();
      const node = this.$refs.figure;
      if (!node) return;
      const { data, layout, narrow } = this.worn(scheme);
      if (width < NARROW) for (const [name, part] of Object.entries(narrow)) Object.assign(layout[name], part);
      const stamp = JSON.stringify([data, layout, width]);
      if (stamp === this.stamp) return;
      this.stamp = stamp;
      // Anew, for Plotly would move the old flow into the new one for half a second.
      await Plotly.newPlot(node, data, { ...layout, width }, CONFIG);
      node.on("plotly_click", this.clicked);
      this.drawn = node;
    },
    clicked({ points: [point] }) {
      const part = point?.customdata;
      if (this.clickable && part) this.$emit("part", String(part));
    },
  },
};
