// Suggestions as changes, word by word, and the new version that those make which were accepted.

import asking from "careervault-forms/asking.js";
import CvDownloads from "careervault-advice/downloads.js";
import CvEdit from "careervault-advice/edit.js";

export default {
  mixins: [asking],
  components: { CvDownloads, CvEdit },
  template: `
    <section v-if="edits.length" class="cv-edits" aria-label="Suggested changes">
      <p class="cv-hint">Changes to <bdi>{{ name }}</bdi>, which itself stays as it is.</p>
      <ul class="cv-edits__list">
        <cv-edit v-for="edit in edits" :key="advice + edit.index" :edit="edit" :choice="choices[edit.index] ?? open" :icons="icons" :used="used[edit.index] ?? 0"
          :paper="paper" @choose="choose(edit.index, $event)" />
      </ul>
      <footer v-if="offered.length" class="cv-edits__foot">
        <p role="status">{{ count }} of {{ offered.length }} accepted<template v-if="undecided">, {{ undecided }} to decide</template></p>
        <button class="cv-button is-primary" type="button" :disabled="!count || !!busy" @click="tailor">{{ deed }}</button>
        <p v-if="words" class="cv-error" role="alert">{{ words }}</p>
      </footer>
      <div v-if="made" class="cv-notice cv-edits__made" role="status">
        <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.check" /></svg>
        <span><a :href="'/resumes/' + made.resume + '?version=' + made.number">Version {{ made.number }}</a> is made.
          <template v-if="made.linked"> It goes with this job.</template></span>
        <button v-if="!made.linked" class="cv-button" type="button" :disabled="!!busy" @click="link">Use it for this job</button>
        <cv-downloads :address="'/papers/' + made.resume + '/' + made.number + '/resume'" :icon="icons.download" />
      </div>
    </section>`,
  props: {
    advice: String,
    name: String,
    paper: String,
    edits: { type: Array, default: () => [] },
    icons: Object,
  },
  emits: ["tailor", "link"],
  data: () => ({ choices: {}, used: {}, made: null }),
  computed: {
    open: () => Object.freeze({ is: "open", text: null, confirmed: false }),
    offered() {
      return this.edits.filter(({ advice, stale, index }) => !advice && !stale && (!this.used[index] || this.choices[index]));
    },
    accepted() {
      return this.offered.filter(({ index }) => this.choices[index]?.is === "accepted");
    },
    count() {
      return this.accepted.length;
    },
    undecided() {
      return this.offered.filter(({ index }) => (this.choices[index]?.is ?? "open") === "open").length;
    },
    deed() {
      if (this.busy === "tailor") return "Making it…";
      return this.count ? `Make a new version with ${this.count} accepted` : "Make a new version";
    },
    storage() {
      return `careervault-edits-${this.advice}`;
    },
  },
  watch: {
    advice: {
      immediate: true,
      handler() {
        this.choices = this.advice ? JSON.parse(localStorage.getItem(this.storage) ?? "{}") : {};
        this.made = null;
        this.used = {};
      },
    },
  },
  methods: {
    choose(index, choice) {
      this.choices = { ...this.choices, [index]: choice };
      localStorage.setItem(this.storage, JSON.stringify(this.choices));
    },
    async tailor() {
      const accepted = this.accepted.map(({ index }) => {
        const { text, confirmed } = this.choices[index];
        return { index, text, is_confirmed: confirmed };
      });
      const made = await this.ask("tailor", { accepted });
      if (!made) return;
      this.made = made;
      for (const { index } of accepted) this.used[index] = made.number;
      this.choices = {};
      localStorage.removeItem(this.storage);
    },
    async link() {
      if (await this.ask("link")) this.made = { ...this.made, linked: true };
    },
  },
};
