// One job on the board.

import Icon from "careervault-job-list/icon.js";
import { MODES, day, daysBetween, due, title } from "careervault-job-list/words.js";

const LINE = 12;

export default {
  name: "JobCard",
  components: { CvIcon: Icon },
  props: { card: Object, today: String, active: Boolean, stop: Boolean, href: String },
  emits: ["menu"],
  computed: {
    place() {
      return [this.card.location, MODES[this.card.work_mode]].filter(Boolean).join(" · ");
    },
    /** The tags that can be read whole beside the outcome; without an outcome at least one. */
    tags() {
      const { outcome, tags = [] } = this.card;
      let room = LINE - (outcome?.length ?? 0);
      return tags.slice(0, 2).filter((tag, index) => {
        room -= tag.length;
        return room >= 0 || (index === 0 && !outcome);
      });
    },
    hidden() {
      return (this.card.tags ?? []).filter((tag) => !this.tags.includes(tag));
    },
    age() {
      const days = daysBetween(this.card.entered, this.today);
      if (days === null || days < 0) return "";
      return days === 0 ? "today" : `${days} d`;
    },
    next() {
      const { next_step, next_step_on, deadline, salary } = this.card;
      if (next_step || next_step_on) return this.step(next_step || "Next step", next_step_on);
      if (deadline) return this.step("Apply by", deadline);
      return { text: salary ?? "", when: "", state: "none", icon: "" };
    },
  },
  methods: {
    title,
    step(text, on) {
      const state = due(on, this.today);
      const late = daysBetween(on, this.today);
      const when = { late: `${late} d late`, today: "today" }[state] ?? day(on, this.today);
      return { text, when, on: on && day(on), state, icon: state === "late" ? "warning" : "calendar" };
    },
  },
  template: `
    <div class="cv-card" role="listitem" :data-id="card.id" :class="{'is-ended': card.outcome}">
      <a class="cv-card__link" :href="href" :data-card="card.id" draggable="false"
         :tabindex="stop ? 0 : -1">
        <span class="cv-card__company" dir="auto" :title="card.company">{{ card.company }}</span>
        <span class="cv-card__position" dir="auto" :title="card.position">{{ card.position }}</span>
      </a>
      <button type="button" class="cv-card__more" :tabindex="active ? 0 : -1" aria-haspopup="menu"
              :aria-label="'Move ' + card.company" @click="$emit('menu', $event.currentTarget)">
        <cv-icon name="more" />
      </button>
      <div class="cv-card__line">
        <span class="cv-card__place" dir="auto" :title="place">{{ place }}</span>
        <span v-if="card.excitement" class="cv-dots" role="img"
              :aria-label="'Excitement ' + card.excitement + ' of 5'">
          <i v-for="n in 5" :key="n" :class="{'is-on': n <= card.excitement}"></i>
        </span>
      </div>
      <div class="cv-card__line">
        <span class="cv-card__tags">
          <b v-if="card.outcome" class="cv-outcome" :class="'cv-' + card.outcome">{{ title(card.outcome) }}</b>
          <span v-for="tag in tags" :key="tag" class="cv-tag" dir="auto" :title="tag">{{ tag }}</span>
          <span v-if="hidden.length" class="cv-card__rest" :title="hidden.join(', ')">+{{ hidden.length }}</span>
        </span>
        <span v-if="age" class="cv-card__age" :title="'In this stage since ' + card.entered">{{ age }}<span
              v-if="age !== 'today'" class="cv-sr"> in this stage</span></span>
      </div>
      <div v-if="next.text" class="cv-card__next" :class="'is-' + next.state">
        <cv-icon v-if="next.icon" :name="next.icon" />
        <span class="cv-card__step" dir="auto" :title="next.text">{{ next.text }}</span>
        <span v-if="next.when" class="cv-card__when" :title="next.on">{{ next.when }}</span>
      </div>
    </div>`,
};
