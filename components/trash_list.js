// The jobs in the trash, each with a way back.

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export default {
  template: `
    <ul class="cv-plain-list">
      <li v-for="job in jobs" :key="job.id">
        <a :href="'/jobs/' + job.id" class="cv-link" dir="auto">{{ job.words }}</a>
        <small>{{ when(job.at) }}</small>
        <button class="cv-button" type="button" :aria-label="'Restore ' + job.words"
          @click="$emit('restore', job.id)">Restore</button>
      </li>
      <li v-if="more">and {{ more.toLocaleString() }} more</li>
    </ul>`,
  props: { jobs: { type: Array, default: () => [] }, more: { type: Number, default: 0 } },
  emits: ["restore"],
  methods: {
    when: (text) => (text ? moment.format(new Date(text)) : ""),
  },
};
