// What a form asks of the server, and the answer: done, or refused with words to show.

export default {
  data: () => ({ busy: "", problem: "", fields: {} }),
  computed: {
    /** The refusal in one line, for a form without a place for each field. */
    words() {
      return this.problem || Object.values(this.fields).join(" ");
    },
  },
  methods: {
    /** Ask, and wait for what came of it; null means refused, and the words are shown already. */
    ask(name, entered = {}) {
      if (this.busy) return Promise.resolve(null);
      this.forgive();
      this.busy = name;
      this.asker = document.activeElement;
      this.$emit(name, entered);
      return new Promise((resolve) => (this.settle = resolve));
    },
    answered({ done, problem, fields }) {
      this.busy = "";
      this.fields = fields ?? {};
      this.problem = Object.keys(this.fields).length ? "" : (problem ?? "");
      this.settle?.(problem === undefined ? (done ?? true) : null);
      this.$nextTick(this.returnFocus);
    },
    /** Go to what must be corrected, or back to where one was: a button that waits loses the focus. */
    returnFocus() {
      const wrong = this.$el.querySelector("[aria-invalid=true]");
      if (wrong) wrong.focus();
      if (document.activeElement !== document.body) return;
      this.asker?.focus();
      if (document.activeElement !== document.body) return;
      this.$el.tabIndex = -1;
      this.$el.focus({ preventScroll: true });
    },
    forgive() {
      this.problem = "";
      this.fields = {};
    },
  },
};
