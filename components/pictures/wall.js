// All pictures of one period: fetched together, drawn as they come into sight.

import asking from "careervault-forms/asking.js";
import { signInAgain } from "careervault-forms/ended.js";
import { Glance } from "careervault-pictures/glance.js";
import { onPaper } from "careervault-pictures/paper.js";
import { FIRST, address, readPlace, showPlace } from "careervault-pictures/place.js";
import Section from "careervault-pictures/section.js";
import Toolbar from "careervault-pictures/toolbar.js";

const UNREACHED = "The numbers could not be renewed just now. Nothing is lost.";
const UNREAD = "That period could not be read.";

export default {
  mixins: [asking, onPaper],
  components: { CvGlance: Glance, CvPictureBar: Toolbar, CvPictureSection: Section },
  template: `
    <div class="cv-pictures" :aria-busy="status === 'loading'">
      <cv-picture-bar :place="place" :shown="at" :icons="icons" @change="alter" />
      <p v-if="at?.share" class="cv-notice"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.info" /></svg>
        <span>To share: no company, position or note, and sources, resumes and stages under other names.
          Save a picture or the numbers from here.</span></p>
      <p v-if="notice" class="cv-notice is-problem" role="alert"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.warning" /></svg>
        <span>{{ notice }}</span>
        <button v-if="place !== at" class="cv-button" type="button" @click="load()">Retry</button></p>
      <div v-if="status === 'failed'" class="cv-empty" role="alert">
        <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.warning" /></svg>
        <h2>The numbers could not be loaded</h2><p>Nothing is lost. The connection may be down for a moment.</p>
        <button class="cv-button is-primary" type="button" @click="load()">Retry</button></div>
      <div v-else-if="!shown" class="cv-pictures__bones"><i v-for="n in 6" :key="n" class="cv-bone"></i></div>
      <div v-else-if="!shown.jobs" class="cv-empty">
        <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.analytics" /></svg>
        <h2>Your numbers start with your first job</h2>
        <p>Add a job you applied for. What you see here then is worked out from its history, and never guessed.</p>
        <a class="cv-button is-primary" href="/jobs/new">Add a job</a></div>
      <div v-else class="cv-pictures__shown" :class="{ 'is-waiting': status === 'loading' }">
        <cv-glance :shown="shown" :place="at" :busy="busy" :words="words" @open="open" @goal="setGoal" @ghost="markGhost" />
        <nav class="cv-contents" aria-label="On this page">
          <a v-for="(section, index) in shown.sections" :key="section.title" :href="'#cv-numbers-' + index">{{ section.title }}</a></nav>
        <cv-picture-section v-for="(section, index) in shown.sections" :id="'cv-numbers-' + index" :key="section.title"
          :section="section" :place="at" @open="open" />
      </div>
      <p class="cv-sr" role="status" aria-live="polite">{{ said }}</p>
    </div>`,
  props: { source: String, icons: Object },
  emits: ["open", "goal", "ghost"],
  // `place` is what was asked for, `at` what is shown: links and files are of the latter.
  data: () => ({ place: readPlace(), shown: null, at: null, status: "loading", notice: "", said: "" }),
  async mounted() {
    await this.$nextTick(); // NiceGUI knows its path prefix only now.
    this.load();
  },
  methods: {
    async load(quiet = false) {
      const turn = (this.turn = (this.turn ?? 0) + 1);
      let place = this.place;
      if (!quiet) this.status = "loading";
      try {
        let answer = await this.fetchWall(place);
        const wasRead = answer !== null;
        if (!wasRead) answer = await this.fetchWall((place = { ...place, period: FIRST }));
        if (turn !== this.turn) return;
        this.shown = Vue.markRaw(answer);
        this.place = this.at = place;
        this.status = "ready";
        this.notice = wasRead ? "" : `${UNREAD} These are of ${answer.period}.`;
        if (!wasRead) showPlace(place);
        if (!quiet) this.said = `${answer.applications.toLocaleString()} applications, ${answer.period}.`;
      } catch {
        if (turn === this.turn) this.fail();
      }
    },
    fail() {
      this.status = this.shown ? "ready" : "failed";
      const old = this.place === this.at ? "" : ` These are still of ${this.shown?.period}.`;
      this.notice = this.shown ? UNREACHED + old : "";
    },
    /** Return the answer for a place, or null if the server cannot read its period. */
    async fetchWall(place) {
      const answer = await fetch(address(this.source, place), { cache: "no-cache" });
      if (answer.status === 401) await signInAgain();
      if (answer.status === 422 && place.period !== FIRST) return null;
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    alter(change) {
      this.place = { ...this.place, ...change };
      // What bears names never stands under the promise of none, not even while it waits.
      if (this.place.share !== this.at?.share) this.shown = this.at = null;
      showPlace(this.place);
      this.load();
    },
    open(picture, part) {
      if (!this.at.share) this.$emit("open", { picture, part, period: this.at.period });
    },
    async setGoal(goal) {
      if (await this.ask("goal", { goal })) this.said = goal ? `The goal is ${goal} a week.` : "There is no goal now.";
    },
    markGhost(job) {
      this.ask("ghost", { job: job.id });
    },
    /** Something changed elsewhere; called from Python. */
    refresh() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.load(true), 30);
    },
  },
  beforeUnmount() {
    clearTimeout(this.timer);
  },
};
