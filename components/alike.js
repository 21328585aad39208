// A hint that one may have this job already.

export default {
  template: `
    <div role="status">
      <div v-if="jobs.length" class="cv-notice is-warning cv-alike">
        <strong>You already have {{ jobs.length === 1 && !more ? "a job" : "jobs" }} here:</strong>
        <a v-for="job in jobs" :key="job.id" class="cv-link" :href="'/jobs/' + job.id" dir="auto">
          {{ job.words }}, {{ job.status }}<template v-if="job.on"> ({{ job.on }})</template></a>
        <small v-if="more">and {{ more }} more</small>
      </div>
    </div>`,
  props: { jobs: { type: Array, default: () => [] }, more: { type: Number, default: 0 } },
};
