// The versions of a resume as links, and what is known of the one that is shown.

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const FEW = 3;

export default {
  template: `
    <section v-if="shown" class="cv-panel-card cv-versions" aria-label="Versions">
      <nav v-if="numbers.length > 1" aria-label="Versions">
        <a v-for="number in numbers" :key="number" class="cv-version-link" :href="address(number)"
          :aria-current="number === shown.number ? 'true' : null">Version {{ number }}<svg v-if="number === current"
          class="cv-icon" viewBox="0 0 24 24" role="img" aria-label="current"><path :d="icons.check" /></svg></a>
      </nav>
      <div class="cv-version">
        <div class="cv-version__facts">
          <p>{{ story }} <time :datetime="shown.added">{{ when }}</time><template v-if="shown.file">
            <span class="cv-version__file"> · <bdi>{{ shown.file }}</bdi></span></template> · {{ facts }}</p>
          <p v-if="shown.note" dir="auto">{{ shown.note }}</p>
          <p v-if="sent.length">Linked to
            <template v-for="(job, index) in few" :key="job.id"><template v-if="index">, </template><a :href="'/jobs/' + job.id"
              dir="auto">{{ job.words }}</a></template>{{ " " }}<button v-if="sent.length > few.length" class="cv-inline" type="button"
              @click="all = true">and {{ sent.length - few.length }} more</button></p>
          <p v-else class="cv-hint">Not linked to a job yet.</p>
          <span v-for="mark in shown.marks" :key="mark" class="cv-status cv-amber"><svg class="cv-icon" viewBox="0 0 24 24"
            aria-hidden="true"><path :d="icons.warning" /></svg><span>{{ mark }}</span></span>
        </div>
        <div class="cv-actions">
          <span v-if="shown.number === current && numbers.length > 1" class="cv-status cv-green"><span>Current: the one to send</span></span>
          <button v-if="shown.number !== current" class="cv-button" type="button" @click="$emit('choose', shown.number)">
            Make it the current one</button>
          <a v-if="shown.file" class="cv-button" :href="'/papers/' + resume + '/' + shown.number + '/original'" download>
            <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.download" /></svg>Original</a>
        </div>
      </div>
    </section>`,
  props: {
    resume: String,
    current: Number,
    numbers: { type: Array, default: () => [] },
    shown: { type: Object, default: null },
    sent: { type: Array, default: () => [] },
    icons: Object,
  },
  emits: ["choose"],
  data: () => ({ all: false }),
  computed: {
    few() {
      return this.all ? this.sent : this.sent.slice(0, FEW);
    },
    when() {
      return moment.format(new Date(this.shown.added));
    },
    story() {
      const { origin, of } = this.shown;
      return origin === "uploaded" ? "Uploaded" : `Version ${of}, ${origin}`;
    },
    facts() {
      const { paper, size, file } = this.shown;
      return file ? `${paper}, ${bytes(size)}` : paper;
    },
  },
  methods: {
    address(number) {
      return `/resumes/${this.resume}?version=${number}`;
    },
  },
};

function bytes(size) {
  const [unit, amount] = size < 1_000_000 ? ["kB", size / 1_000] : ["MB", size / 1_000_000];
  return `${amount < 10 ? Math.max(amount, 0.1).toFixed(1) : Math.round(amount)} ${unit}`;
}
