// The board: columns side by side, cards moved by mouse, keys or menu.

import Column from "careervault-job-list/column.js";
import { followDrag } from "careervault-job-list/drag.js";
import { count } from "careervault-job-list/words.js";

const STEPS = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export default {
  name: "JobBoard",
  components: { JobColumn: Column },
  props: { rows: Object, today: String, narrow: Boolean, href: Function },
  emits: ["open", "move", "menu", "say"],
  data() {
    return { active: "", over: null, shown: "" };
  },
  computed: {
    columns() {
      return this.rows.columns;
    },
    /** The one card that Tab reaches: the last that had the focus, else the first. */
    reachable() {
      this.columns.forEach((column) => column.sheet.stamp);
      if (this.rows.find(this.active)) return this.active;
      return this.columns.map((column) => column.sheet.cards[0]?.id).find(Boolean) ?? "";
    },
    current() {
      return this.columns.some((each) => each.id === this.shown) ? this.shown : this.columns[0]?.id;
    },
  },
  watch: {
    // On a phone one column fills the window: an empty one would look as if nothing was there.
    "rows.columns"(columns, before) {
      const isNewVisit = columns[0]?.visit !== before?.[0]?.visit;
      if (this.narrow && isNewVisit) this.$nextTick(this.showCards);
    },
  },
  mounted() {
    if (this.narrow) this.showCards();
  },
  beforeUnmount() {
    this.stopDrag?.();
  },
  methods: {
    count,
    focused(event) {
      const id = event.target.closest("[data-id]")?.dataset.id;
      if (id) this.active = id;
    },
    pressed(event) {
      const card = event.target.closest(".cv-card[data-id]");
      const plain = event.button === 0 && event.pointerType === "mouse";
      if (!plain || !card || event.target.closest("button")) return;
      const { id } = card.dataset;
      this.stopDrag = followDrag(event, card, {
        scroller: this.$refs.board,
        over: (column) => (this.over = column),
        drop: (column, at) => this.dropped(id, column, at),
      });
    },
    dropped(id, column, at) {
      const found = this.rows.find(id);
      if (found && found.column.id !== column) this.$emit("move", found.card, column, at);
    },
    clicked(event) {
      const link = event.target.closest("[data-card]");
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!link || !plain) return;
      event.preventDefault();
      this.$emit("open", link.dataset.card);
    },
    keyed(event) {
      const found = this.rows.find(event.target.closest("[data-id]")?.dataset.id);
      if (!found) return;
      const [sideways, down] = STEPS[event.key] ?? [0, 0];
      if (event.altKey && sideways) this.shift(found, sideways);
      else if (event.altKey || event.ctrlKey || event.metaKey) return;
      else if (event.key === "." || (event.key === "F10" && event.shiftKey)) {
        this.$emit("menu", found.card, event.target.closest("[data-id]"));
      } else if (sideways) this.across(found, sideways);
      else if (down) this.focusAt(found.column, found.index + down);
      else if (event.key === "Home") this.focusAt(found.column, 0);
      else if (event.key === "End") this.focusAt(found.column, found.column.sheet.count - 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    async shift({ card, column }, step) {
      const next = this.columns[this.columns.indexOf(column) + step];
      if (!next) return this.$emit("say", `${card.company} is in the last column already.`);
      const at = this.$el.querySelector(`[data-card="${CSS.escape(card.id)}"]`);
      this.$emit("move", card, next.id, at.getBoundingClientRect());
      await this.$nextTick();
      await this.focusCard(card.id);
    },
    across({ column, index }, step) {
      let at = this.columns.indexOf(column) + step;
      while (this.columns[at] && !this.columns[at].sheet.count) at += step;
      const next = this.columns[at];
      if (!next) return;
      const far = (this.part(column).top - this.part(next).top) / this.part(column).pitch;
      this.focusAt(next, Math.min(index - Math.round(far), next.sheet.count - 1));
    },
    part(column) {
      return this.$refs.columns?.find((part) => part.column.id === column.id);
    },
    async focusAt(column, index) {
      const place = Math.max(0, Math.min(index, column.sheet.count - 1));
      const part = this.part(column);
      await part.show(place);
      if (!column.sheet.cards[place]) await column.sheet.ensure(part.first, part.last);
      const card = column.sheet.cards[place];
      if (card) await this.focusCard(card.id);
    },
    held() {
      return document.activeElement?.closest(".cv-card[data-id]")?.dataset.id;
    },
    async focusCard(id) {
      const found = this.rows.find(id);
      if (!found) return;
      this.active = id;
      await this.part(found.column).show(found.index);
      const link = this.$el.querySelector(`[data-card="${CSS.escape(id)}"]`);
      link?.focus({ preventScroll: true });
      link?.closest("[data-column]").scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    /** Walk to the next or the previous card, as the shell's j and k ask. */
    walk(step) {
      const found = this.rows.find(this.reachable);
      if (!found) return;
      const here = document.activeElement?.dataset?.card === found.card.id;
      this.focusAt(found.column, found.index + (here ? step : 0));
    },
    jump(id, behavior = "auto") {
      this.shown = id;
      const part = this.$el.querySelector(`[data-column="${CSS.escape(id)}"]`);
      this.$refs.board.scrollTo({ left: part.offsetLeft - this.$refs.board.offsetLeft, behavior });
    },
    showCards() {
      const here = this.columns.find((each) => each.id === this.current);
      const full = here?.sheet.count ? null : this.columns.find((each) => each.sheet.count);
      if (full) this.jump(full.id, "instant");
    },
    slid() {
      if (!this.narrow) return;
      const board = this.$refs.board;
      const at = Math.round(board.scrollLeft / (board.clientWidth || 1));
      this.shown = this.columns[Math.min(at, this.columns.length - 1)]?.id ?? "";
      this.$nextTick(() => {
        const strip = this.$refs.strip;
        const chip = strip?.querySelector("[aria-current]");
        if (chip) strip.scrollLeft = chip.offsetLeft - (strip.clientWidth - chip.offsetWidth) / 2;
      });
    },
  },
  template: `
    <div class="cv-board-wrap">
      <nav v-if="narrow" ref="strip" class="cv-strip" aria-label="Stages">
        <button v-for="column in columns" :key="column.id" type="button" class="cv-strip__stage"
                :class="'cv-' + (column.colour || 'slate')"
                :aria-current="column.id === current || undefined" @click="jump(column.id)">
          <span dir="auto">{{ column.name }}</span> <b>{{ count(column.sheet.count) }}</b>
        </button>
      </nav>
      <div ref="board" class="cv-board" @pointerdown="pressed" @click="clicked" @keydown="keyed"
           @focusin="focused" @scroll.passive="slid" @dragstart.prevent>
        <job-column v-for="column in columns" :key="column.id" ref="columns" :column="column"
                    :today="today" :active="reachable" :href="href" :over="over === column.id"
                    @menu="(card, node) => $emit('menu', card, node)" />
      </div>
    </div>`,
};
