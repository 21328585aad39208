// The table: dense rows, of which only those in sight are drawn.

import Bulk from "careervault-job-list/bulk.js";
import Icon from "careervault-job-list/icon.js";
import Row from "careervault-job-list/row.js";
import { SORTS } from "careervault-job-list/query.js";
import { Selection } from "careervault-job-list/selection.js";
import { rem } from "careervault-job-list/size.js";

const MARGIN = 6;

export default {
  name: "JobTable",
  components: { BulkBar: Bulk, CvIcon: Icon, JobRow: Row },
  props: {
    rows: Object,
    today: String,
    narrow: Boolean,
    href: Function,
    stages: Array,
    tags: Array,
    sort: String,
    desc: Boolean,
  },
  emits: ["open", "menu", "edit", "sort", "bulk", "choices", "ask"],
  data() {
    return { top: 0, height: 600, active: "", editing: "", selection: new Selection(), SORTS };
  },
  computed: {
    sheet() {
      return this.rows.sheet;
    },
    pitch() {
      return this.narrow ? rem(4) : this.line;
    },
    line() {
      return rem(2.0625);
    },
    first() {
      return Math.max(0, Math.floor(this.top / this.pitch) - MARGIN);
    },
    last() {
      const end = Math.ceil((this.top + this.height) / this.pitch) + MARGIN;
      return Math.min(this.sheet.count, end);
    },
    drawn() {
      return this.sheet.slice(this.first, this.last, this.reachable);
    },
    /** The one row that Tab reaches: the last that had the focus, else the first in sight. */
    reachable() {
      void this.sheet.stamp;
      if (this.rows.find(this.active)) return this.active;
      return this.sheet.cards.slice(this.first, this.last).find(Boolean)?.id ?? "";
    },
    some() {
      return this.selection.all || this.selection.ids.size > 0;
    },
    colours() {
      return Object.fromEntries(this.stages.map(({ id, colour }) => [id, colour]));
    },
  },
  watch: {
    "rows.visit"() {
      this.$refs.body.scrollTop = 0;
      this.selection.clear();
    },
    "sheet.stamp"() {
      this.selection.prune(this.sheet);
      this.look();
    },
  },
  mounted() {
    this.measurer = new ResizeObserver(([entry]) => {
      this.height = entry.contentRect.height;
      this.look();
    });
    this.measurer.observe(this.$refs.body);
  },
  beforeUnmount() {
    this.measurer.disconnect();
  },
  methods: {
    look() {
      this.sheet.ensure(this.first, Math.max(this.last, this.first + 1));
    },
    scrolled(event) {
      this.top = event.target.scrollTop;
      this.look();
    },
    order(name) {
      if (this.sort === name) return this.desc ? "descending" : "ascending";
      return "none";
    },
    sorted(name) {
      const dates = ["applied_on", "updated", "salary"];
      this.$emit("sort", name, this.sort === name ? !this.desc : dates.includes(name));
    },
    at(event) {
      const id = event.target.closest?.("[data-id]")?.dataset.id;
      return id ? this.rows.find(id) : null;
    },
    clicked(event) {
      const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      const found = this.at(event);
      if (!found || event.target.closest("input, button")) return;
      // A finger has all of the row; a pointer takes hold of it, and its name leads on.
      if (!this.narrow && !event.target.closest("[data-card]")) return this.focusAt(found.index);
      if (modified) return;
      event.preventDefault();
      this.$emit("open", found.card.id);
    },
    keyed(event) {
      const found = this.at(event);
      const typing = event.target.matches("input:not([type=checkbox])");
      if (!found || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const onRow = event.target.matches("[role=row]");
      const page = Math.floor(this.height / this.pitch) - 1;
      const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: page, PageUp: -page };
      if (steps[event.key]) this.focusAt(found.index + steps[event.key]);
      else if (event.key === "Home") this.focusAt(0);
      else if (event.key === "End") this.focusAt(this.sheet.count - 1);
      else if (event.key === "x" || (event.key === " " && onRow)) this.choose(found.index, event);
      else if (event.key === "Enter" && onRow) this.$emit("open", found.card.id);
      else if (event.key === "e") this.edit(found.card);
      else if (event.key === "." || (event.key === "F10" && event.shiftKey)) {
        this.$emit("menu", found.card, event.target.closest("[data-id]").querySelector(".cv-status"));
      } else if (event.key === "Escape" && this.some) this.selection.clear();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    edit(card) {
      if (!this.narrow) this.editing = card.id;
    },
    choose(index, event) {
      this.selection.choose(this.sheet, index, event.shiftKey);
    },
    toggleAll(event) {
      if (event.target.checked) this.selection.loaded(this.sheet);
      else this.selection.clear();
    },
    saved(card, changes) {
      this.finish(card);
      if (Object.keys(changes).length) this.$emit("edit", card, changes);
    },
    finish(card) {
      this.editing = "";
      const index = this.sheet.find(card.id);
      if (index >= 0 && this.$el.contains(document.activeElement)) this.focusAt(index);
    },
    async focusAt(index) {
      const place = Math.max(0, Math.min(index, this.sheet.count - 1));
      const body = this.$refs.body;
      const from = place * this.pitch;
      const head = this.narrow ? 0 : this.line;
      if (from < body.scrollTop) body.scrollTop = from;
      else if (from + this.pitch > body.scrollTop + body.clientHeight - head) {
        body.scrollTop = from + this.pitch - body.clientHeight + head;
      }
      this.top = body.scrollTop;
      await this.sheet.ensure(this.first, this.last);
      this.active = this.sheet.cards[place]?.id ?? this.active;
      await this.$nextTick();
      this.$el.querySelector(`[data-id="${CSS.escape(this.active)}"]`)?.focus({ preventScroll: true });
    },
    held() {
      return document.activeElement?.closest("[role=row][data-id]")?.dataset.id;
    },
    focusCard(id) {
      const index = this.sheet.find(id);
      if (index >= 0) this.focusAt(index);
    },
    walk(step) {
      const found = this.rows.find(this.reachable);
      if (!found) return;
      const here = document.activeElement?.dataset?.id === found.card.id;
      this.focusAt(found.index + (here ? step : 0));
    },
    bulk(intent, amount) {
      const { all, ids } = this.selection;
      this.$emit("bulk", intent, all ? null : [...ids], amount);
      this.selection.clear();
    },
  },
  template: `
    <div class="cv-table-wrap">
      <div ref="body" class="cv-table" role="grid" aria-label="Jobs" :aria-rowcount="sheet.count + 1"
           aria-multiselectable="true" @scroll.passive="scrolled" @click="clicked" @keydown="keyed"
           @focusin="active = at($event)?.card.id ?? active">
        <div class="cv-row is-head" role="row" aria-rowindex="1">
          <span class="cv-row__check" role="columnheader">
            <input type="checkbox" aria-label="Select all" :checked="selection.all"
                   :indeterminate.prop="some && !selection.all" @change="toggleAll">
          </span>
          <span v-for="[name, label] in SORTS" :key="name" class="cv-cell" :class="'is-' + name"
                role="columnheader" :aria-sort="order(name)">
            <button type="button" class="cv-sort" @click="sorted(name)">{{ label }}<cv-icon
              v-if="sort === name" :name="desc ? 'down' : 'up'" /></button>
          </span>
        </div>
        <div class="cv-table__rows" role="rowgroup" :style="{height: sheet.count * pitch + 'px'}">
          <template v-for="each in drawn" :key="each.key">
            <job-row v-if="each.card" :card="each.card" :today="today" :href="href(each.card.id)"
                     :style="{transform: 'translateY(' + each.index * pitch + 'px)'}"
                     :aria-rowindex="each.index + 2" :active="each.card.id === reachable"
                     :chosen="selection.has(each.card.id)" :narrow="narrow"
                     :colour="each.card.outcome || colours[each.card.stage] || 'slate'"
                     :editing="editing === each.card.id" @edit="edit(each.card)"
                     @save="saved(each.card, $event)" @cancel="finish(each.card)"
                     @choose="choose(each.index, $event)" @menu="$emit('menu', each.card, $event)" />
            <div v-else class="cv-row is-ghost" role="row"
                 :style="{transform: 'translateY(' + each.index * pitch + 'px)'}">
              <span role="gridcell" aria-label="Loading"><i class="cv-bone"></i></span>
            </div>
          </template>
        </div>
      </div>
      <bulk-bar v-if="some" :selection="selection" :matching="sheet.count" :stages="stages" :tags="tags"
                @bulk="bulk" @menu="(...all) => $emit('choices', ...all)" @ask="(...all) => $emit('ask', ...all)" />
    </div>`,
};
