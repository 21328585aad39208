// Links to the screens, the current one marked, and the undo button.

const picture = (outline) => `<svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${outline}"/></svg>`;

export default {
  template: `
    <nav class="cv-rail" aria-label="Main">
      <a class="cv-rail__brand" href="/"><span v-html="picture(brand)" class="cv-rail__mark"></span><span class="cv-rail__brand-name">CareerVault</span></a>
      <a v-for="place in places" :key="place.path" class="cv-rail__link" :href="place.path"
        :aria-current="isHere(place.path) ? 'page' : null">
        <span v-html="picture(place.outline)"></span><span>{{ place.name }}</span></a>
      <span class="cv-rail__space"></span>
      <button class="cv-rail__link" type="button" @click="$emit('undo')">
        <span v-html="picture(undo)"></span><span>Undo</span></button>
    </nav>`,
  props: { places: Array, brand: String, undo: String },
  emits: ["undo"],
  data: () => ({ current: location.pathname }),
  mounted() {
    // Navigation inside the page changes the address without an event of its own.
    this.watch = setInterval(() => (this.current = location.pathname), 200);
  },
  unmounted() {
    clearInterval(this.watch);
  },
  methods: {
    picture,
    /** A conversation is a part of the assistant; every other address stands for itself. */
    isHere(path) {
      return path === this.current || (path === "/assistant" && this.current.startsWith("/assistant/"));
    },
  },
};
