// Requirements down, versions across; on a phone one version at a time.

import { MARKS, worded } from "careervault-match/marks.js";

export default {
  template: `
    <div class="cv-side-by-side" :style="{ '--cv-versions': columns.length }">
      <select v-if="columns.length > 1" v-model="at" class="cv-input cv-side-by-side__switch" aria-label="The version to show">
        <option v-for="(column, index) in columns" :key="index" :value="index">{{ column.name }}</option>
      </select>
      <table v-if="columns.length">
        <thead><tr>
          <th scope="col"><span class="cv-sr">What is asked for</span></th>
          <th v-for="(column, index) in columns" :key="index" scope="col" :class="{ 'is-at': index === at }">
            <strong dir="auto">{{ column.name }}</strong>
            <span class="cv-side-by-side__words">{{ column.words }}</span>
            <span v-if="column.most" class="cv-status cv-green"><span>Most evidence</span></span>
            <span v-if="column.sent" class="cv-status cv-blue"><span>This job's resume</span></span>
            <span v-for="warning in column.warnings" class="cv-side-by-side__warning">{{ warning }}</span>
            <button v-if="usable && !column.sent" class="cv-button" type="button" :aria-label="'Use ' + column.name"
              @click="$emit('use', index)">Use this one</button>
          </th>
        </tr></thead>
        <tbody v-for="group in groups" :key="group.name">
          <tr class="cv-side-by-side__group"><th scope="rowgroup" :colspan="columns.length + 1">{{ group.name }}</th></tr>
          <tr v-for="(row, number) in group.rows" :key="number">
            <th scope="row"><span class="cv-finding__name"><span dir="auto">{{ row.name }}</span>
              <span v-if="row.sort" class="cv-tag">{{ row.sort }}</span></span>
              <q v-if="row.quote" class="cv-finding__posting" dir="auto">{{ row.quote }}</q></th>
            <td v-for="(cell, index) in row.cells" :key="index" :class="['is-' + cell.strength, { 'is-at': index === at }]">
              <details v-if="cell.quotes.length || cell.note">
                <summary><svg class="cv-mark" viewBox="0 0 16 16" aria-hidden="true"><path :d="marks[cell.strength]" /></svg>
                  <span>{{ worded(cell.strength, row.sort) }}</span></summary>
                <p v-if="cell.note" class="cv-finding__posting" dir="auto">{{ cell.note }}</p>
                <p v-for="quote in cell.quotes" :key="quote.line" class="cv-quote" dir="auto"><template v-for="piece in quote.pieces"
                  ><mark v-if="piece.marked">{{ piece.text }}</mark><template v-else>{{ piece.text }}</template></template></p>
              </details>
              <p v-else class="cv-side-by-side__bare"><svg class="cv-mark" viewBox="0 0 16 16" aria-hidden="true"><path
                :d="marks[cell.strength]" /></svg><span>{{ worded(cell.strength, row.sort) }}</span></p>
            </td>
          </tr>
        </tbody>
      </table>
    </div>`,
  props: {
    columns: { type: Array, default: () => [] },
    groups: { type: Array, default: () => [] },
    usable: Boolean,
  },
  emits: ["use"],
  data: () => ({ at: 0 }),
  created() {
    this.marks = MARKS;
  },
  methods: { worded },
  watch: {
    columns(now) {
      this.at = Math.min(this.at, Math.max(now.length - 1, 0));
    },
  },
};
