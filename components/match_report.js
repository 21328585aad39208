// A match in words, row by row, with the lines of the resume that are the evidence.

import { highlight } from "careervault-papers/paper.js";
import { MARKS, WORDS } from "careervault-match/marks.js";

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export default {
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
      <section v-for="group in report.groups" :key="group.name" class="cv-report__group">
        <h3>{{ group.name }}</h3>
        <ul>
          <li v-for="(row, index) in group.rows" :key="index" class="cv-asked-for" :class="'is-' + row.strength"
            @pointerenter="point($event, row)" @pointerleave="rest">
            <svg class="cv-mark" viewBox="0 0 16 16" aria-hidden="true"><path :d="marks[row.strength]" /></svg>
            <div class="cv-asked-for__what">
              <p class="cv-asked-for__name"><strong dir="auto">{{ row.name }}</strong>
                <span v-if="row.sort" class="cv-tag">{{ row.sort }}</span></p>
              <p v-if="row.quote" class="cv-asked-for__posting"><span class="cv-sr">The posting: </span><q dir="auto">{{ row.quote }}</q></p>
              <p v-if="row.note" class="cv-asked-for__note" dir="auto">{{ row.note }}</p>
              <component :is="report.paper ? 'button' : 'p'" v-for="quote in row.quotes" :key="quote.line" class="cv-quote"
                :type="report.paper ? 'button' : null" :class="{ 'is-pointed': pointed === quote.line && at === row }"
                @click="choose(row, quote)" @focus="choose(row, quote)"><span dir="auto"><template v-for="piece in quote.pieces"
                ><mark v-if="piece.marked">{{ piece.text }}</mark><template v-else>{{ piece.text }}</template></template></span>
                <small v-if="report.paged && quote.page">page {{ quote.page }}</small></component>
            </div>
            <span class="cv-asked-for__strength">{{ words[row.strength] }}</span>
          </li>
        </ul>
      </section>
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
  data: () => ({ at: null, pointed: null }),
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
    choose(row, quote) {
      this.at = row;
      this.pointed = quote.line;
      this.tell([quote.line], true);
    },
    point(event, row) {
      if (event.pointerType !== "mouse") return;
      this.tell(row.quotes.map(({ line }) => line), false);
    },
    rest(event) {
      if (event.pointerType !== "mouse") return;
      this.tell(this.pointed === null ? [] : [this.pointed], false);
    },
    tell(lines, scroll) {
      if (this.report.paper) highlight(this.report.paper, lines, scroll);
    },
    /** A field of this page is written in at once; any other address is gone to. */
    go(event, address) {
      if (!address.startsWith("#")) return;
      event.preventDefault();
      document.getElementById(address.slice(1))?.focus();
    },
  },
};
