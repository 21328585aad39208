// The stages in their order; every change is sent at once, as the whole new arrangement.

import asking from "careervault-forms/asking.js";
import reorder from "careervault-stages/reorder.js";
import Row from "careervault-stages/row.js";
import NewStage from "careervault-stages/new_stage.js";

const copy = (stages) => stages.map((stage) => ({ ...stage }));

export default {
  mixins: [asking, reorder],
  components: { CvStageRow: Row, CvNewStage: NewStage },
  template: `
    <div class="cv-stages">
      <p v-if="words && wrong.id === undefined" class="cv-notice is-problem" role="alert"><span>{{ words }}</span>
        <button class="cv-inline" type="button" @click="forgive">Dismiss</button></p>
      <ol ref="rows" class="cv-stages__rows" aria-label="Stages, in their order">
        <cv-stage-row v-for="stage in drawn" :key="stage.id" :stage="stage" :count="counts[stage.id] ?? 0"
          :kinds="kinds" :colours="colours" :icons="icons" :first="stage === shown[0]" :last="stage === shown.at(-1)"
          :lifted="lifted === stage.id" :problem="wrong.id === stage.id ? wrong.words : ''" :data-stage="stage.id"
          :style="{ order: shown.indexOf(stage) }" @change="change(stage, $event)" @archive="putAway(stage, true)"
          @up="move(stage, -1)" @down="move(stage, 1)" @lift="lift($event, stage)" />
      </ol>
      <cv-new-stage ref="more" :kinds="kinds" :colours="colours" :icons="icons" :busy="!!busy"
        :problem="wrong.id === '' ? wrong.words : ''" @add="add" @leave="wrong = {}" />
      <section v-if="archived.length" class="cv-archived" aria-label="Archived stages">
        <h2>Archived</h2>
        <p class="cv-hint">Not on the board; the history and the measures still know them.</p>
        <ul class="cv-rows">
          <li v-for="stage in archived" :key="stage.id" :class="'cv-' + stage.colour" :data-stage="stage.id">
            <div><span class="cv-dot"></span> <strong dir="auto">{{ stage.name }}</strong> <small>{{ stage.kind }}</small></div>
            <button class="cv-button" type="button" data-doing="restore" :aria-label="'Bring back ' + stage.name"
              @click="putAway(stage, false)">Bring back</button>
          </li>
        </ul>
      </section>
      <p class="cv-sr" role="status">{{ said }}</p>
    </div>`,
  props: {
    stages: { type: Array, default: () => [] },
    counts: { type: Object, default: () => ({}) },
    kinds: Array,
    colours: Array,
    icons: Object,
  },
  emits: ["arrange"],
  data() {
    return { every: copy(this.stages), seen: this.stages, wrong: {}, said: "", waiting: null };
  },
  computed: {
    shown() {
      return this.every.filter((stage) => !stage.archived);
    },
    archived() {
      return this.every.filter((stage) => stage.archived);
    },
  },
  watch: {
    stages(now) {
      this.seen = now;
      if (!this.busy && !this.lifted) this.every = copy(now);
    },
  },
  methods: {
    change(stage, changes) {
      const changed = this.every.map((each) => (each.id === stage.id ? { ...each, ...changes } : each));
      return this.send(changed, stage.id, Object.hasOwn(changes, "name"));
    },
    async putAway(stage, archived) {
      const stand = await this.change(stage, { archived });
      if (stand) this.said = `${stage.name} is ${archived ? "archived" : "back on the board"}.`;
      this.$nextTick(() => this.focusOn(stage, archived && stand ? "restore" : "archive"));
    },
    async add(stage) {
      if (await this.send([...this.shown, { id: "", archived: false, ...stage }, ...this.archived], "", true))
        this.$refs.more.done();
    },
    /** Show the arrangement and send it, one after another; the last one waits for its turn. */
    async send(stages, id, isNamed = false) {
      if (this.busy) {
        this.waiting = [stages, id, isNamed];
        this.every = stages;
        return null;
      }
      this.wrong = {};
      // A stage without an id is not there before the server has named it.
      this.every = stages.filter((stage) => stage.id);
      const stand = await this.ask("arrange", { stages, seen: this.seen });
      if (stand) this.seen = stand;
      else if (isNamed) this.wrong = { id, words: this.words };
      const next = this.waiting;
      this.waiting = null;
      if (next && stand) return this.send(...next);
      this.every = copy(this.seen);
      return stand;
    },
  },
};
