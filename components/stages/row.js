// One stage: its grip, colour, name, kind, place in the order, and the way to the archive.

import Colours from "careervault-stages/colours.js";

export default {
  name: "CvStageRow",
  components: { CvColours: Colours },
  props: {
    stage: Object,
    count: Number,
    kinds: Array,
    colours: Array,
    icons: Object,
    first: Boolean,
    last: Boolean,
    lifted: Boolean,
    problem: String,
  },
  emits: ["change", "archive", "up", "down", "lift"],
  data() {
    return { name: this.stage.name, open: false };
  },
  template: `
    <li class="cv-stage-row" :class="['cv-' + stage.colour, { 'is-lifted': lifted }]">
      <span class="cv-grip" aria-hidden="true" title="Drag to reorder" @pointerdown="$emit('lift', $event)">
        <svg viewBox="0 0 10 16"><path d="M1 1h2v2H1zM7 1h2v2H7zM1 7h2v2H1zM7 7h2v2H7zM1 13h2v2H1zM7 13h2v2H7z" /></svg></span>
      <button class="cv-button is-icon" type="button" :aria-expanded="open"
        :aria-label="'Colour of ' + stage.name + ': ' + stage.colour" @click="open = !open"><span class="cv-dot"></span></button>
      <div class="cv-stage-name">
        <input v-model="name" class="cv-input" maxlength="40" dir="auto" autocomplete="off" :aria-label="'Name of ' + stage.name"
          :aria-invalid="problem ? 'true' : null" :aria-describedby="problem ? stage.id + '-says' : null"
          @change="rename" @keydown.enter="$event.target.blur()" @keydown.esc="name = stage.name">
        <small v-if="problem" :id="stage.id + '-says'" class="cv-error">{{ problem }}</small>
      </div>
      <div class="cv-stage-kind">
        <select class="cv-input" :value="stage.kind" :aria-label="'Kind of ' + stage.name"
          :aria-describedby="stage.id + '-kind'" @change="$emit('change', { kind: $event.target.value })">
          <option v-for="kind in kinds" :key="kind.id" :value="kind.id">{{ kind.id }}</option></select>
        <small :id="stage.id + '-kind'" class="cv-hint">{{ means }}</small>
      </div>
      <span v-if="count" class="cv-stage-count">{{ jobs }}</span>
      <div class="cv-stage-doings">
        <button v-for="doing in doings" :key="doing.icon" class="cv-button is-icon" type="button" :data-doing="doing.icon"
          :aria-label="doing.words" :title="doing.words" :aria-disabled="doing.off || null" @click="doing.off || doing.act()">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons[doing.icon]" /></svg></button>
      </div>
      <cv-colours v-if="open" :colours="colours" :chosen="stage.colour" :label="'Colour of ' + stage.name"
        @choose="$emit('change', { colour: $event })" @leave="open = false" />
    </li>`,
  computed: {
    jobs() {
      return `${this.count.toLocaleString()} ${this.count === 1 ? "job" : "jobs"}`;
    },
    means() {
      return this.kinds.find((kind) => kind.id === this.stage.kind)?.means;
    },
    doings() {
      const { name } = this.stage;
      return [
        { icon: "up", words: `Move ${name} up`, off: this.first, act: () => this.$emit("up") },
        { icon: "down", words: `Move ${name} down`, off: this.last, act: () => this.$emit("down") },
        { icon: "archive", words: `Archive ${name}`, act: () => this.$emit("archive") },
      ];
    },
  },
  watch: {
    "stage.name"(now, before) {
      // What is being typed stays, and so does what was refused, to be put right.
      if (!this.problem && this.name === before) this.name = now;
    },
    problem(now) {
      if (!now) this.name = this.stage.name;
    },
  },
  methods: {
    rename() {
      if (this.name !== this.stage.name) this.$emit("change", { name: this.name });
    },
  },
};
