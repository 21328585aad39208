// One picture: what it says, what it shows, and on request its definition, its table and its files.

import Canvas from "careervault-pictures/canvas.js";
import { address, jobsAddress } from "careervault-pictures/place.js";
import { savePicture } from "careervault-pictures/saving.js";

const MOST_ROWS = 400;

export default {
  name: "CvPicture",
  components: { CvCanvas: Canvas },
  template: `
    <article class="cv-panel-card cv-picture" :class="'is-' + picture.key" :aria-labelledby="'cv-picture-' + picture.key">
      <header>
        <h3 :id="'cv-picture-' + picture.key">{{ picture.title }}</h3>
        <p class="cv-picture__about">{{ about }}</p>
      </header>
      <p class="cv-picture__words" dir="auto">{{ picture.words }}</p>
      <cv-canvas v-if="picture.figure" ref="canvas" :figure="picture.figure" :name="picture.title + '. ' + picture.words"
        :clickable="!place.share" @part="$emit('open', $event)" />
      <footer>
        <details class="cv-picture__more is-definition"><summary :aria-label="'Definition of ' + picture.title">Definition</summary>
          <p>{{ picture.definition }}</p></details>
        <details v-if="picture.rows.length" class="cv-picture__more" :open="picture.list || null" @toggle="opened = $event.target.open">
          <summary :aria-label="'Table of ' + picture.title">Table</summary>
          <div v-if="opened || picture.list" class="cv-picture__table" tabindex="0" role="region" :aria-label="picture.title + ' as a table'">
            <table>
              <thead><tr><th v-for="name in picture.head" scope="col">{{ name }}</th></tr></thead>
              <tbody><tr v-for="(row, number) in rows" :key="number">
                <td v-for="(cell, index) in row.cells" :key="index" dir="auto"><a v-if="!index && row.part && !place.share" class="cv-link"
                  :href="href(row.part)" @click="go($event, row.part)">{{ cell }}</a><template v-else>{{ cell }}</template></td></tr></tbody>
            </table>
            <p v-if="picture.rows.length > rows.length" class="cv-hint">The first {{ rows.length }} of {{ picture.rows.length.toLocaleString() }} lines; the CSV has all.</p>
          </div></details>
        <span class="cv-picture__files">
          <a v-if="picture.rows.length" class="cv-quiet" :href="file" download :aria-label="'Save ' + picture.title + ' as CSV'">CSV</a>
          <template v-if="picture.figure">
            <button class="cv-quiet" type="button" :aria-label="'Save ' + picture.title + ' as PNG'" @click="save('png')">PNG</button>
            <button class="cv-quiet" type="button" :aria-label="'Save ' + picture.title + ' as SVG'" @click="save('svg')">SVG</button></template>
        </span>
        <p v-if="words" class="cv-error" role="alert">{{ words }}</p>
      </footer>
    </article>`,
  props: { picture: Object, place: Object },
  emits: ["open"],
  data: () => ({ opened: false, words: "" }),
  computed: {
    about() {
      return `n = ${this.picture.n.toLocaleString()}, ${this.picture.period}`;
    },
    file() {
      return address(`/pictures/${this.picture.key}.csv`, this.place);
    },
    rows() {
      return this.picture.rows.slice(0, MOST_ROWS);
    },
  },
  methods: {
    href(part) {
      return jobsAddress(this.picture.key, part, this.place);
    },
    go(event, part) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.$emit("open", part);
    },
    async save(form) {
      this.words = "";
      try {
        await savePicture(this.$refs.canvas.worn(), this.picture, this.about, form);
      } catch (error) {
        this.words = "This could not be saved just now. Please try again.";
        console.warn(error);
      }
    },
  },
};
