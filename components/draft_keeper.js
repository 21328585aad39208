// Remembers the fields of the form around it, in this tab, until they are taken or given up.

export default {
  template: "<span hidden></span>",
  props: { storage: String },
  emits: ["restore"],
  mounted() {
    this.form = this.$el.closest("form");
    this.form.addEventListener("input", this.keep);
    this.form.addEventListener("submit", this.send);
    this.form.addEventListener("reset", this.send);
    const kept = sessionStorage.getItem(this.storage);
    if (kept) this.$emit("restore", JSON.parse(kept));
  },
  unmounted() {
    // Who leaves after sending, unless it came back to be corrected, has no need of it any more.
    if (this.isSent) sessionStorage.removeItem(this.storage);
  },
  methods: {
    keep() {
      this.isSent = false;
      this.write();
    },
    /** What was chosen stands in no input of its own. */
    hold(chosen) {
      this.chosen = chosen;
      this.write();
    },
    write() {
      const values = { ...this.chosen };
      for (const input of this.form.querySelectorAll("[data-field]")) {
        if (/^(INPUT|TEXTAREA)$/.test(input.tagName) && input.value) values[input.dataset.field] = input.value;
      }
      sessionStorage.setItem(this.storage, JSON.stringify(values));
    },
    send() {
      this.isSent = true;
    },
  },
};
