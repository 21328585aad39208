// A resume's name, to change in place, and the way to the trash and back.

import asking from "careervault-forms/asking.js";

export default {
  mixins: [asking],
  template: `
    <header v-if="name" class="cv-page-head cv-resume-head">
      <h1 class="cv-page-title">
        <input v-model="typed" class="cv-title" dir="auto" maxlength="120" autocomplete="off" aria-label="Name of the resume"
          :aria-invalid="words ? 'true' : null" :aria-describedby="words ? 'cv-resume-says' : null"
          @change="rename" @keydown.enter="$event.target.blur()" @keydown.esc="typed = name">
        <small v-if="words" id="cv-resume-says" class="cv-error" role="alert">{{ words }}</small></h1>
      <span v-if="trashed" class="cv-status cv-rose"><span>In the trash</span></span>
      <button v-if="trashed" class="cv-button" type="button" @click="ask('restore')">Restore</button>
      <button v-else class="cv-button is-icon" type="button" title="Put in the trash" aria-label="Put in the trash"
        @click="ask('trash')"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.trash" /></svg></button>
    </header>`,
  props: { name: String, trashed: Boolean, icons: Object },
  emits: ["rename", "trash", "restore"],
  data() {
    return { typed: this.name };
  },
  watch: {
    name(now, before) {
      if (this.typed === before) this.typed = now;
    },
  },
  methods: {
    async rename() {
      const stands = await this.ask("rename", { name: this.typed });
      if (stands) this.typed = stands;
    },
  },
};
