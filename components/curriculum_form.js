// The parts of a resume as they were found or confirmed, each with the lines it came from.

import asking from "careervault-forms/asking.js";
import { highlight, isMoved } from "careervault-papers/paper.js";
import Entry from "careervault-curriculum/entry.js";
import Fields from "careervault-curriculum/fields.js";
import { CONTACT, SECTIONS, blank, filled } from "careervault-curriculum/shape.js";

const PAUSE = 300; // milliseconds without a key before changes are kept in the browser
const SUMMARY = [{ name: "summary", title: "Summary", kind: "text", span: 6 }];
const INTERESTS = [{ name: "interests", title: "Interests", kind: "words", span: 6 }];
const copy = (curriculum) => JSON.parse(JSON.stringify(curriculum));

export default {
  mixins: [asking],
  components: { CvEntry: Entry, CvFields: Fields },
  template: `
    <form v-if="draft" class="cv-curriculum" novalidate @submit.prevent="confirm" @pointermove="hover" @pointerleave="rest" @focusin="point">
      <header class="cv-read__bar">
        <span v-if="confirmed" class="cv-status cv-green"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path
          :d="icons.check" /></svg><span>Confirmed by you</span></span>
        <span v-else class="cv-status cv-amber"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path
          :d="icons.info" /></svg><span>Found by a program, not confirmed yet</span></span>
        <nav class="cv-actions" aria-label="Download">
          <a v-for="(title, kind) in downloads" :key="kind" class="cv-button" download :href="paper + '/resume.' + kind"
            :aria-label="'Download as ' + title"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path
            :d="icons.download" /></svg>{{ title }}</a>
        </nav>
      </header>
      <p v-if="isOvertaken" class="cv-notice is-warning" role="alert"><span>This was confirmed in another place in the meantime.</span>
        <button class="cv-button" type="button" @click="discard">Take the other</button></p>
      <fieldset><legend>Contact</legend>
        <div class="cv-part" :data-lines="draft.contact.lines">
          <cv-fields :part="draft.contact" :fields="contact" path="contact." :problems="fields" /></div>
      </fieldset>
      <div class="cv-part" :data-lines="draft.summary_lines"><cv-fields :part="draft" :fields="summary" path="" :problems="fields" /></div>
      <fieldset v-for="section in shown" :key="section.name"><legend>{{ section.title }}</legend>
        <ol>
          <cv-entry v-for="(entry, index) in draft[section.name]" :key="index" :entry="entry" :section="section" :icons="icons"
            :path="section.name + '.' + index + '.'" :problems="fields" @remove="draft[section.name].splice(index, 1)" />
        </ol>
        <button class="cv-quiet" type="button" @click="add(section)">Add a {{ section.one }}</button>
      </fieldset>
      <cv-fields :part="draft" :fields="interests" path="" :problems="fields" />
      <div v-if="absent.length" class="cv-absent"><span class="cv-hint">Not found:</span>
        <button v-for="section in absent" :key="section.name" class="cv-quiet" type="button" :aria-label="'Add ' + section.title"
          @click="add(section)"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.add" /></svg>{{ section.title }}</button></div>
      <footer class="cv-curriculum__end">
        <p v-if="words" class="cv-error" role="alert">{{ problem || "Please look at what is marked." }}</p>
        <div class="cv-actions">
          <button class="cv-button is-primary" :disabled="!!busy || (confirmed && !isChanged)">{{ confirmed ? "Keep the changes" : "Confirm" }}</button>
          <button v-if="isChanged" class="cv-button" type="button" @click="discard">Discard the changes</button>
          <span class="cv-hint" role="status">{{ isChanged ? "Not kept yet" : "" }}</span></div>
      </footer>
    </form>`,
  props: { paper: String, curriculum: Object, confirmed: Boolean, icons: Object },
  emits: ["confirm"],
  data: () => ({ draft: null, isChanged: false, isOvertaken: false }),
  computed: {
    shown() {
      return SECTIONS.filter(({ name }) => this.draft[name].length);
    },
    absent() {
      return SECTIONS.filter(({ name }) => !this.draft[name].length);
    },
    storage() {
      return `careervault-contents-${this.paper}`;
    },
  },
  watch: {
    curriculum: { immediate: true, handler: "take" },
    draft: { deep: true, handler: "changed" },
  },
  created() {
    Object.assign(this, { contact: CONTACT, summary: SUMMARY, interests: INTERESTS });
    this.downloads = { pdf: "PDF", docx: "Word", json: "JSON Resume" };
  },
  unmounted() {
    clearTimeout(this.timer);
    if (this.isChanged) this.keep();
  },
  methods: {
    /** Show what the server knows, unless there are changes here; kept ones come back. */
    take(now, before) {
      if (!now) return;
      if (this.isChanged && before) this.isOvertaken = !this.busy;
      else this.draft = { ...copy(now), ...JSON.parse(localStorage.getItem(this.storage) ?? "{}") };
    },
    changed() {
      this.isChanged = JSON.stringify(this.draft) !== JSON.stringify(this.curriculum);
      clearTimeout(this.timer);
      this.timer = setTimeout(this.keep, PAUSE);
    },
    keep() {
      if (this.isChanged) localStorage.setItem(this.storage, JSON.stringify(this.draft));
      else localStorage.removeItem(this.storage);
    },
    discard() {
      localStorage.removeItem(this.storage);
      this.isOvertaken = false;
      this.draft = copy(this.curriculum);
    },
    async confirm(event) {
      if (!event.target.reportValidity()) return;
      const before = this.curriculum;
      if (!(await this.ask("confirm", { curriculum: filled(this.draft) }))) return;
      clearTimeout(this.timer);
      localStorage.removeItem(this.storage);
      this.isChanged = this.isOvertaken = false;
      // Else it is still on its way to us.
      if (this.curriculum !== before) this.draft = copy(this.curriculum);
    },
    add(section) {
      this.draft[section.name].push(blank(section));
    },
    hover(event) {
      if (isMoved(event)) this.point(event);
    },
    /** Point at the lines of the innermost part that has any. */
    point(event) {
      const lines = event.target.closest("[data-lines]:not([data-lines=''])")?.dataset.lines ?? "";
      if (lines === this.pointed) return;
      this.pointed = lines;
      highlight(this.paper, lines ? lines.split(",").map(Number) : []);
    },
    rest() {
      this.pointed = "";
      highlight(this.paper, [], false);
    },
  },
};
