// One kind of advice: a price and a button, then the statements as each of them is whole.

import asking from "careervault-forms/asking.js";
import { PARTS } from "careervault-advice/shape.js";
import CvStatement from "careervault-advice/statement.js";

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const EMPTY = { statements: {}, unverified: 0, warnings: [] };

export default {
  mixins: [asking],
  components: { CvStatement },
  template: `
    <section class="cv-advice" :class="'is-' + kind" :aria-busy="writing">
      <p class="cv-lead">{{ about.lead }}</p>
      <div v-if="offer?.agree && !writing" class="cv-advice__agreement">
        <p>{{ offer.agree }}</p>
        <div class="cv-actions">
          <button class="cv-button is-primary" type="button" :disabled="!!busy" @click="ask('agree')">I agree</button>
          <a href="/writing">More about written advice</a>
        </div>
        <p v-if="words" class="cv-error" role="alert">{{ words }}</p>
      </div>
      <p v-else-if="offer?.why && !writing" class="cv-hint">{{ offer.why }}</p>
      <div v-else-if="offer" class="cv-advice__deeds">
        <button v-if="writing" ref="deed" class="cv-button" type="button" :disabled="stopping" @click="stop">{{
          stopping ? "Stopping…" : "Stop" }}</button>
        <button v-else-if="!isWhole" ref="deed" class="cv-button is-primary" type="button" :disabled="left > 0" @click="write">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.assistant" /></svg>{{ deed }}</button>
        <span class="cv-advice__price" :class="{ 'is-paid': offer.paid }">{{ offer.price }}</span>
        <button v-if="isWhole && kind === 'interview'" class="cv-button is-quiet" type="button" @click="print">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.print" /></svg>Print</button>
      </div>
      <p class="cv-advice__state" role="status"><template v-if="writing">{{ told }}</template></p>
      <p v-if="problem && !offer?.agree" class="cv-notice is-problem" role="alert"><svg class="cv-icon" viewBox="0 0 24 24"
        aria-hidden="true"><path :d="icons.warning" /></svg><span>{{ problem }}<template v-if="left > 0"> ({{ leftWords }})</template></span></p>
      <p v-if="whole?.note" class="cv-notice"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.info"
        /></svg><span>{{ whole.note }}</span><button v-if="whole.past" class="cv-button" type="button"
        @click="$emit('look', -1)">Back to the latest</button></p>
      <p v-if="whole?.words" class="cv-notice is-warning" role="alert"><svg class="cv-icon" viewBox="0 0 24 24"
        aria-hidden="true"><path :d="icons.warning" /></svg><span>{{ whole.words }}</span></p>
      <p v-for="warning in grown.warnings" class="cv-notice is-warning"><svg class="cv-icon" viewBox="0 0 24 24"
        aria-hidden="true"><path :d="icons.warning" /></svg><span>{{ warning }}</span></p>
      <div v-show="!handed || writing" class="cv-advice__text">
        <template v-for="[part, title] in parts" :key="part">
          <section v-if="grown.statements[part]" class="cv-advice__part">
            <h3 v-if="title">{{ title }}</h3>
            <ul>
              <cv-statement v-for="(statement, index) in grown.statements[part]" :key="index" :statement="statement" :paper="paper" />
            </ul>
          </section>
        </template>
        <p v-if="writing" class="cv-advice__more" aria-hidden="true"><i></i><i></i><i></i></p>
      </div>
      <p v-if="grown.unverified && !writing" class="cv-hint">{{ leftOut }}</p>
      <div v-show="!writing || kind === 'letter'" class="cv-advice__room"><slot></slot></div>
      <footer v-if="!writing && (whole || history.length)" class="cv-advice__foot">
        <p v-if="whole" class="cv-hint">Written <time :datetime="whole.at">{{ when(whole.at) }}</time> by {{ whole.model }}.
          A model can be wrong: check what you send.</p>
        <details v-if="history.length" class="cv-report__history">
          <summary>Earlier: {{ history.length }}</summary>
          <ul class="cv-plain-list">
            <li v-for="(past, index) in history" :key="past.at"><span>{{ when(past.at) }}</span><small>{{ past.words }}</small>
              <button class="cv-button" type="button" :aria-label="'Show what was written on ' + when(past.at)"
                @click="$emit('look', index)">Show</button></li>
          </ul>
        </details>
      </footer>
    </section>`,
  props: {
    kind: String,
    about: Object,
    icons: Object,
    offer: { type: Object, default: null },
    paper: { type: String, default: "" },
    handed: Boolean,
    history: { type: Array, default: () => [] },
  },
  emits: ["write", "stop", "look", "agree"],
  data: () => ({ writing: false, stopping: false, grown: { ...EMPTY, statements: {} }, whole: null, left: 0 }),
  computed: {
    parts() {
      return PARTS[this.kind];
    },
    count() {
      return Object.values(this.grown.statements).reduce((sum, part) => sum + part.length, 0);
    },
    /** Whether the very answer that a click would ask for stands here. */
    isWhole() {
      return this.offer?.paid && this.whole && !this.whole.words && !this.whole.note;
    },
    deed() {
      return this.problem || this.whole?.words ? "Try again" : this.about.deed;
    },
    told() {
      if (this.stopping) return "Stopping.";
      return this.count ? `Writing: ${this.count} so far.` : "Reading your resume and the posting.";
    },
    leftWords() {
      return this.left > 90 ? `about ${Math.round(this.left / 60)} minutes left` : `${this.left} seconds left`;
    },
    leftOut() {
      const count = this.grown.unverified;
      return count === 1
        ? "1 statement was left out because what it quotes stands nowhere."
        : `${count} statements were left out because what they quote stands nowhere.`;
    },
  },
  unmounted() {
    clearInterval(this.clock);
  },
  methods: {
    when: (text) => moment.format(new Date(text)),
    write() {
      this.begin();
      this.$emit("write");
      this.$nextTick(() => this.$refs.deed?.focus());
    },
    stop() {
      this.stopping = true;
      this.$emit("stop");
    },
    begin() {
      this.clear();
      this.writing = true;
    },
    grow(news) {
      this.writing = true;
      this.add(news);
    },
    fail(problem, wait) {
      this.clear();
      this.problem = problem;
      this.wait(wait);
    },
    show(whole, news) {
      this.clear();
      this.whole = whole;
      if (news) this.add(news);
    },
    finish(whole, news) {
      this.writing = this.stopping = false;
      this.whole = whole;
      this.add(news);
    },
    clear() {
      this.writing = this.stopping = false;
      this.grown = { ...EMPTY, statements: {} };
      this.whole = null;
      this.problem = "";
      this.wait(0);
    },
    add({ statements, unverified, warnings }) {
      for (const statement of statements) {
        (this.grown.statements[statement.part] ??= []).push(Object.freeze(statement));
      }
      this.grown.unverified = unverified;
      this.grown.warnings = warnings;
    },
    wait(seconds) {
      clearInterval(this.clock);
      this.left = seconds;
      if (seconds <= 0) return;
      const until = Date.now() + seconds * 1000;
      this.clock = setInterval(() => {
        this.left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
        if (!this.left) clearInterval(this.clock);
      }, 1000);
    },
    print() {
      const done = () => this.$el.classList.remove("is-printed");
      this.$el.classList.add("is-printed");
      window.addEventListener("afterprint", done, { once: true });
      window.print();
    },
  },
};
