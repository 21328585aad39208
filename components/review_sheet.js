// What a week or a month brought, as one page to read or to print.

const SHOWN = 100;
const day = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });

export default {
  template: `
    <article v-if="review" class="cv-review">
      <header class="cv-page-head">
        <h1 class="cv-page-title">{{ review.title }}</h1>
        <nav class="cv-actions cv-review__ways" aria-label="Other weeks and months">
          <a class="cv-button" :href="at(review.before)">Earlier</a>
          <a v-if="review.after" class="cv-button" :href="at(review.after)">Later</a>
          <a class="cv-button" :href="review.other.address">{{ review.other.name }}</a>
          <button class="cv-button" type="button" @click="print"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icon" /></svg>Print</button>
        </nav>
      </header>
      <p class="cv-review__words">{{ review.words }}</p>
      <dl class="cv-tiles">
        <div v-for="chapter in review.chapters" :key="chapter.title" class="cv-tile">
          <dt class="cv-tile__label">{{ chapter.title }}</dt>
          <dd><span class="cv-tile__number">{{ chapter.entries.length.toLocaleString() }}</span> <small>{{ chapter.before.toLocaleString() }} before</small></dd>
        </div>
      </dl>
      <template v-for="chapter in review.chapters" :key="chapter.title">
        <section v-if="chapter.entries.length">
          <h2>{{ chapter.title }}</h2>
          <ul class="cv-plain-list">
            <li v-for="(entry, number) in chapter.entries.slice(0, shown)" :key="number">
              <a class="cv-link" :href="'/jobs/' + entry.job" dir="auto">{{ entry.company }} · {{ entry.position }}</a>
              <span v-if="entry.what" dir="auto">{{ entry.what }}</span><small>{{ when(entry.day) }}</small></li>
          </ul>
          <p v-if="chapter.entries.length > shown" class="cv-hint">and {{ (chapter.entries.length - shown).toLocaleString() }} more</p>
        </section>
      </template>
      <section v-if="review.coming.length">
        <h2>Coming up</h2>
        <ul class="cv-plain-list">
          <li v-for="(entry, number) in review.coming.slice(0, shown)" :key="number">
            <a class="cv-link" :href="'/jobs/' + entry.job" dir="auto">{{ entry.company }} · {{ entry.position }}</a>
            <span dir="auto">{{ entry.what || "Next step" }}</span><small>{{ when(entry.day) }}</small></li>
        </ul>
      </section>
    </article>`,
  props: { review: Object, icon: String },
  created() {
    this.shown = SHOWN;
  },
  methods: {
    at: (words) => `/review?${words.includes("W") ? "week" : "month"}=${words}`,
    when: (iso) => day.format(new Date(`${iso}T12:00`)),
    print() {
      window.print();
    },
  },
};
