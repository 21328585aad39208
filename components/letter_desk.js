// A letter to write, to keep and to save as a file.

import asking from "careervault-forms/asking.js";
import { gapIn, openDoubts } from "careervault-advice/checks.js";
import CvDownloads from "careervault-advice/downloads.js";

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export default {
  mixins: [asking],
  components: { CvDownloads },
  template: `
    <section class="cv-letter">
      <header><label :for="id">Your letter</label><span class="cv-state" role="status">{{ state }}</span></header>
      <textarea :id="id" ref="area" v-model="typed" class="cv-input" dir="auto" rows="10" maxlength="20000"
        :aria-invalid="words ? 'true' : null" :aria-describedby="id + '-says'"
        placeholder="Dear …" @input="changed"></textarea>
      <div :id="id + '-says'" class="cv-letter__says">
        <p v-if="gap">Please fill in <button class="cv-inline" type="button" @click="seek(gap)">{{ gap }}</button>, or leave it out.</p>
        <template v-if="doubts.length">
          <p>Please check:</p>
          <ul class="cv-doubts"><li v-for="doubt in doubts"><button class="cv-inline" type="button" @click="seek(doubt.text)">{{
            short(doubt.text) }}</button>: {{ doubt.reason }}</li></ul>
          <label><input v-model="confirmed" type="checkbox" @change="remember"> All of this is true; I can stand by it.</label>
        </template>
        <p v-if="words" class="cv-error" role="alert">{{ words }}</p>
      </div>
      <div class="cv-actions">
        <button class="cv-button is-primary" type="button" :disabled="!ready" @click="keep">{{
          busy ? "Keeping…" : "Keep this letter" }}</button>
        <button v-if="isOffered" class="cv-button" type="button" @click="take(draft.text, draft.key)">Put the draft here</button>
      </div>
      <section v-if="letters.length" class="cv-letter__kept" aria-label="Kept letters">
        <h3>Kept letters</h3>
        <ul class="cv-plain-list">
          <li v-for="(letter, index) in letters" :key="letter.number">
            <span><strong>{{ index ? "Letter " + letter.number : "Letter " + letter.number + ", the one to send" }}</strong>
              <small><time :datetime="letter.at">{{ when(letter.at) }}</time></small>
              <span class="cv-letter__start" dir="auto">{{ letter.text.slice(0, 160) }}</span></span>
            <button v-if="letter.text !== typed" class="cv-button" type="button" :aria-label="'Put letter ' + letter.number + ' in the editor'"
              @click="take(letter.text, '')">Edit</button>
            <cv-downloads v-if="!index" :key="letter.number" :address="'/papers/letters/' + job" :icon="icons.download" />
          </li>
        </ul>
      </section>
    </section>`,
  props: {
    job: String,
    icons: Object,
    letters: { type: Array, default: () => [] },
    draft: { type: Object, default: null },
  },
  emits: ["keep"],
  data: () => ({ typed: "", source: "", confirmed: false }),
  computed: {
    id() {
      return `careervault-letter-${this.job}`;
    },
    isKept() {
      return this.typed === (this.letters[0]?.text ?? "");
    },
    isOffered() {
      return this.draft && this.draft.text !== this.typed;
    },
    gap() {
      return gapIn(this.typed);
    },
    doubts() {
      const isDrafted = this.draft && this.source === this.draft.key && !this.isKept;
      return isDrafted ? openDoubts(this.typed, this.draft.doubts) : [];
    },
    ready() {
      return this.typed.trim() && !this.isKept && !this.gap && (!this.doubts.length || this.confirmed) && !this.busy;
    },
    state() {
      if (!this.typed.trim()) return "";
      return this.isKept ? "Kept" : "Not kept yet";
    },
  },
  watch: {
    letters(now, before) {
      if (this.typed === (before[0]?.text ?? "")) this.take(now[0]?.text ?? "", "");
      else this.remember();
    },
    draft(now, before) {
      if (!this.typed.trim() || this.typed === before?.text) this.take(now.text, now.key);
    },
  },
  created() {
    const kept = JSON.parse(localStorage.getItem(this.id) ?? "null");
    if (kept?.typed) Object.assign(this, kept);
    else if (this.letters.length) this.typed = this.letters[0].text;
    else if (this.draft) Object.assign(this, { typed: this.draft.text, source: this.draft.key });
  },
  mounted() {
    this.grow();
    // A tab that is not shown has no height to measure.
    let width = 0;
    this.sizing = new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width !== width) this.grow();
      width = contentRect.width;
    });
    this.sizing.observe(this.$el);
  },
  unmounted() {
    this.sizing.disconnect();
  },
  methods: {
    when: (text) => moment.format(new Date(text)),
    short: (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text),
    changed() {
      this.forgive();
      this.remember();
      this.grow();
    },
    remember() {
      const { typed, source, confirmed } = this;
      if (this.isKept) localStorage.removeItem(this.id);
      else localStorage.setItem(this.id, JSON.stringify({ typed, source, confirmed }));
    },
    take(text, source) {
      Object.assign(this, { typed: text, source, confirmed: false });
      this.remember();
      this.$nextTick(this.grow);
    },
    async keep() {
      const { typed: text, source: draft, confirmed } = this;
      await this.ask("keep", { text, draft, confirmed });
    },
    seek(words) {
      const at = this.typed.indexOf(words);
      this.$refs.area.focus();
      this.$refs.area.setSelectionRange(at, at + words.length);
    },
    grow() {
      const area = this.$refs.area;
      if (!area?.offsetParent) return;
      area.style.height = "auto";
      area.style.height = `${Math.min(area.scrollHeight + 2, 720)}px`;
    },
  },
};
