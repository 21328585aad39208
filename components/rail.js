// Links to the screens, the current one marked, and the undo button.

const picture = (outline) => `<svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${outline}"/></svg>`;

const PATIENCE = 4_000;

export default {
  template: `
    <nav class="cv-rail" aria-label="Main">
      <a class="cv-rail__brand" href="/"><span v-html="picture(brand)" class="cv-rail__mark"></span><span class="cv-rail__brand-name">CareerVault</span></a>
      <a v-for="place in places" :key="place.path" class="cv-rail__link" :href="place.path"
        :aria-current="place.path === current ? 'page' : null">
        <span v-html="picture(place.outline)"></span><span>{{ place.name }}</span></a>
      <span class="cv-rail__space"></span>
      <button class="cv-rail__link" type="button" @click="$emit('undo')">
        <span v-html="picture(undo)"></span><span>Undo</span></button>
    </nav>`,
  props: { places: Array, brand: String, undo: String, early: Array },
  emits: ["undo"],
  data: () => ({ current: location.pathname }),
  mounted() {
    // Navigation inside the page changes the address without an event of its own.
    this.watch = setInterval(() => (this.current = location.pathname), 200);
    this.later = setTimeout(() => requestIdleCallback(this.fetchEarly), PATIENCE);
  },
  unmounted() {
    clearInterval(this.watch);
    clearTimeout(this.later);
  },
  methods: {
    picture,
    /** Bring into the browser's cache what is wanted soon; without it, it is fetched then. */
    fetchEarly() {
      if (navigator.connection?.saveData) return;
      for (const name of this.early) {
        fetch(import.meta.resolve(name), { priority: "low" }).then((answer) => answer.blob()).catch(() => {});
      }
    },
  },
};
