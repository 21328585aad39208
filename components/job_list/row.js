// One job in the table; its next step can be changed in place.

import Icon from "careervault-job-list/icon.js";
import { MODES, day, due } from "careervault-job-list/words.js";

export default {
  name: "JobRow",
  components: { CvIcon: Icon },
  props: {
    card: Object,
    today: String,
    href: String,
    active: Boolean,
    chosen: Boolean,
    editing: Boolean,
    narrow: Boolean,
    colour: String,
  },
  emits: ["menu", "choose", "edit", "save", "cancel"],
  data() {
    return { step: "", on: "" };
  },
  computed: {
    place() {
      return [this.card.location, MODES[this.card.work_mode]].filter(Boolean).join(" · ");
    },
    lateness() {
      return due(this.card.next_step_on, this.today);
    },
    tab() {
      return this.active ? 0 : -1;
    },
    plain() {
      const { card } = this;
      return [
        ["location", this.place],
        ["salary", card.salary],
        ["source", card.source],
        ["updated", this.date(card.updated)],
      ];
    },
  },
  watch: {
    editing: {
      immediate: true,
      async handler(now) {
        window.removeEventListener("beforeunload", this.save);
        window.navigation?.removeEventListener("navigate", this.gone);
        if (!now) return;
        window.addEventListener("beforeunload", this.save);
        window.navigation?.addEventListener("navigate", this.gone);
        this.step = this.card.next_step ?? "";
        this.on = this.card.next_step_on ?? "";
        await this.$nextTick();
        this.$refs.step?.select();
      },
    },
  },
  unmounted() {
    window.removeEventListener("beforeunload", this.save);
    window.navigation?.removeEventListener("navigate", this.gone);
  },
  methods: {
    date(iso) {
      return day(iso, this.today);
    },
    save() {
      if (!this.editing) return;
      const changes = {};
      if (this.step.trim() !== (this.card.next_step ?? "")) changes.next_step = this.step.trim();
      if (this.on !== (this.card.next_step_on ?? "")) changes.next_step_on = this.on || null;
      this.$emit("save", changes);
    },
    /** Back is told before the server hears of it, so that it still knows the table. */
    gone(event) {
      if (event.navigationType === "traverse") this.save();
    },
    left(event) {
      const row = event.currentTarget;
      // A date picker takes the focus nowhere; only a control outside the row ends the editing.
      if (event.relatedTarget && !row.contains(event.relatedTarget)) this.save();
    },
  },
  template: `
    <div class="cv-row" role="row" :data-id="card.id" :tabindex="tab" :aria-selected="chosen"
         :class="{'is-chosen': chosen, 'is-ended': card.outcome}" @focusout="editing && left($event)">
      <span class="cv-row__check" role="gridcell" @click.stop="$emit('choose', $event)" @mousedown.shift.prevent>
        <input type="checkbox" :checked="chosen" :tabindex="tab" :aria-label="'Select ' + card.company">
      </span>
      <span class="cv-cell is-company" role="gridcell">
        <a :href="href" :data-card="card.id" :tabindex="tab" dir="auto" :title="card.company">{{ card.company }}</a>
      </span>
      <span class="cv-cell is-position" role="gridcell" dir="auto" :title="card.position">{{ card.position }}</span>
      <span class="cv-cell is-status" role="gridcell">
        <button type="button" class="cv-status" :class="'cv-' + colour" :tabindex="tab"
                aria-haspopup="menu" :title="card.status" :aria-label="card.status + ', change'"
                @click.stop="$emit('menu', $event.currentTarget)">
          <span class="cv-dot"></span><span dir="auto">{{ card.status }}</span>
        </button>
      </span>
      <span class="cv-cell is-applied_on" role="gridcell">{{ date(card.applied_on) }}</span>
      <template v-if="editing">
        <span class="cv-cell is-next_step is-open" role="gridcell">
          <input ref="step" v-model="step" type="text" maxlength="200" aria-label="Next step"
                 @keydown.enter.stop.prevent="save" @keydown.esc.stop.prevent="$emit('cancel')">
        </span>
        <span class="cv-cell is-next_step_on is-open" role="gridcell">
          <input v-model="on" type="date" aria-label="Date of the next step"
                 @keydown.enter.stop.prevent="save" @keydown.esc.stop.prevent="$emit('cancel')">
        </span>
      </template>
      <template v-else>
        <span class="cv-cell is-next_step" role="gridcell">
          <span v-if="narrow" dir="auto">{{ card.next_step }}</span>
          <button v-else type="button" class="cv-cell__edit" :tabindex="tab" dir="auto"
                  :aria-label="'Next step: ' + (card.next_step || 'none') + ', edit'"
                  :title="card.next_step" @click.stop="$emit('edit')">{{ card.next_step }}</button>
        </span>
        <span class="cv-cell is-next_step_on" role="gridcell" :class="'is-' + lateness">
          <cv-icon v-if="lateness === 'late'" name="warning" />{{ date(card.next_step_on) }}<span
            v-if="lateness === 'late'" class="cv-sr"> overdue</span>
        </span>
      </template>
      <span v-for="[name, text] in plain" :key="name" class="cv-cell" :class="'is-' + name"
            role="gridcell" dir="auto" :title="text">{{ text }}</span>
    </div>`,
};
