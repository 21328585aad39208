// A small surface beside the control that opened it; on a phone a sheet at the bottom.

const GAP = 4;
const EDGE = 8;

export default {
  name: "CvPopover",
  props: { anchor: Object, label: String, role: { type: String, default: "dialog" }, sheet: Boolean },
  emits: ["done"],
  data() {
    return { place: null };
  },
  mounted() {
    this.back = document.activeElement;
    if (!this.sheet) this.measure();
    document.addEventListener("pointerdown", this.outside, true);
    window.addEventListener("resize", this.leave);
    this.$nextTick(() => {
      const box = this.$refs.box;
      (box.querySelector("[autofocus], [role^=menuitem], input, button") ?? box).focus();
    });
  },
  beforeUnmount() {
    document.removeEventListener("pointerdown", this.outside, true);
    window.removeEventListener("resize", this.leave);
    const lost = document.activeElement === document.body || this.$refs.box?.contains(document.activeElement);
    if (lost) this.back?.isConnected && this.back.focus({ preventScroll: true });
  },
  methods: {
    measure() {
      const { width, height } = this.$refs.box.getBoundingClientRect();
      const { left, right, top, bottom } = this.anchor;
      const fitsBelow = bottom + GAP + height <= window.innerHeight - EDGE;
      const y = fitsBelow ? bottom + GAP : Math.max(EDGE, top - GAP - height);
      const x = left + width <= window.innerWidth - EDGE ? left : Math.max(EDGE, right - width);
      this.place = { left: `${x}px`, top: `${Math.min(y, window.innerHeight - height - EDGE)}px` };
    },
    outside(event) {
      if (!this.$refs.box.contains(event.target)) this.leave();
    },
    leave() {
      this.$emit("done");
    },
    keep(event) {
      const stops = [...this.$refs.box.querySelectorAll("a, button, input, select")].filter(
        (stop) => !stop.disabled && stop.tabIndex >= 0,
      );
      const edge = event.shiftKey ? stops[0] : stops.at(-1);
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0]).focus();
    },
  },
  template: `
    <Teleport to="body">
      <div v-if="sheet" class="cv-scrim"></div>
      <div ref="box" class="cv-popover" :class="{'is-sheet': sheet}" :style="place" :role="role"
           :aria-label="label" tabindex="-1" @keydown.esc.stop="leave" @keydown.tab="keep"
           @keydown.stop>
        <slot />
      </div>
    </Teleport>`,
};
