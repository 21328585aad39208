// A job's moves, with days that can be put right, and the log of everything that happened to it.

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const SHORT = 12;

export default {
  template: `
    <section class="cv-history">
      <h2>Where it stood</h2>
      <ol class="cv-timeline cv-moves">
        <li v-for="(move, index) in moves" :key="move.at + index" :class="'cv-' + (move.outcome || move.colour)">
          <span class="cv-what">{{ move.outcome ? move.outcome : move.stage }}</span>
          <input type="date" :value="move.on" :aria-label="'Day of ' + (move.outcome || move.stage)" :max="latest"
            @change="$event.target.reportValidity() && $emit('correct', { index, changes: { on: $event.target.value || null } })">
          <small v-if="!move.on">day not known</small>
          <button v-if="moves.length > 1" class="cv-quiet" type="button" title="Take out"
            :aria-label="'Take out ' + (move.outcome || move.stage)"
            @click="$emit('correct', { index, changes: null })">×</button>
        </li>
      </ol>
      <h2>Everything that happened</h2>
      <ol class="cv-timeline cv-events">
        <li v-for="event in shown" :key="event.seq" :class="{ 'is-undone': event.undone }">
          <strong>{{ event.words }}</strong>
          <p v-for="[name, before, after] in event.details" dir="auto">
            {{ name }}: <del>{{ before }}</del> → <ins>{{ after }}</ins></p>
          <small>{{ when(event.recorded) }}<template v-if="event.by !== 'person'"> · by {{ event.by }}</template>
            <button v-if="event.revertible" class="cv-quiet" type="button"
              :aria-label="'Undo: ' + event.words" @click="$emit('revert', event.seq)">Undo this</button></small>
        </li>
      </ol>
      <button v-if="events.length > shown.length" class="cv-button" type="button" @click="all = true">
        Show all {{ events.length }}</button>
    </section>`,
  props: { moves: { type: Array, default: () => [] }, events: { type: Array, default: () => [] } },
  emits: ["correct", "revert"],
  // What has happened has happened by now, wherever one is.
  data: () => ({ all: false, latest: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) }),
  computed: {
    shown() {
      return this.all ? this.events : this.events.slice(0, SHORT);
    },
  },
  methods: {
    when: (text) => moment.format(new Date(text)),
  },
};
