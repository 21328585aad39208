// The lines as they were read: to walk through beside the pages, and to put right.

import asking from "careervault-forms/asking.js";
import { highlight, isMoved, readPaper } from "careervault-papers/paper.js";

const PART = 100; // lines that are laid out together, once they come near
const WEAK = 70; // per cent; below it a line is marked
const WHY = {
  pale: "almost in the colour of the page",
  tiny: "too small to be read",
  "off the page": "outside of the page",
  covered: "underneath something else",
  invisible: "drawn invisibly",
};

export default {
  mixins: [asking],
  template: `
    <section class="cv-read">
      <p v-if="trouble" class="cv-notice is-problem" role="alert"><span>The text could not be fetched.</span>
        <button class="cv-button" type="button" @click="fetch">Try again</button></p>
      <header v-if="!editing && text" class="cv-read__bar">
        <p class="cv-hint">{{ facts }}</p>
        <button class="cv-button" type="button" @click="open">Correct the text</button>
      </header>
      <p v-for="note in notes" class="cv-notice is-warning"><span>{{ note }}</span></p>
      <p v-if="hidden.length" class="cv-notice is-warning" role="note"><span>{{ warning }}</span>
        <button class="cv-button" type="button" @click="walkTo(hidden[0].number)">Show</button></p>
      <form v-if="editing" class="cv-correction" @submit.prevent="save">
        <label for="cv-correction" class="cv-hint">One line each, as it should have been read. Saving makes a new version.</label>
        <textarea id="cv-correction" ref="area" v-model="typed" class="cv-input" dir="auto" spellcheck="false"
          :aria-invalid="words ? 'true' : null" @input="keep"></textarea>
        <small v-if="words" class="cv-error" role="alert">{{ words }}</small>
        <div class="cv-actions">
          <button class="cv-button is-primary" :disabled="!!busy">Save as a new version</button>
          <button class="cv-button" type="button" @click="discard">Discard</button>
          <span class="cv-hint" role="status">{{ typed === original ? "" : "Not saved yet" }}</span>
        </div>
      </form>
      <div v-else ref="room" class="cv-lines" role="listbox" tabindex="0" aria-label="Lines as they were read" @pointermove="point"
        @pointerleave="rest" @click="choose" @focus="start" @keydown="walk">
        <div v-for="part in parts" :key="part.key" class="cv-lines__part" role="group" :aria-label="part.name"
          :style="{ '--cv-lines': part.lines.length }">
          <p v-if="part.head" class="cv-lines__head" aria-hidden="true">{{ part.head }}</p>
          <div v-for="line in part.lines" :id="'cv-line-' + line.number" :key="line.number" class="cv-line" role="option"
            aria-selected="false" dir="auto" :data-line="line.number"
            :class="{ 'is-weak': line.weak, 'is-apart': line.apart, 'is-hidden': line.why }">{{ line.text }}<small
            v-if="line.weak || line.why"> {{ line.why || line.weak }}</small></div>
        </div>
      </div>
    </section>`,
  props: { paper: String },
  emits: ["correct", "corrected"],
  data: () => ({ text: null, trouble: false, editing: false, typed: "", original: "" }),
  computed: {
    storage() {
      return `careervault-correction-${this.paper}`;
    },
    notes() {
      return this.text?.notes ?? [];
    },
    hidden() {
      return (this.text?.lines ?? []).flatMap((line, number) => (line.hidden ? [{ ...line, number }] : []));
    },
    seen() {
      return (this.text?.lines ?? []).filter((line) => !line.hidden);
    },
    parts() {
      const found = [];
      const pages = this.text?.pages.length ?? 0;
      this.text?.lines.forEach((line, number, every) => {
        const last = found.at(-1);
        const place = line.hidden ? "hidden" : line.page;
        if (last?.place !== place || last.lines.length >= PART) found.push(partOf(place, number, pages, last?.place));
        found.at(-1).lines.push(lineOf(line, number, every[number - 1]));
      });
      return Object.freeze(found);
    },
    facts() {
      const sure = this.text.pages.map((page) => page.confidence).filter((each) => each !== null);
      const lines = `${this.seen.length.toLocaleString()} ${this.seen.length === 1 ? "line" : "lines"}`;
      if (!sure.length) return `${lines}, in the order in which a program reads them.`;
      const mean = sure.reduce((sum, each) => sum + each, 0) / sure.length;
      return `Read from a picture, ${Math.round(mean)} % sure: ${lines}. Underlined ones may be wrong.`;
    },
    warning() {
      const count = this.hidden.length;
      const [lines, them] = count === 1 ? ["1 line that nobody sees", "it"] : [`${count} lines that nobody sees`, "them"];
      return `A program reads ${lines} on the page. Screeners take ${them} for a trick: better remove ${them} from the file.`;
    },
  },
  watch: { paper: { immediate: true, handler: "fetch" } },
  mounted() {
    document.addEventListener("cv-highlight", this.mark);
  },
  unmounted() {
    document.removeEventListener("cv-highlight", this.mark);
    highlight(this.paper, []);
  },
  methods: {
    async fetch() {
      this.current = null;
      await this.$nextTick(); // until then the prefix of our addresses is not known
      const paper = this.paper;
      const text = await readPaper(paper).catch(() => null);
      if (paper !== this.paper) return;
      this.trouble = !text;
      this.text = Object.freeze(text);
      this.original = this.seen.map((line) => line.text).join("\n");
      const kept = localStorage.getItem(this.storage);
      if (kept !== null) this.open(kept);
    },
    open(kept) {
      this.typed = typeof kept === "string" ? kept : this.original;
      this.editing = true;
      this.$nextTick(() => this.$refs.area.focus());
    },
    keep() {
      localStorage.setItem(this.storage, this.typed);
    },
    discard() {
      localStorage.removeItem(this.storage);
      this.editing = false;
    },
    async save() {
      const number = await this.ask("correct", { text: this.typed });
      if (number === null) return;
      this.discard();
      this.$emit("corrected", number);
    },
    lineAt(event) {
      const line = event.target.closest("[data-line]");
      return line && Number(line.dataset.line);
    },
    point(event) {
      const number = this.lineAt(event);
      if (!isMoved(event) || number === null || number === this.pointed) return;
      this.pointed = number;
      this.isPointing = true; // what is under the mouse must not move away from it
      highlight(this.paper, [number]);
      this.isPointing = false;
    },
    rest() {
      this.pointed = null;
      highlight(this.paper, this.current === null ? [] : [this.current], false);
    },
    choose(event) {
      const number = this.lineAt(event);
      if (number !== null) this.walkTo(number);
    },
    /** Who comes by keyboard is shown where they are; a mouse says itself where it points. */
    start() {
      const isWalking = this.$refs.room.matches(":focus-visible");
      if (isWalking && this.current === null && this.text?.lines.length) this.walkTo(0);
    },
    walk(event) {
      const last = this.text.lines.length - 1;
      const at = this.current ?? 0;
      const places = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 20, PageUp: at - 20, Home: 0, End: last };
      if (!(event.key in places)) return;
      event.preventDefault();
      this.walkTo(Math.max(0, Math.min(last, places[event.key])));
    },
    walkTo(number) {
      this.current = number;
      this.$refs.room.setAttribute("aria-activedescendant", `cv-line-${number}`);
      highlight(this.paper, [number]);
    },
    /** Written past Vue, which would go through thousands of lines for each that is pointed at. */
    mark({ detail }) {
      const room = this.$refs.room;
      if (!room || (detail.paper && detail.paper !== this.paper)) return;
      for (const line of room.querySelectorAll("[aria-selected=true]")) line.setAttribute("aria-selected", "false");
      const chosen = (detail.lines ?? []).map((number) => room.querySelector(`#cv-line-${number}`)).filter(Boolean);
      for (const line of chosen) line.setAttribute("aria-selected", "true");
      if (detail.scroll !== false && !this.isPointing) chosen[0]?.scrollIntoView({ block: "nearest" });
    },
  },
};

function partOf(place, number, pages, before) {
  const name = place === "hidden" ? "Hidden lines" : pages > 1 ? `Page ${place + 1} of ${pages}` : "Text";
  return { key: number, place, name, head: place === before || name === "Text" ? "" : name, lines: [] };
}

function lineOf({ text, box, confidence, hidden, page }, number, before) {
  const weak = confidence < WEAK && confidence !== undefined ? `${Math.round(confidence)} % sure` : "";
  return { number, text, weak, why: hidden ? `(${WHY[hidden]})` : "", apart: isApart(box, page, before) };
}

/** Tell whether there is more than a line's room between a line and the one before. */
function isApart(box, page, before) {
  if (!box || !before?.box || before.page !== page) return false;
  return box[1] - before.box[3] > 0.7 * (before.box[3] - before.box[1]);
}
