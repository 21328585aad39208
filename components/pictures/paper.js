// On paper there is nothing to click: what each picture means stands open beside it.

export const onPaper = {
  mounted() {
    window.addEventListener("beforeprint", this.unfold);
    window.addEventListener("afterprint", this.fold);
  },
  beforeUnmount() {
    window.removeEventListener("beforeprint", this.unfold);
    window.removeEventListener("afterprint", this.fold);
  },
  methods: {
    unfold() {
      this.unfolded = [...this.$el.querySelectorAll("details.is-definition:not([open])")];
      for (const each of this.unfolded) each.open = true;
    },
    fold() {
      for (const each of this.unfolded ?? []) each.open = false;
    },
  },
};
