// The period, the version to share, and everything as files.

import { PERIODS, address } from "careervault-pictures/place.js";

const FILES = [
  ["applications.csv", "Applications as CSV"],
  ["measures.json", "All numbers as JSON"],
  ["flow.txt", "Flow for SankeyMATIC"],
];

export default {
  name: "CvPictureBar",
  template: `
    <div class="cv-picture-bar">
      <fieldset class="cv-segments">
        <legend class="cv-sr">Period</legend>
        <label v-for="(words, key) in periods" :key="key">
          <input type="radio" name="period" :value="key" :checked="key === place.period" @change="$emit('change', { period: key })">
          <span>{{ words }}</span></label>
        <label><input type="radio" name="period" value="days" :checked="isOwn" @change="choosing = true"><span>Days</span></label>
      </fieldset>
      <form v-if="choosing || isOwn" class="cv-picture-bar__days" @submit.prevent="choose">
        <label>From <input v-model="since" type="date" class="cv-input" :max="until || null"></label>
        <label>to <input v-model="until" type="date" class="cv-input" :min="since || null"></label>
        <button class="cv-button" :disabled="!since && !until">Show</button>
      </form>
      <label class="cv-option cv-picture-bar__share"><input type="checkbox" :checked="place.share"
        @change="$emit('change', { share: $event.target.checked })"> Without names</label>
      <details v-if="shown" ref="files" class="cv-picture-bar__files" @keydown.esc="$refs.files.open = false" @focusout="left">
        <summary class="cv-button"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.download" /></svg>Save</summary>
        <ul><li v-for="[file, words] in files" :key="file"><a :href="at(file)" :download="file" @click="$refs.files.open = false">{{ words }}</a></li></ul>
      </details>
    </div>`,
  props: { place: Object, shown: Object, icons: Object },
  emits: ["change"],
  data() {
    const [since, until] = this.place.period.includes("..") ? this.place.period.split("..") : ["", ""];
    return { choosing: false, since, until, periods: PERIODS };
  },
  computed: {
    isOwn() {
      return this.place.period.includes("..");
    },
  },
  created() {
    this.files = FILES;
  },
  methods: {
    choose() {
      this.choosing = false;
      this.$emit("change", { period: `${this.since}..${this.until}` });
    },
    at(file) {
      return address(`/pictures/${file}`, this.shown);
    },
    left(event) {
      if (!this.$refs.files.contains(event.relatedTarget)) this.$refs.files.open = false;
    },
  },
};
