// A posting as it was pasted: kept in this tab, told to the server when nobody types.

const STORAGE = "careervault-match";
const PAUSE = 400; // milliseconds without a key before it is compared
const MOST = 80_000;

export default {
  template: `
    <section class="cv-posting-box">
      <label for="cv-posting">Posting</label>
      <textarea id="cv-posting" ref="area" v-model="text" class="cv-input" dir="auto" rows="8" :maxlength="most"
        placeholder="Paste the whole posting here" @input="changed"></textarea>
      <div class="cv-actions">
        <button class="cv-button" type="button" :disabled="!text.trim()" @click="track">Track this job</button>
        <button class="cv-button is-quiet" type="button" :disabled="!text" @click="clear">Clear</button>
      </div>
    </section>`,
  props: { draft: String, values: Object },
  emits: ["read", "track"],
  data: () => ({ text: sessionStorage.getItem(STORAGE) ?? "", most: MOST }),
  mounted() {
    if (this.text) this.$emit("read", this.text);
  },
  unmounted() {
    clearTimeout(this.timer);
  },
  methods: {
    changed() {
      sessionStorage.setItem(STORAGE, this.text);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.$emit("read", this.text), PAUSE);
    },
    clear() {
      this.text = "";
      this.changed();
      this.$refs.area.focus();
    },
    track() {
      const kept = JSON.parse(sessionStorage.getItem(this.draft) ?? "{}");
      sessionStorage.setItem(this.draft, JSON.stringify({ ...kept, ...this.values, posting: this.text }));
      this.$emit("track");
    },
  },
};
