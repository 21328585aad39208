// A small form for one more stage.

import Field from "careervault-forms/field.js";
import Colours from "careervault-stages/colours.js";

const BLANK = { name: "", kind: "interview", colour: "teal" };

export default {
  name: "CvNewStage",
  components: { CvField: Field, CvColours: Colours },
  props: { kinds: Array, colours: Array, icons: Object, busy: Boolean, problem: String },
  emits: ["add", "leave"],
  data: () => ({ open: false, stage: { ...BLANK } }),
  template: `
    <form v-if="open" class="cv-panel-card cv-new-stage" aria-label="New stage" @submit.prevent="$emit('add', stage)"
      @keydown.esc="leave">
      <cv-field v-model="stage.name" label="Name" name="stage" maxlength="40" autocomplete="off" dir="auto" :problem="problem" />
      <div class="cv-field"><label for="cv-new-kind">Kind</label>
        <select id="cv-new-kind" v-model="stage.kind" class="cv-input" aria-describedby="cv-new-kind-says">
          <option v-for="kind in kinds" :key="kind.id" :value="kind.id">{{ kind.id }}</option></select>
        <small id="cv-new-kind-says" class="cv-hint">{{ kinds.find((kind) => kind.id === stage.kind).means }}</small></div>
      <cv-colours :colours="colours" :chosen="stage.colour" label="Colour" @choose="stage.colour = $event" />
      <div class="cv-actions">
        <button class="cv-button is-primary" :disabled="busy">Add the stage</button>
        <button class="cv-button is-quiet" type="button" @click="leave">Cancel</button>
      </div>
    </form>
    <div v-else><button ref="opener" class="cv-button" type="button" @click="start">
      <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.add" /></svg> Add a stage</button></div>`,
  methods: {
    start() {
      this.open = true;
      this.$nextTick(() => this.$el.querySelector("input").focus());
    },
    done() {
      this.open = false;
      this.stage = { ...BLANK };
      this.$nextTick(() => this.$refs.opener?.focus());
    },
    leave() {
      this.done();
      this.$emit("leave");
    },
  },
};
