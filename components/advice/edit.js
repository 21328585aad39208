// One change: what it does to the resume, why, and what is decided about it.

import { highlight } from "careervault-papers/paper.js";
import { gapIn, openDoubts } from "careervault-advice/checks.js";
import { diff } from "careervault-advice/diff.js";
import CvSaid from "careervault-advice/said.js";

export default {
  name: "CvEdit",
  components: { CvSaid },
  template: `
    <li class="cv-edit" :class="['is-' + choice.is, { 'is-plain': plain }]">
      <div class="cv-edit__what">
        <p class="cv-edit__kind"><span class="cv-tag">{{ edit.kind }}</span><span v-if="edit.stale && !used" class="cv-status cv-amber"><span>{{
          "Out of date" }}</span></span><span v-if="used" class="cv-status cv-green"><span>In version {{ used }}</span></span></p>
        <div v-if="!edit.advice && !editing" class="cv-edit__change">
          <p class="cv-sr">{{ edit.before ? "Instead of: " + edit.before + ". " : "After: " + edit.beside + ". " }}New: {{ text }}</p>
          <p v-if="edit.beside" class="cv-hint" aria-hidden="true" dir="auto">New line after “{{ edit.beside }}”</p>
          <p class="cv-diff" aria-hidden="true" dir="auto"><template v-for="piece in pieces"><del v-if="piece.is === 'gone'">{{ piece.text
            }}</del><ins v-else-if="piece.is === 'new'">{{ piece.text }}</ins><template v-else>{{ piece.text }}</template></template></p>
        </div>
        <p v-if="edit.advice && edit.after" dir="auto">{{ edit.after }}</p>
        <form v-if="editing" class="cv-edit__words" @submit.prevent="settle">
          <label :for="id">Your words</label>
          <textarea :id="id" ref="area" v-model="typed" class="cv-input" dir="auto" rows="3" maxlength="2000" @keydown.esc.prevent="editing = false"
            @keydown.ctrl.enter.prevent="settle" @keydown.enter.exact.prevent="settle"></textarea>
          <div class="cv-actions"><button class="cv-button is-primary" type="submit">Use these words</button>
            <button class="cv-button" type="button" @click="editing = false">Cancel</button></div>
        </form>
        <cv-said v-if="edit.why.length" class="cv-edit__why" :pieces="edit.why" />
        <p v-for="quote in edit.asked" class="cv-quote"><small>Posting</small> <q dir="auto">{{ quote }}</q></p>
        <p v-if="edit.stale && !used" class="cv-hint">Your resume no longer says what this would change.</p>
        <p v-if="gap && !plain" class="cv-edit__gap">Please fill in <button class="cv-inline" type="button" @click="reword">{{ gap }}</button>
          before you accept this.</p>
        <div v-if="doubts.length && !plain" class="cv-edit__doubts">
          <ul class="cv-doubts"><li v-for="doubt in doubts"><q>{{ doubt.text }}</q>: {{ doubt.reason }}</li></ul>
          <label><input type="checkbox" :checked="choice.confirmed" @change="confirm($event.target.checked)"> This is true; I can stand by it.</label>
        </div>
      </div>
      <div v-if="!plain" class="cv-edit__deeds">
        <button class="cv-button" type="button" :aria-pressed="choice.is === 'accepted'" :disabled="!ready" @click="decide('accepted')">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.check" /></svg>Accept</button>
        <button class="cv-button" type="button" :aria-pressed="choice.is === 'rejected'" @click="decide('rejected')">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.close" /></svg>Reject</button>
        <button class="cv-button is-quiet" type="button" @click="reword">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.edit" /></svg>Reword</button>
        <button v-if="paper && !edit.stale" class="cv-button is-quiet" type="button" @click="point">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.document" /></svg>Where</button>
      </div>
    </li>`,
  props: { edit: Object, choice: Object, icons: Object, paper: String, used: { type: Number, default: 0 } },
  emits: ["choose"],
  data: () => ({ editing: false, typed: "" }),
  computed: {
    id() {
      return `cv-words-${this.edit.index}`;
    },
    /** There is nothing to decide. */
    plain() {
      return this.edit.advice || this.edit.stale;
    },
    text() {
      return this.choice.text ?? this.edit.after;
    },
    pieces() {
      return diff(this.edit.before, this.text);
    },
    gap() {
      return gapIn(this.text);
    },
    doubts() {
      return openDoubts(this.text, this.edit.doubts);
    },
    ready() {
      return !this.gap && (!this.doubts.length || this.choice.confirmed);
    },
  },
  methods: {
    decide(is) {
      this.$emit("choose", { ...this.choice, is: this.choice.is === is ? "open" : is });
    },
    confirm(confirmed) {
      const is = confirmed || this.choice.is !== "accepted" ? this.choice.is : "open";
      this.$emit("choose", { ...this.choice, confirmed, is });
    },
    async reword() {
      this.typed = this.text;
      this.editing = true;
      await this.$nextTick();
      const at = this.gap ? this.typed.indexOf(this.gap) : this.typed.length;
      this.$refs.area.focus();
      this.$refs.area.setSelectionRange(at, at + this.gap.length);
    },
    settle() {
      const text = this.typed.replace(/\s+/g, " ").trim();
      if (!text) return;
      this.editing = false;
      const own = text === this.edit.after ? null : text;
      // What was reworded is meant: it is accepted unless something is left to fill in or confirm.
      const whole = !gapIn(text) && !openDoubts(text, this.edit.doubts).length;
      this.$emit("choose", { text: own, confirmed: false, is: whole ? "accepted" : "open" });
    },
    point() {
      highlight(this.paper, [this.edit.line]);
    },
  },
};
