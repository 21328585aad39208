// Where a figure is drawn: when it comes into sight, in the colours of the page, as wide as there is
// room. Where it cannot be, that is said in its place.

import { plotly } from "careervault-pictures/plotly.js";
import { wear } from "careervault-pictures/tones.js";

const CONFIG = { displayModeBar: false, showTips: false, doubleClick: false, scrollZoom: false };
const NEAR = "400px";
const NARROW = 420;
const PAPER = 676;

let turn = Promise.resolve();
const undrawn = new Set();

/** Draw one after the other, so that the first is seen while the next is drawn. */
function inTurn(draw) {
  const drawn = turn.then(draw);
  const shown = () => new Promise((done) => setTimeout(done));
  turn = drawn.then(shown, shown);
  return drawn;
}

/** Lay out otherwise what has little room: parts of the layout, and of each trace in its turn. */
function fit(data, layout, { data: traces = [], ...parts }) {
  for (const [name, part] of Object.entries(parts)) Object.assign(layout[name], part);
  for (const [index, trace] of traces.entries())
    for (const [name, part] of Object.entries(trace)) Object.assign(data[index][name], part);
}

export default {
  name: "CvCanvas",
  template: `
    <div class="cv-canvas" :class="{ 'is-clickable': clickable }" :style="{ height: figure.layout.height + 'px' }">
      <div v-show="!isUndrawn" ref="figure" class="cv-canvas__figure" role="img" :aria-label="name"></div>
      <div v-if="isUndrawn" class="cv-canvas__undrawn" role="status">
        <p>This could not be drawn just now. Its words and its table are whole.</p>
        <button class="cv-button" type="button" @click="retry">Retry</button></div>
    </div>`,
  props: { figure: Object, name: String, clickable: Boolean },
  emits: ["part"],
  data: () => ({ isUndrawn: false }),
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
    undrawn.delete(this);
    this.isGone = true;
    this.purge?.();
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
      this.tryTo(async () => {
        await this.drawNow(PAPER, "light");
        // Where the margins leave less than that, the whole figure shrinks.
        const size = `0 0 ${PAPER} ${this.figure.layout.height}`;
        for (const each of this.$refs.figure.querySelectorAll(".main-svg")) each.setAttribute("viewBox", size);
      });
    },
    /** Return the figure in the colours that the page wears now, or those of a scheme. */
    worn(scheme) {
      return wear(this.figure, this.$el, scheme);
    },
    draw() {
      if (this.isInSight) this.tryTo(() => inTurn(() => this.drawNow(this.$el.clientWidth)));
    },
    /** What kept one figure from being drawn kept others too. */
    retry() {
      for (const each of [...undrawn]) each.draw();
    },
    async tryTo(draw) {
      try {
        await draw();
        this.isUndrawn = false;
        undrawn.delete(this);
      } catch (error) {
        this.isUndrawn = true;
        undrawn.add(this);
        console.warn(error);
      }
    },
    async drawNow(width, scheme) {
      const Plotly = await plotly();
      const node = this.$refs.figure;
      if (!node || this.isGone) return;
      const { data, layout, narrow } = this.worn(scheme);
      if (width < NARROW) fit(data, layout, narrow);
      const stamp = JSON.stringify([data, layout, width]);
      if (stamp === this.stamp) return;
      this.stamp = stamp;
      try {
        // Anew, for Plotly would move the old flow into the new one for half a second.
        await Plotly.newPlot(node, data, { ...layout, width }, CONFIG);
      } catch (error) {
        this.stamp = null;
        throw error;
      }
      this.purge = () => Plotly.purge(node);
      if (this.isGone) this.purge();
      else node.on("plotly_click", this.clicked);
    },
    clicked({ points: [point] }) {
      const [part] = [point?.customdata].flat();
      if (this.clickable && part) this.$emit("part", String(part));
    },
  },
};
