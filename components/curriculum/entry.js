// One entry of a section: its fields, its bullets, and the way to take it out.

import Fields from "careervault-curriculum/fields.js";

export default {
  name: "CvEntry",
  components: { CvFields: Fields },
  template: `
    <li class="cv-part" :data-lines="entry.lines">
      <div class="cv-part__head"><cv-fields :part="entry" :fields="fields" :path="path" :problems="problems" />
        <button class="cv-button is-icon" type="button" title="Take out" :aria-label="'Take out this ' + section.one"
          @click="$emit('remove')"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.close" /></svg></button></div>
      <ul v-if="section.points" class="cv-part__points">
        <li v-for="(point, index) in entry.highlights" :key="index" :data-lines="point.lines">
          <textarea v-model="point.text" class="cv-input" rows="1" dir="auto" maxlength="5000" :aria-label="'Point ' + (index + 1)"></textarea>
          <button class="cv-button is-icon" type="button" title="Take out" :aria-label="'Take out point ' + (index + 1)"
            @click="entry.highlights.splice(index, 1)"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.close" /></svg></button>
        </li>
      </ul>
      <button v-if="section.points" class="cv-quiet cv-part__add" type="button" @click="add">Add a point</button>
    </li>`,
  props: { entry: Object, section: Object, path: String, problems: Object, icons: Object },
  emits: ["remove"],
  computed: {
    /** A summary stands in few resumes that have bullets: its field is there for those. */
    fields() {
      const isBare = this.section.points && !this.entry.summary && this.entry.highlights.length;
      return this.section.fields.filter(({ name }) => name !== "summary" || !isBare);
    },
  },
  methods: {
    add() {
      this.entry.highlights.push({ text: "", lines: [] });
      this.$nextTick(() => this.$el.querySelector(".cv-part__points > li:last-child textarea").focus());
    },
  },
};
