// Whether somebody is at the page: it can be seen, and was touched within the last minutes.

const PATIENCE = 180_000;
const LOOK_EVERY = 20_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "scroll", "focus"];

export default {
  template: `<span hidden></span>`,
  emits: ["attention"],
  mounted() {
    this.attended = true;
    this.touched = Date.now();
    for (const sign of SIGNS) addEventListener(sign, this.touch, { capture: true, passive: true });
    document.addEventListener("visibilitychange", this.touch);
    this.looking = setInterval(this.look, LOOK_EVERY);
    this.look();
  },
  unmounted() {
    for (const sign of SIGNS) removeEventListener(sign, this.touch, { capture: true });
    document.removeEventListener("visibilitychange", this.touch);
    clearInterval(this.looking);
  },
  methods: {
    touch() {
      this.touched = Date.now();
      this.look();
    },
    look() {
      const attended = !document.hidden && Date.now() - this.touched < PATIENCE;
      if (attended === this.attended) return;
      this.attended = attended;
      this.$emit("attention", attended);
    },
  },
};
