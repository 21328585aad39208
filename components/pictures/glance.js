// The first glance: the numbers, this week, and who has fallen silent.

import { jobsAddress } from "careervault-pictures/place.js";

export const Glance = {
  name: "CvGlance",
  template: `
    <div class="cv-glance">
      <p class="cv-glance__period">{{ shown.period }}</p>
      <p v-if="!shown.applied" class="cv-glance__next">{{ jobs }} saved, none applied for yet. Once you move one to Applied, the numbers begin.
        <a class="cv-link" href="/">See your jobs</a></p>
      <template v-else>
        <ul class="cv-glance__tiles" :aria-label="shown.tiles.title + ', ' + shown.period">
          <li v-for="row in shown.tiles.rows" :key="row.cells[0]" class="cv-tile cv-number">
            <component :is="href(row) ? 'a' : 'div'" :href="href(row)" class="cv-number__link" @click="go($event, row)">
              <span class="cv-tile__label">{{ row.cells[0] }}</span>
              <strong class="cv-tile__number">{{ row.cells[1] }}</strong>
              <small v-if="row.cells[2]">{{ row.cells[2] }}<br>{{ row.cells[3] }}</small>
            </component>
            <small v-if="row.cells[4]" class="cv-number__change">{{ row.cells[4] }}</small>
          </li>
        </ul>
        <details class="cv-glance__meaning is-definition"><summary>What these numbers mean</summary>
          <p v-if="shown.tiles.words">{{ shown.tiles.words }}</p>
          <dl><template v-for="row in shown.tiles.rows" :key="row.cells[0]"><dt>{{ row.cells[0] }}</dt><dd>{{ row.cells[5] }}</dd></template></dl></details>
      </template>
      <section v-if="!place.share" class="cv-panel-card cv-week" aria-label="This week">
        <header><h2>This week</h2><p class="cv-picture__about">{{ about(shown.pacing) }}</p></header>
        <p class="cv-week__words" role="status">{{ shown.pacing.words }}</p>
        <div v-if="shown.goal" class="cv-week__bar" role="img" :aria-label="sent + ' of ' + shown.goal"><i v-for="n in Math.min(shown.goal, 40)" :key="n"
          :class="{ 'is-done': n <= sent * Math.min(1, 40 / shown.goal) }"></i></div>
        <p class="cv-hint">Your usual week: {{ shown.pacing.rows[0].cells[2] }}.</p>
        <form class="cv-week__goal" @submit.prevent="$emit('goal', goal)">
          <label for="cv-goal">Goal a week</label>
          <input id="cv-goal" v-model="goal" class="cv-input" type="number" inputmode="numeric" min="1" max="200" placeholder="none">
          <button class="cv-button" :disabled="!!busy || (goal || null) === (shown.goal || null)">Set</button>
          <small v-if="words" class="cv-error" role="alert">{{ words }}</small>
        </form>
        <details class="cv-picture__more is-definition"><summary aria-label="Definition of This week">Definition</summary><p>{{ shown.pacing.definition }}</p></details>
      </section>
      <section v-if="!place.share" class="cv-panel-card cv-clock" aria-label="Ghost clock">
        <header><h2>Ghost clock</h2><p class="cv-picture__about">{{ about(shown.ghosts) }}</p></header>
        <p>{{ shown.ghosts.words }}</p>
        <template v-if="shown.silent.length">
          <p class="cv-hint">Silent for longer than that. Marking is yours to do and can be undone; a reply revives the job.</p>
          <ul class="cv-plain-list cv-clock__list">
            <li v-for="job in shown.silent.slice(0, all ? undefined : 4)" :key="job.id">
              <a class="cv-link" :href="'/jobs/' + job.id" dir="auto">{{ job.company }} · {{ job.position }}</a>
              <small>{{ job.days.toLocaleString() }} days</small>
              <button class="cv-button" type="button" :disabled="!!busy" :aria-label="'Mark ' + job.company + ' as ghosted'"
                @click="$emit('ghost', job)">Mark as ghosted</button></li>
          </ul>
          <div class="cv-actions">
            <button v-if="shown.silent.length > 4" class="cv-link" type="button" @click="all = !all">{{ all ? "Show fewer" : "Show " + shown.silent.length }}</button>
            <a class="cv-link" :href="silentHref" @click="goSilent">See all {{ (shown.silent.length + shown.more).toLocaleString() }} in the table</a></div>
        </template>
        <p v-else-if="shown.clock !== null" class="cv-hint">Nobody is silent for longer than that.</p>
        <details class="cv-picture__more is-definition"><summary aria-label="Definition of Ghost clock">Definition</summary><p>{{ shown.ghosts.definition }}</p></details>
      </section>
    </div>`,
  props: { shown: Object, place: Object, busy: String, words: String },
  emits: ["open", "goal", "ghost"],
  data() {
    return { goal: this.shown.goal, all: false };
  },
  computed: {
    jobs() {
      return `${this.shown.jobs.toLocaleString()} job${this.shown.jobs === 1 ? "" : "s"}`;
    },
    sent() {
      return Number(this.shown.pacing.rows[0].cells[0].replaceAll(",", ""));
    },
    silentHref() {
      return jobsAddress("ghosts", "silent", this.place);
    },
  },
  watch: {
    "shown.goal"(now) {
      this.goal = now;
    },
  },
  methods: {
    about(picture) {
      return `n = ${picture.n.toLocaleString()}, ${picture.period}`;
    },
    href(row) {
      return row.part && !this.place.share ? jobsAddress("tiles", row.part, this.place) : null;
    },
    go(event, row) {
      this.follow(event, "tiles", row.part);
    },
    goSilent(event) {
      this.follow(event, "ghosts", "silent");
    },
    follow(event, picture, part) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !part) return;
      event.preventDefault();
      this.$emit("open", picture, part);
    },
  },
};
