// A question with one line to answer: a tag to add, a name for a view.

import Popover from "careervault-job-list/popover.js";

export default {
  name: "CvAsk",
  components: { CvPopover: Popover },
  props: { anchor: Object, question: Object, sheet: Boolean },
  emits: ["done"],
  data() {
    return { text: "" };
  },
  methods: {
    answer() {
      const text = this.text.trim();
      if (!text) return;
      this.$emit("done");
      this.question.act(text);
    },
  },
  template: `
    <cv-popover :anchor="anchor" :label="question.title" :sheet="sheet" @done="$emit('done')">
      <form class="cv-ask" @submit.prevent="answer">
        <p class="cv-menu__title">{{ question.title }}</p>
        <input v-model="text" autofocus type="text" class="cv-input" :maxlength="question.most" required
               list="cv-ask-choices" :aria-label="question.label" :placeholder="question.label">
        <datalist id="cv-ask-choices"><option v-for="each in question.choices" :key="each" :value="each"></option></datalist>
        <button type="submit" class="cv-button is-primary">{{ question.action }}</button>
      </form>
    </cv-popover>`,
};
