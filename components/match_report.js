// A match in words, row by row, with the lines of the resume that are the evidence.

import Findings from "careervault-match/findings.js";
import { MARKS, WORDS } from "careervault-match/marks.js";

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export default {
  components: { CvFindings: Findings },
  template: `
    <div class="cv-report" :aria-busy="!report && !wanted">
      <p v-if="!report && !wanted" class="cv-hint" role="status">Comparing the resume with the posting.</p>
      <div v-if="wanted" class="cv-report__wanted">
        <p>{{ wanted.words }}</p>
        <a class="cv-button" :href="wanted.address" @click="go($event, wanted.address)">{{ wanted.deed }}</a>
      </div>
      <template v-if="report">
      <p v-if="report.past" class="cv-notice"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.info" /></svg>
        <span>This is an earlier result. Posting and resume may have changed since.</span>
        <button class="cv-button" type="button" @click="$emit('look', -1)">Back to now</button></p>
      <header class="cv-report__head">
        <p class="cv-report__words" role="status">{{ report.words }}</p>
        <ul v-if="counts.length" class="cv-report__counts" aria-label="In short">
          <li v-for="each in counts" :key="each.strength" :class="'is-' + each.strength">
            <svg class="cv-mark" viewBox="0 0 16 16" aria-hidden="true"><path :d="marks[each.strength]" /></svg>
            {{ each.count }} {{ each.words }}</li>
        </ul>
      </header>
      <p v-for="warning in report.warnings" class="cv-notice is-warning"><svg class="cv-icon" viewBox="0 0 24 24"
        aria-hidden="true"><path :d="icons.warning" /></svg><span>{{ warning }}</span></p>
      <cv-findings :groups="report.groups" :paper="report.paper" :paged="report.paged" />
      <footer class="cv-report__foot">
        <p class="cv-hint"><bdi>{{ report.name }}</bdi><template v-if="report.at"> · compared <time :datetime="report.at">{{
          when(report.at) }}</time></template> · matcher {{ report.matcher }}</p>
        <details v-if="history.length" class="cv-report__history">
          <summary>History: {{ history.length }}</summary>
          <ul class="cv-plain-list">
            <li v-for="(past, index) in history" :key="past.at">
              <span><bdi>{{ past.name }}</bdi>: {{ past.words }}</span><small>{{ when(past.at) }}</small>
              <button class="cv-button" type="button" :aria-label="'Show what was found on ' + when(past.at)"
                @click="$emit('look', index)">Show</button></li>
          </ul>
        </details>
      </footer>
      </template>
    </div>`,
  props: {
    report: { type: Object, default: null },
    wanted: { type: Object, default: null },
    history: { type: Array, default: () => [] },
    icons: Object,
  },
  emits: ["look"],
  created() {
    this.marks = MARKS;
    this.words = WORDS;
  },
  computed: {
    counts() {
      const rows = this.report.groups.flatMap((group) => group.rows);
      return Object.keys(WORDS)
        .map((strength) => ({ strength, count: rows.filter((row) => row.strength === strength).length }))
        .filter(({ count }) => count)
        .map((each) => ({ ...each, words: WORDS[each.strength].toLowerCase() }));
    },
  },
  methods: {
    when: (text) => moment.format(new Date(text)),
    /** A field of this page is written in at once; any other address is gone to. */
    go(event, address) {
      if (!address.startsWith("#")) return;
      event.preventDefault();
      document.getElementById(address.slice(1))?.focus();
    },
  },
};
