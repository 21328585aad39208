// The filters: one small panel for each kind, or all of them in one sheet on a phone.

import Icon from "careervault-job-list/icon.js";
import Popover from "careervault-job-list/popover.js";
import { SORTS } from "careervault-job-list/query.js";
import { OUTCOMES, day, title } from "careervault-job-list/words.js";

const LONG = 8;

export default {
  name: "JobFilters",
  components: { CvIcon: Icon, CvPopover: Popover },
  props: { state: Object, stages: Array, tags: Array, sources: Array, narrow: Boolean, folded: Boolean },
  emits: ["change", "sort"],
  data() {
    return { open: "", anchor: null, seek: "", SORTS };
  },
  computed: {
    groups() {
      const plain = (value) => ({ value, label: value });
      const outcomes = OUTCOMES.map((value) => ({ value, label: title(value) }));
      const stages = this.stages.map(({ id, name, colour }) => ({ value: id, label: name, colour }));
      return [
        { name: "stage", label: "Stage", options: stages },
        { name: "outcome", label: "Outcome", options: [{ value: "none", label: "Still open" }, ...outcomes] },
        { name: "tag", label: "Tag", options: this.tags.map(plain) },
        { name: "source", label: "Source", options: this.sources.map(plain) },
        { name: "applied", label: "Applied" },
      ];
    },
    shown() {
      if (this.open === "all") return this.groups.filter((group) => !group.options || group.options.length);
      return this.groups.filter((group) => group.name === this.open);
    },
    active() {
      return this.groups.reduce((sum, group) => sum + this.amount(group), 0);
    },
  },
  methods: {
    day,
    amount(group) {
      if (group.options) return this.state[group.name].length;
      return (this.state.since ? 1 : 0) + (this.state.until ? 1 : 0);
    },
    toggle(name, event) {
      this.seek = "";
      this.anchor = event.currentTarget.getBoundingClientRect();
      this.open = this.open === name ? "" : name;
    },
    visible(group) {
      const word = this.seek.trim().toLowerCase();
      if (!word || this.open === "all") return group.options;
      return group.options.filter((option) => option.label.toLowerCase().includes(word));
    },
    isLong(group) {
      return this.open !== "all" && group.options.length > LONG;
    },
    tick(group, value, on) {
      const others = this.state[group.name].filter((each) => each !== value);
      this.$emit("change", { [group.name]: on ? [...others, value] : others });
    },
  },
  template: `
    <div class="cv-filters">
      <button v-if="folded" type="button" class="cv-button is-icon" aria-haspopup="dialog" :aria-expanded="open === 'all'"
              :aria-label="active ? 'Filters, ' + active + ' active' : 'Filters'" @click="toggle('all', $event)">
        <cv-icon name="filter" /><b v-if="active" class="cv-badge">{{ active }}</b>
      </button>
      <template v-else>
        <button v-for="group in groups" :key="group.name" type="button" class="cv-button is-quiet"
                :class="{'is-on': amount(group)}" aria-haspopup="dialog" :aria-expanded="open === group.name"
                @click="toggle(group.name, $event)">
          {{ group.label }}<b v-if="amount(group)" class="cv-badge">{{ amount(group) }}</b><cv-icon name="down" />
        </button>
      </template>
      <cv-popover v-if="open" :key="open" :anchor="anchor" :sheet="narrow" label="Filters" @done="open = ''">
        <div class="cv-panel">
          <fieldset v-for="group in shown" :key="group.name" class="cv-panel__group">
            <legend>{{ group.label }}</legend>
            <template v-if="group.options">
              <input v-if="isLong(group)" v-model="seek" type="search" class="cv-input" placeholder="Find"
                     :aria-label="'Find in ' + group.label">
              <div class="cv-panel__options">
                <label v-for="option in visible(group)" :key="option.value" class="cv-option">
                  <input type="checkbox" :checked="state[group.name].includes(option.value)"
                         @change="tick(group, option.value, $event.target.checked)">
                  <span v-if="option.colour" class="cv-dot" :class="'cv-' + option.colour"></span>
                  <span class="cv-option__label" dir="auto">{{ option.label }}</span>
                </label>
                <p v-if="!group.options.length" class="cv-panel__none">None yet</p>
              </div>
            </template>
            <div v-else class="cv-panel__dates">
              <label>From <input type="date" class="cv-input" :value="state.since" :max="state.until || undefined"
                     @change="$emit('change', {since: $event.target.value})"></label>
              <label>Until <input type="date" class="cv-input" :value="state.until" :min="state.since || undefined"
                     @change="$emit('change', {until: $event.target.value})"></label>
            </div>
          </fieldset>
          <fieldset v-if="open === 'all' && state.view === 'table'" class="cv-panel__group">
            <legend>Order</legend>
            <div class="cv-panel__dates">
              <select class="cv-input" aria-label="Order by" :value="state.sort"
                      @change="$emit('sort', $event.target.value, state.desc)">
                <option v-for="[name, label] in SORTS" :key="name" :value="name">{{ label }}</option>
              </select>
              <label class="cv-option"><input type="checkbox" :checked="state.desc"
                     @change="$emit('sort', state.sort, $event.target.checked)"> Last first</label>
            </div>
          </fieldset>
          <button v-if="narrow" type="button" class="cv-button is-primary" @click="open = ''">Show jobs</button>
        </div>
      </cv-popover>
    </div>`,
};
