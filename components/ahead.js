// What other screens are made of, brought into the cache while this one has nothing to do.

const PATIENCE = 4_000;

export default {
  template: `<span hidden></span>`,
  props: { modules: Array },
  mounted() {
    // Safari has no idle callback; four seconds of patience are enough there.
    const whenIdle = window.requestIdleCallback ?? ((act) => act());
    this.later = setTimeout(() => whenIdle(this.fetchAll), PATIENCE);
  },
  unmounted() {
    clearTimeout(this.later);
  },
  methods: {
    fetchAll() {
      if (navigator.connection?.saveData) return;
      for (const name of this.modules) {
        fetch(import.meta.resolve(name), { priority: "low" })
          .then((answer) => answer.blob())
          .catch(() => {}); // fetched when it is wanted, then
      }
    },
  },
};
