// Whoever goes while in the midst of a field has left the field too.

export default {
  template: "<span hidden></span>",
  mounted() {
    // Back: told before "popstate", so what the field says comes while the server knows it still.
    window.navigation?.addEventListener("navigate", this.traverse);
    window.addEventListener("beforeunload", this.leave);
  },
  unmounted() {
    window.navigation?.removeEventListener("navigate", this.traverse);
    window.removeEventListener("beforeunload", this.leave);
  },
  methods: {
    traverse(event) {
      // A search that writes itself into the address is no going away.
      if (event.navigationType === "traverse") this.leave();
    },
    leave() {
      const field = document.activeElement;
      if (field?.matches("input, textarea")) field.blur();
    },
  },
};
