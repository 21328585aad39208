// All pictures of one period: fetched together, drawn as they come into sight.

import asking from "careervault-forms/asking.js";
import { Glance } from "careervault-pictures/glance.js";
import { address, readPlace, showPlace } from "careervault-pictures/place.js";
import Picture from "careervault-pictures/picture.js";
import Toolbar from "careervault-pictures/toolbar.js";

const UNREACHED = "The numbers could not be renewed just now. Nothing is lost.";

export default {
  mixins: [asking],
  components: { CvGlance: Glance, CvPicture: Picture, CvPictureBar: Toolbar },
  template: `
    <div class="cv-pictures" :aria-busy="status === 'loading'">
      <cv-picture-bar :place="place" :icons="icons" @change="alter" />
      <p v-if="place.share" class="cv-notice"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.info" /></svg>
        <span>To share: no company, position or note, and sources, resumes and stages under other names.
          Save a picture or the numbers from here.</span></p>
      <p v-if="notice" class="cv-notice is-problem" role="alert"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.warning" /></svg>
        <span>{{ notice }}</span></p>
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
      <template v-else>
        <cv-glance :shown="shown" :place="place" :icons="icons" :busy="busy" :words="words" @open="open" @goal="setGoal" @ghost="markGhost" />
        <nav class="cv-contents" aria-label="On this page">
          <a v-for="(section, index) in shown.sections" :key="section.title" :href="'#cv-numbers-' + index">{{ section.title }}</a></nav>
        <section v-for="(section, index) in shown.sections" :id="'cv-numbers-' + index" :key="section.title" class="cv-pictures__section">
          <h2>{{ section.title }}</h2>
          <div class="cv-pictures__grid">
            <cv-picture v-for="picture in section.pictures" :key="picture.key" :picture="picture" :place="place" :icons="icons"
              @open="part => open(picture.key, part)" />
          </div>
        </section>
      </template>
      <p class="cv-sr" role="status" aria-live="polite">{{ said }}</p>
    </div>`,
  props: { source: String, icons: Object },
  emits: ["open", "goal", "ghost"],
  data: () => ({ place: readPlace(), shown: null, status: "loading", notice: "", said: "" }),
  async mounted() {
    await this.$nextTick(); // NiceGUI knows its path prefix only now.
    this.load();
  },
  methods: {
    async load(quiet = false) {
      const turn = (this.turn = (this.turn ?? 0) + 1);
      if (!quiet && this.status === "failed") this.status = "loading";
      try {
        const answer = await this.fetchWall();
        if (turn !== this.turn) return;
        this.shown = Vue.markRaw(answer);
        this.status = "ready";
        this.notice = "";
        if (!quiet) this.said = `${answer.applications.toLocaleString()} applications, ${answer.period}.`;
      } catch {
        if (turn !== this.turn) return;
        if (this.shown) this.notice = UNREACHED;
        else this.status = "failed";
      }
    },
    async fetchWall() {
      const answer = await fetch(address(this.source, this.place), { cache: "no-cache" });
      if (answer.status === 401) {
        location.assign(`${window.path_prefix ?? ""}/sign-in`);
        await new Promise(() => {});
      }
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    alter(change) {
      this.place = { ...this.place, ...change };
      showPlace(this.place);
      this.load();
    },
    open(picture, part) {
      if (!this.place.share) this.$emit("open", { picture, part, period: this.place.period });
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
