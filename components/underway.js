// A line that runs along the top while a screen that was asked for is still on its way.

const PATIENCE = 20_000; // milliseconds after which a link led to something else, such as a file

export default {
  template: `<div v-if="going" class="cv-underway" role="progressbar" aria-label="Loading"></div>`,
  data: () => ({ going: false }),
  mounted() {
    this.place = document.querySelector(".nicegui-sub-pages");
    this.watcher = new MutationObserver(this.look);
    this.watcher.observe(this.place, { childList: true });
    document.addEventListener("click", this.clicked);
  },
  unmounted() {
    this.watcher.disconnect();
    document.removeEventListener("click", this.clicked);
    clearTimeout(this.timer);
  },
  methods: {
    clicked(event) {
      const link = event.target.closest("a[href^='/']");
      const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (!link || !isPlain || link.target || link.hasAttribute("download")) return;
      if (link.pathname !== location.pathname) this.show(true);
    },
    look() {
      this.show(!this.place.childElementCount);
    },
    show(isGoing) {
      this.going = isGoing;
      clearTimeout(this.timer);
      if (isGoing) this.timer = setTimeout(() => (this.going = false), PATIENCE);
    },
  },
};
