// A paper as a file, in each form; below, what a program would not see in it.

import { save } from "careervault-advice/saving.js";

const FORMS = { pdf: "PDF", docx: "Word" };

export default {
  name: "CvDownloads",
  template: `
    <div class="cv-downloads">
      <div class="cv-actions">
        <button v-for="(title, form) in forms" :key="form" class="cv-button" type="button" :disabled="!!busy" :aria-busy="busy === form"
          @click="get(form)"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icon" /></svg>{{
          busy === form ? "Making…" : title }}</button>
      </div>
      <div role="status">
        <p v-if="problem" class="cv-error">{{ problem }}</p>
        <div v-if="missing.length" class="cv-notice is-warning"><span>A program that reads this file misses:
          <ul><li v-for="line in missing" dir="auto">{{ line }}</li></ul></span></div>
        <p v-else-if="proved" class="cv-hint">Read again after it was made: a program sees all of its text.</p>
      </div>
    </div>`,
  props: { address: String, icon: String },
  data: () => ({ busy: "", problem: "", missing: [], proved: false }),
  created() {
    this.forms = FORMS;
  },
  methods: {
    async get(form) {
      Object.assign(this, { busy: form, problem: "", missing: [], proved: false });
      try {
        this.missing = await save(`${this.address}.${form}`);
        this.proved = true;
      } catch (problem) {
        this.problem = problem.message;
      }
      this.busy = "";
    },
  },
};
