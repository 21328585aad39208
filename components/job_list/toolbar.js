// The bar above the list: search, filters, saved views, board or table, and what is filtered by.

import Filters from "careervault-job-list/filters.js";
import Icon from "careervault-job-list/icon.js";
import { MOST_WORDS, POINTED } from "careervault-job-list/query.js";
import { count, day, jobs, title } from "careervault-job-list/words.js";

const PAUSE = 150;

export default {
  name: "JobToolbar",
  components: { CvIcon: Icon, JobFilters: Filters },
  props: { state: Object, meta: Object, stages: Array, narrow: Boolean, folded: Boolean },
  emits: ["change", "sort", "views", "clear"],
  data() {
    return { text: this.state.q, MOST_WORDS };
  },
  computed: {
    amount() {
      const { total, matching } = this.meta;
      if (total === undefined) return "";
      return total === matching ? jobs(total) : `${count(matching)} of ${jobs(total)}`;
    },
    chips() {
      const { state } = this;
      const names = Object.fromEntries(this.stages.map((stage) => [stage.id, stage.name]));
      const words = {
        stage: (value) => names[value] ?? value,
        outcome: (value) => (value === "none" ? "Still open" : title(value)),
        tag: (value) => `#${value}`,
        source: (value) => `via ${value}`,
      };
      const chips = Object.entries(words).flatMap(([name, word]) =>
        state[name].map((value) => ({
          key: `${name} ${value}`,
          label: word(value),
          change: { [name]: state[name].filter((each) => each !== value) },
        })),
      );
      if (state.picture) chips.unshift(this.pointedChip());
      if (state.since) chips.push(this.dateChip("since", "from"));
      if (state.until) chips.push(this.dateChip("until", "until"));
      return chips;
    },
  },
  watch: {
    "state.q"(now) {
      if (now !== this.text.trim()) this.text = now;
    },
  },
  beforeUnmount() {
    clearTimeout(this.timer);
  },
  methods: {
    pointedChip() {
      const change = Object.fromEntries(POINTED.map((name) => [name, ""]));
      return { key: "pointed", label: this.meta.pointed || "From a picture", change };
    },
    dateChip(name, word) {
      const label = `Applied ${word} ${day(this.state[name], this.meta.today)}`;
      return { key: name, label, change: { [name]: "" } };
    },
    typed(event) {
      this.text = event.target.value;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.$emit("change", { q: this.text.trim() }), PAUSE);
    },
    wipe() {
      clearTimeout(this.timer);
      this.text = "";
      this.$emit("change", { q: "" });
      this.focusSearch();
    },
    escaped(event) {
      if (!this.text) return event.target.blur();
      event.preventDefault();
      this.wipe();
    },
    focusSearch() {
      this.$refs.search.focus();
      this.$refs.search.select();
    },
  },
  template: `
    <div class="cv-tools">
      <div class="cv-toolbar" role="search" aria-label="Jobs">
        <div class="cv-search">
          <cv-icon name="search" />
          <input ref="search" type="text" inputmode="search" enterkeyhint="search" :value="text" dir="auto"
                 placeholder="Search jobs" aria-label="Search jobs" autocomplete="off" spellcheck="false"
                 :maxlength="MOST_WORDS" @input="typed" @keydown.esc.stop="escaped">
          <button v-if="text" type="button" class="cv-search__clear" aria-label="Clear the search" @click="wipe">
            <cv-icon name="close" />
          </button>
        </div>
        <job-filters :state="state" :stages="stages" :tags="meta.tags" :sources="meta.sources" :narrow="narrow" :folded="folded"
                     @change="$emit('change', $event)" @sort="(...by) => $emit('sort', ...by)" />
        <p class="cv-toolbar__count" aria-live="polite">{{ amount }}</p>
        <button type="button" class="cv-button" :class="folded ? 'is-icon' : 'is-quiet'" aria-haspopup="menu"
                aria-label="Views" @click="$emit('views', $event.currentTarget)">
          <cv-icon name="bookmark" /><span v-if="!folded">Views</span>
        </button>
        <div class="cv-switch" role="group" aria-label="Show as">
          <button type="button" :aria-pressed="state.view === 'board'" aria-label="Board"
                  @click="$emit('change', {view: 'board'})"><cv-icon name="board" /><span v-if="!folded">Board</span></button>
          <button type="button" :aria-pressed="state.view === 'table'" aria-label="Table"
                  @click="$emit('change', {view: 'table'})"><cv-icon name="table" /><span v-if="!folded">Table</span></button>
        </div>
      </div>
      <div v-if="chips.length" class="cv-chips">
        <button v-for="chip in chips" :key="chip.key" type="button" class="cv-chip"
                :aria-label="'Remove the filter ' + chip.label" @click="$emit('change', chip.change)">
          <span dir="auto">{{ chip.label }}</span><cv-icon name="close" />
        </button>
        <button type="button" class="cv-link" @click="$emit('clear')">Clear filters</button>
      </div>
    </div>`,
};
