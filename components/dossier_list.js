// What was sent, dossier by dossier; each is folded until somebody wants to read it.

import Findings from "careervault-match/findings.js";
import asking from "careervault-forms/asking.js";

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export default {
  mixins: [asking],
  components: { CvFindings: Findings },
  template: `
    <div class="cv-dossiers">
      <header class="cv-match-head">
        <h2 id="cv-sent">What was sent</h2>
        <button class="cv-button" type="button" :disabled="!!busy" @click="ask('freeze')">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.archive" /></svg>Freeze what it holds now</button>
      </header>
      <small v-if="words" class="cv-error" role="alert">{{ words }}</small>
      <p v-if="dossiers && !dossiers.length" class="cv-hint">Nothing is frozen yet. Once you have applied and the job holds
        a posting or a resume, they are kept here as they are then, with your letter, whatever changes later.</p>
      <details v-for="each in dossiers" :key="each.number" class="cv-dossier" @toggle="unfold($event, each.number)">
        <summary>
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.archive" /></svg>
          <span class="cv-dossier__head"><strong>Frozen <time :datetime="each.frozen">{{ when(each.frozen) }}</time></strong>
            <small><bdi>{{ each.resume || "No resume" }}</bdi> · {{ each.letter ? "with a letter" : "no letter" }}<template
              v-if="each.words"> · {{ each.words }}</template></small></span>
        </summary>
        <div v-if="held[each.number]" class="cv-dossier__body">
          <p class="cv-hint"><bdi>{{ each.job }}</bdi><template v-if="each.applied">, applied on {{ date(each.applied) }}</template>.
            It cannot be changed any more.</p>
          <details v-if="held[each.number].groups.length" open><summary>How they met that day</summary>
            <p v-for="warning in held[each.number].warnings" class="cv-notice is-warning"><span>{{ warning }}</span></p>
            <cv-findings :groups="held[each.number].groups" />
            <p class="cv-hint">Matcher {{ held[each.number].matcher }}</p>
          </details>
          <details v-for="[title, text] in texts(held[each.number])" :key="title"><summary>{{ title }}</summary>
            <pre class="cv-frozen" dir="auto" tabindex="0" :aria-label="title">{{ text }}</pre></details>
          <a v-if="each.original" class="cv-button" :href="each.original" download>
            <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.download" /></svg>
            <span>Original: <bdi>{{ held[each.number].file }}</bdi></span></a>
        </div>
      </details>
    </div>`,
  props: { dossiers: { type: Array, default: null }, icons: Object },
  emits: ["freeze", "unfold"],
  data: () => ({ held: {} }),
  methods: {
    when: (text) => moment.format(new Date(text)),
    date: (text) => day.format(new Date(text)),
    async unfold(event, number) {
      if (!event.target.open || this.held[number]) return;
      // Asked one after another: two that are opened at once are both wanted.
      this.turn = Promise.resolve(this.turn).then(() => this.ask("unfold", { number }));
      const found = await this.turn;
      if (found) this.held[number] = Object.freeze(found);
    },
    texts: ({ posting, resume, letter }) =>
      [
        ["The posting", posting],
        ["The resume, as a program reads it", resume],
        ["The letter", letter],
      ].filter(([, text]) => text),
  },
};
