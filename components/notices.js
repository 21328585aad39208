// Short notices at the bottom of the window, one in place of the other.

const LOOKS = { warning: { type: "warning" }, negative: { type: "negative" } };
const UNDO_WITHIN = 8000; // a button takes longer to reach than a sentence to read

export default {
  template: `<span hidden></span>`,
  emits: ["undo"],
  methods: {
    show(message, tone, canUndo) {
      const undo = { label: "Undo", noCaps: true, dense: true, class: "cv-notice-undo", handler: () => this.$emit("undo") };
      this.$q.notify({
        message,
        position: "bottom",
        group: "notice",
        badgeStyle: "display: none",
        ...LOOKS[tone],
        ...(canUndo && { timeout: UNDO_WITHIN, actions: [undo] }),
      });
    },
  },
};
