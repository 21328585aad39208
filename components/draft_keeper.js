// Remembers the fields of the form around it, in this tab, until they are saved.

export default {
  template: "<span hidden></span>",
  props: { storage: String },
  emits: ["restore"],
  mounted() {
    this.form = this.$el.closest("form");
    this.form.addEventListener("input", this.keep);
    const kept = sessionStorage.getItem(this.storage);
    if (kept) this.$emit("restore", JSON.parse(kept));
  },
  unmounted() {
    this.form.removeEventListener("input", this.keep);
  },
  methods: {
    keep() {
      const values = {};
      for (const input of this.form.querySelectorAll("[data-field]")) {
        if (/^(INPUT|TEXTAREA)$/.test(input.tagName) && input.value) values[input.dataset.field] = input.value;
      }
      sessionStorage.setItem(this.storage, JSON.stringify(values));
    },
    forget() {
      sessionStorage.removeItem(this.storage);
    },
  },
};
