// What is asked for, group by group: each with its strength and the lines that are its evidence.

import { highlight } from "careervault-papers/paper.js";
import { MARKS, worded } from "careervault-match/marks.js";

export default {
  name: "CvFindings",
  template: `
    <div class="cv-findings">
      <section v-for="group in groups" :key="group.name" class="cv-findings__group">
        <h3>{{ group.name }}</h3>
        <ul>
          <li v-for="(row, index) in group.rows" :key="index" class="cv-finding" :class="'is-' + row.strength"
            @pointerenter="point($event, row)" @pointerleave="rest">
            <svg class="cv-mark" viewBox="0 0 16 16" aria-hidden="true"><path :d="marks[row.strength]" /></svg>
            <div class="cv-finding__what">
              <p class="cv-finding__name"><strong dir="auto">{{ row.name }}</strong>
                <span v-if="row.sort" class="cv-tag">{{ row.sort }}</span></p>
              <p v-if="row.quote" class="cv-finding__posting"><span class="cv-sr">The posting: </span><q dir="auto">{{ row.quote }}</q></p>
              <p v-if="row.note" class="cv-finding__posting" dir="auto">{{ row.note }}</p>
              <component :is="paper ? 'button' : 'p'" v-for="quote in row.quotes" :key="quote.line" class="cv-quote"
                :type="paper ? 'button' : null" :class="{ 'is-pointed': isPointed(row, quote) }"
                :aria-pressed="paper ? String(isPointed(row, quote)) : null" @click="choose(row, quote)"
                @focus="choose(row, quote)"><span dir="auto"><template v-for="piece in quote.pieces"><mark v-if="piece.marked">{{
                  piece.text }}</mark><template v-else>{{ piece.text }}</template></template></span>
                <small v-if="paged && quote.page">page {{ quote.page }}</small></component>
            </div>
            <span class="cv-finding__strength">{{ worded(row.strength, row.sort) }}</span>
          </li>
        </ul>
      </section>
    </div>`,
  props: { groups: Array, paper: { type: String, default: "" }, paged: Boolean },
  data: () => ({ row: null, line: null }),
  created() {
    this.marks = MARKS;
  },
  watch: {
    groups() {
      this.row = this.line = null;
    },
  },
  methods: {
    worded,
    isPointed(row, quote) {
      return this.row === row && this.line === quote.line;
    },
    choose(row, quote) {
      this.row = row;
      this.line = quote.line;
      this.outline([quote.line], true);
    },
    point(event, row) {
      if (event.pointerType === "mouse" && row.quotes.length) this.outline(row.quotes.map(({ line }) => line));
    },
    rest(event) {
      if (event.pointerType === "mouse") this.outline(this.line === null ? [] : [this.line]);
    },
    outline(lines, scroll = false) {
      if (this.paper) highlight(this.paper, lines, scroll);
    },
  },
};
