// Links to the screens, the current one marked, and the undo button.

const picture = (outline) => `<svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${outline}"/></svg>`;

export default {
  template: `
    <nav class="cv-rail" aria-label="Main" @keydown.esc="close">
      <a class="cv-rail__brand" href="/"><span v-html="picture(outlines.vault)" class="cv-rail__mark"></span><span class="cv-rail__brand-name">CareerVault</span></a>
      <a v-for="place in places" :key="place.path" class="cv-rail__link" :href="place.path"
        :class="{ 'is-current': place === here }" :aria-current="place.path === current ? 'page' : null">
        <span v-html="picture(place.outline)"></span><span>{{ place.name }}</span></a>
      <button ref="more" class="cv-rail__link cv-rail__more" :class="{ 'is-current': isFurther }" type="button"
        :aria-expanded="String(isOpen)" aria-controls="cv-rail-further" @click="isOpen = !isOpen">
        <span v-html="picture(outlines.menu)"></span><span>More</span></button>
      <div id="cv-rail-further" class="cv-rail__further" :class="{ 'is-open': isOpen }" @click="isOpen = false">
        <a v-for="place in further" :key="place.path" class="cv-rail__link" :href="place.path"
          :class="{ 'is-current': place === here }" :aria-current="place.path === current ? 'page' : null">
          <span v-html="picture(place.outline)"></span><span>{{ place.name }}</span></a>
        <button class="cv-rail__link cv-rail__undo" type="button" @click="$emit('undo')">
          <span v-html="picture(outlines.undo)"></span><span>Undo</span></button>
      </div>
    </nav>`,
  props: { places: Array, further: Array, outlines: Object },
  emits: ["undo"],
  data: () => ({ current: location.pathname, isOpen: false }),
  computed: {
    /** The place whose screen this is, or whose room it lies in. */
    here() {
      const every = [...this.places, ...this.further];
      return (
        every.find(({ path }) => path === this.current) ??
        every.find(({ rooms }) => rooms.some((room) => this.current.startsWith(room)))
      );
    },
    isFurther() {
      return this.further.includes(this.here);
    },
  },
  mounted() {
    // Navigation inside the page changes the address without an event of its own.
    this.watch = setInterval(() => (this.current = location.pathname), 200);
    document.addEventListener("pointerdown", this.closeOutside);
  },
  unmounted() {
    clearInterval(this.watch);
    document.removeEventListener("pointerdown", this.closeOutside);
  },
  methods: {
    picture,
    close() {
      if (this.isOpen) this.$refs.more.focus();
      this.isOpen = false;
    },
    closeOutside(event) {
      if (!this.$el.contains(event.target)) this.isOpen = false;
    },
  },
};
