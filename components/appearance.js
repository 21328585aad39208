// Light, dark, or as the system has it: kept in this browser, worn on every screen.

const KEPT = "careervault-appearance";
const CHOSEN = "careervault-appearance-chosen";
const LOOKS = { auto: "As the system", light: "Light", dark: "Dark" };

export default {
  template: `
    <fieldset v-if="choice" class="cv-segments">
      <legend class="cv-sr">Appearance</legend>
      <label v-for="(words, look) in looks" :key="look">
        <input v-model="worn" type="radio" name="appearance" :value="look" @change="choose"><span>{{ words }}</span></label>
    </fieldset>
    <span v-else hidden></span>`,
  props: { choice: Boolean },
  data: () => ({ worn: "auto", looks: LOOKS }),
  created() {
    this.wear();
    // One event is the browser's, from other tabs; the other is ours, within this page.
    window.addEventListener("storage", this.wear);
    window.addEventListener(CHOSEN, this.wear);
  },
  unmounted() {
    window.removeEventListener("storage", this.wear);
    window.removeEventListener(CHOSEN, this.wear);
  },
  methods: {
    wear() {
      const kept = localStorage.getItem(KEPT);
      this.worn = kept in LOOKS ? kept : "auto";
      this.$q.dark.set({ light: false, dark: true }[this.worn] ?? "auto");
    },
    choose() {
      localStorage.setItem(KEPT, this.worn);
      window.dispatchEvent(new Event(CHOSEN));
    },
  },
};
