// The time zone that the browser is set to.

export default {
  template: `<span hidden></span>`,
  emits: ["zone"],
  mounted() {
    this.$emit("zone", Intl.DateTimeFormat().resolvedOptions().timeZone);
  },
};
