// One column of the board, of which only the cards in sight are drawn.

import Card from "careervault-job-list/card.js";
import { rem } from "careervault-job-list/size.js";
import { count } from "careervault-job-list/words.js";

const PITCH = 8;
const MARGIN = 3;

export default {
  name: "JobColumn",
  components: { JobCard: Card },
  props: { column: Object, today: String, active: String, href: Function, over: Boolean },
  emits: ["menu"],
  data() {
    return { top: 0, height: 600 };
  },
  computed: {
    pitch() {
      return rem(PITCH);
    },
    first() {
      return Math.max(0, Math.floor(this.top / this.pitch) - MARGIN);
    },
    last() {
      const end = Math.ceil((this.top + this.height) / this.pitch) + MARGIN;
      return Math.min(this.column.sheet.count, end);
    },
    drawn() {
      return this.column.sheet.slice(this.first, this.last, this.active);
    },
    /** The one card of this column that Tab reaches: the last focused, else the first in sight. */
    stop() {
      const { sheet } = this.column;
      void sheet.stamp;
      if (sheet.find(this.active) >= 0) return this.active;
      return sheet.cards.slice(this.first, this.last).find(Boolean)?.id;
    },
    tall() {
      return { height: `${this.column.sheet.count * this.pitch}px` };
    },
  },
  watch: {
    "column.visit"() {
      this.$refs.body.scrollTop = 0;
    },
    "column.sheet.stamp"() {
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
    count,
    look() {
      this.column.sheet.ensure(this.first, Math.max(this.last, this.first + 1));
    },
    scrolled(event) {
      this.top = event.target.scrollTop;
      this.look();
    },
    at(index) {
      return { transform: `translateY(${index * this.pitch}px)` };
    },
    /** Bring a place into sight, and return once its card is drawn. */
    async show(index) {
      const body = this.$refs.body;
      const from = index * this.pitch;
      if (from < body.scrollTop) body.scrollTop = from;
      else if (from + this.pitch > body.scrollTop + this.height) {
        body.scrollTop = from + this.pitch - this.height;
      }
      this.top = body.scrollTop;
      await this.$nextTick();
    },
  },
  template: `
    <section class="cv-column" :class="{'is-over': over}" :data-column="column.id"
             :aria-label="column.name + ', ' + count(column.sheet.count)">
      <header class="cv-column__head">
        <span class="cv-dot" :class="'cv-' + (column.colour || 'slate')"></span>
        <h2 class="cv-column__name" dir="auto" :title="column.name">{{ column.name }}</h2>
        <span class="cv-column__count">{{ count(column.sheet.count) }}</span>
      </header>
      <div ref="body" class="cv-column__body" @scroll.passive="scrolled">
        <div v-if="drawn.length" class="cv-column__cards" role="list" :style="tall">
          <template v-for="each in drawn" :key="each.key">
            <job-card v-if="each.card" :card="each.card" :today="today" :style="at(each.index)"
                      :active="each.card.id === active" :stop="each.card.id === stop" :href="href(each.card.id)"
                      :aria-setsize="column.sheet.count" :aria-posinset="each.index + 1"
                      @menu="$emit('menu', each.card, $event)" />
            <div v-else class="cv-card is-ghost" role="listitem" aria-label="Loading" :style="at(each.index)">
              <i class="cv-bone"></i><i class="cv-bone"></i><i class="cv-bone"></i>
            </div>
          </template>
        </div>
        <p v-else class="cv-column__empty">{{ column.id === 'ended' ? 'Nothing has ended' : 'No jobs here' }}</p>
      </div>
    </section>`,
};
