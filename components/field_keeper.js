// Keeps what is typed while the server is away, in this tab, until the page is there again with it.

export default {
  template: "<span hidden></span>",
  props: { storage: String, version: Number },
  emits: ["restore"],
  mounted() {
    document.addEventListener("input", this.keep);
    const kept = sessionStorage.getItem(this.storage);
    if (!kept) return;
    sessionStorage.removeItem(this.storage);
    this.$emit("restore", JSON.parse(kept));
  },
  unmounted() {
    document.removeEventListener("input", this.keep);
  },
  methods: {
    keep({ target }) {
      const field = target.dataset.field;
      if (!field || window.socket.connected) return;
      // The version is that of the first word: it tells later what was changed elsewhere meanwhile.
      const kept = JSON.parse(sessionStorage.getItem(this.storage) ?? "null") ?? { seen: this.version, typed: {} };
      kept.typed[field] = target.value;
      sessionStorage.setItem(this.storage, JSON.stringify(kept));
    },
  },
};
