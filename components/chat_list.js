// The conversations: found by their words, renamed, taken along, deleted. On a phone they fold away.

import asking from "careervault-forms/asking.js";

const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const WAIT = 250;

export default {
  mixins: [asking],
  template: `
    <nav class="cv-chats" :class="{ 'is-open': open }" aria-label="Conversations">
      <header>
        <a class="cv-button is-primary" href="/assistant"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.add" /></svg>New</a>
        <button class="cv-button cv-chats__toggle" type="button" :aria-expanded="open" @click="open = !open">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.menu" /></svg>Conversations</button>
      </header>
      <div class="cv-chats__body">
        <input v-if="rows.length > 4 || words" v-model="words" class="cv-input" type="search" placeholder="Search" aria-label="Search conversations" @input="look">
        <p v-if="!rows.length" class="cv-hint">What you ask is kept here.</p>
        <p v-else-if="!shown.length" class="cv-hint" role="status">No conversation holds these words.</p>
        <ul>
          <li v-for="row in shown" :key="row.id" :class="{ 'is-current': row.id === current }">
            <form v-if="named === row.id" @submit.prevent="rename(row)">
              <input ref="title" v-model="title" class="cv-input" maxlength="120" aria-label="Title" @keydown.esc="named = ''" @blur="rename(row)">
            </form>
            <template v-else>
              <a :href="'/assistant/' + row.id" :aria-current="row.id === current ? 'page' : null" dir="auto">{{ row.title }}</a>
              <small>{{ when(row.at) }}</small>
              <span class="cv-chats__deeds">
                <button type="button" title="Rename" :aria-label="'Rename ' + row.title" @click="begin(row)"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.edit" /></svg></button>
                <a :href="'/exports/conversations/' + row.id + '.md'" download title="Save as a file" :aria-label="'Save ' + row.title"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.download" /></svg></a>
                <button type="button" title="Delete" :aria-label="'Delete ' + row.title" :disabled="!!busy" @click="remove(row)"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.trash" /></svg></button>
              </span>
              <p v-if="going === row.id" class="cv-chats__sure" role="alert">Delete for good?
                <button class="cv-link" type="button" @click="ask('delete', { id: row.id })">Delete</button>
                <button class="cv-link" type="button" @click="going = ''">Keep</button></p>
            </template>
          </li>
        </ul>
        <p v-if="problem" class="cv-error" role="alert">{{ problem }}</p>
      </div>
    </nav>`,
  props: { icons: Object, rows: { type: Array, default: () => [] }, current: { type: String, default: "" } },
  emits: ["rename", "delete", "find"],
  data: () => ({ open: false, words: "", found: null, named: "", title: "", going: "" }),
  computed: {
    shown() {
      return this.found ? this.rows.filter((row) => this.found.includes(row.id)) : this.rows;
    },
  },
  unmounted() {
    clearTimeout(this.timer);
  },
  methods: {
    when: (text) => day.format(new Date(text)),
    look() {
      clearTimeout(this.timer);
      this.timer = setTimeout(async () => {
        const words = this.words.trim();
        this.found = words ? await this.ask("find", { words }) : null;
      }, WAIT);
    },
    begin(row) {
      this.named = row.id;
      this.title = row.title;
      this.$nextTick(() => this.$refs.title?.[0]?.select());
    },
    async rename(row) {
      if (this.named !== row.id) return;
      const title = this.title.trim();
      this.named = "";
      if (title && title !== row.title) await this.ask("rename", { id: row.id, title });
    },
    remove(row) {
      this.going = this.going === row.id ? "" : row.id;
    },
  },
};
