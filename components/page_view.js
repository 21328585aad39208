// Pictures of pages, fetched as they come into sight, with outlines where lines are pointed at.

import { highlight, isMoved, readPaper } from "careervault-papers/paper.js";

const WIDTHS = [600, 1000, 1400, 2000]; // few, so that pictures can be kept
const SLACK = 2; // points around a line's box

export default {
  template: `
    <section class="cv-pages" :class="{ 'is-open': open }" aria-label="The pages">
      <template v-if="pages.length">
      <button class="cv-button cv-pages__toggle" type="button" :aria-expanded="open" @click="open = !open">
        <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.document" /></svg>
        {{ open ? "Hide the pages" : "Show the pages" }}</button>
      <div ref="room" class="cv-pages__room" tabindex="0" role="group" aria-label="Pictures of the pages">
        <figure v-for="(page, index) in pages" :key="paper + index" class="cv-page-picture"
          :style="{ aspectRatio: page.width + ' / ' + page.height }" @pointermove="follow($event, index)"
          @pointerleave="leave" @click="choose($event, index)">
          <img :src="picture(index, widths[1])" :srcset="pictures(index)" sizes="auto, 100vw" loading="lazy" decoding="async" draggable="false"
            :alt="'Page ' + (index + 1) + ' of ' + pages.length" @error="missing.add(index)" @load="loaded(index)">
          <p v-if="missing.has(index)" class="cv-page-picture__state">This page could not be drawn.</p>
          <p v-else-if="!drawn.has(index)" class="cv-page-picture__state is-late">Drawing the page…</p>
          <span v-for="number in marked[index]" :key="number" class="cv-page-mark" :class="{ 'is-hidden': lines[number].hidden }"
            :data-line="number" :style="place(number)"></span>
          <figcaption v-if="pages.length > 1">{{ index + 1 }}</figcaption>
        </figure>
      </div>
      </template>
    </section>`,
  props: { paper: String, icons: Object },
  data: () => ({ pages: [], lines: [], chosen: [], open: false, widths: WIDTHS, missing: new Set(), drawn: new Set() }),
  computed: {
    /** The chosen lines that have a place, by page. */
    marked() {
      return Object.groupBy(
        this.chosen.filter((number) => this.lines[number]?.box),
        (number) => this.lines[number].page,
      );
    },
  },
  watch: {
    paper: { immediate: true, handler: "fetch" },
    open(is) {
      if (is) this.$nextTick(this.bring);
    },
  },
  mounted() {
    this.pointed = null;
    document.addEventListener("cv-highlight", this.mark);
  },
  unmounted() {
    document.removeEventListener("cv-highlight", this.mark);
  },
  methods: {
    async fetch() {
      // At once: the pages of one paper are not to be asked of another.
      this.chosen = this.lines = this.pages = [];
      this.missing.clear();
      this.drawn.clear();
      await this.$nextTick(); // until then the prefix of our addresses is not known
      const paper = this.paper;
      const text = paper ? await readPaper(paper).catch(() => null) : null;
      if (paper !== this.paper) return;
      this.lines = Object.freeze(text?.lines ?? []);
      this.pages = Object.freeze(text?.pictured ? text.pages : []);
    },
    loaded(index) {
      this.missing.delete(index);
      this.drawn.add(index);
    },
    picture(index, width) {
      return `${window.path_prefix ?? ""}${this.paper}/pages/${index}.png?width=${width}`;
    },
    pictures(index) {
      return this.widths.map((width) => `${this.picture(index, width)} ${width}w`).join(", ");
    },
    place(number) {
      const line = this.lines[number];
      const { width, height } = this.pages[line.page];
      const [left, top, right, bottom] = line.box;
      return {
        left: `${((left - SLACK) / width) * 100}%`,
        top: `${((top - SLACK) / height) * 100}%`,
        width: `${((right - left + 2 * SLACK) / width) * 100}%`,
        height: `${((bottom - top + 2 * SLACK) / height) * 100}%`,
      };
    },
    mark({ detail }) {
      if (detail.paper && detail.paper !== this.paper) return;
      this.chosen = [...new Set(detail.lines ?? [])];
      if (detail.scroll !== false) this.$nextTick(this.bring);
    },
    /** Bring the first outline into sight, within our own room alone. */
    bring() {
      const room = this.$refs.room;
      const first = room?.querySelector(".cv-page-mark");
      if (!first) return;
      const [seen, wanted] = [room.getBoundingClientRect(), first.getBoundingClientRect()];
      if (wanted.top >= seen.top && wanted.bottom <= seen.bottom) return;
      room.scrollTop += wanted.top - seen.top - seen.height / 3;
    },
    /** The line at a point of a page, the smallest box first. */
    at(event, index) {
      const frame = event.currentTarget.getBoundingClientRect();
      const page = this.pages[index];
      const x = ((event.clientX - frame.left) / frame.width) * page.width;
      const y = ((event.clientY - frame.top) / frame.height) * page.height;
      let found = null;
      this.lines.forEach(({ page: on, box }, number) => {
        if (on !== index || !box || x < box[0] || x > box[2] || y < box[1] || y > box[3]) return;
        if (found === null || area(box) < area(this.lines[found].box)) found = number;
      });
      return found;
    },
    follow(event, index) {
      if (!isMoved(event)) return;
      const number = this.at(event, index);
      if (number === this.pointed) return;
      this.pointed = number;
      highlight(this.paper, number === null ? [] : [number], false);
    },
    leave() {
      if (this.pointed !== null) highlight(this.paper, [], false);
      this.pointed = null;
    },
    choose(event, index) {
      const number = this.at(event, index);
      if (number !== null) highlight(this.paper, [number]);
    },
  },
};

const area = ([left, top, right, bottom]) => (right - left) * (bottom - top);
