// Where one says something, or what has to be there before one can.

export default {
  name: "CvComposer",
  template: `
    <div class="cv-composer">
      <div v-if="begun && !writing" class="cv-composer__topics" role="group" aria-label="Asked without a model">
        <button v-for="topic in offer.topics" :key="topic.id" class="cv-chip" type="button" :disabled="!!busy" @click="$emit('topic', topic.id)">{{ topic.words }}</button>
        <button v-if="offer.record" class="cv-chip" type="button" :disabled="!!busy" @click="$emit('record')">Keep this on the job</button>
      </div>
      <p v-if="offer.missing" class="cv-composer__missing"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.info" /></svg>
        <span>{{ offer.missing }} <a href="/writing">Add a key</a></span></p>
      <div v-else-if="offer.agree" class="cv-advice__agreement">
        <p>{{ offer.agree }}</p>
        <div class="cv-actions"><button class="cv-button is-primary" type="button" :disabled="!!busy" @click="$emit('agree')">I agree</button>
          <a href="/writing">More about written advice</a></div>
      </div>
      <form v-else class="cv-composer__form" @submit.prevent="send">
        <textarea ref="words" v-model="words" rows="1" dir="auto" maxlength="8000" :placeholder="offer.placeholder" aria-label="Your question"
          enterkeyhint="send" @keydown.enter.exact="onEnter" @input="fit"></textarea>
        <button v-if="writing" class="cv-button" type="button" :disabled="busy === 'stop'" @click="$emit('stop')">Stop</button>
        <button v-else class="cv-button is-primary" :disabled="!!busy || !words.trim()">{{ offer.deed }}</button>
      </form>
    </div>`,
  props: { offer: Object, icons: Object, writing: Boolean, busy: String, begun: Boolean, storage: String },
  emits: ["say", "stop", "agree", "topic", "record"],
  data() {
    return { words: sessionStorage.getItem(this.storage) ?? "", asked: "" };
  },
  watch: {
    words(words) {
      // Until it is sent, it stays in this tab over a reload or a look at something else.
      if (words) sessionStorage.setItem(this.storage, words);
      else sessionStorage.removeItem(this.storage);
    },
  },
  mounted() {
    this.fit();
  },
  unmounted() {
    // The first question opens the conversation that it begins, and this place is gone.
    if (this.asked && this.asked === this.words.trim()) sessionStorage.removeItem(this.storage);
  },
  methods: {
    onEnter(event) {
      // Who composes a word of Japanese, or types on a phone, means a new line or the word itself.
      if (event.isComposing || matchMedia("(pointer: coarse)").matches) return;
      event.preventDefault();
      this.send();
    },
    send() {
      if (!this.words.trim() || this.busy || this.writing) return;
      this.asked = this.words.trim();
      this.$emit("say", this.asked);
    },
    /** What was taken is cleared, unless something else was typed meanwhile. */
    answered(isTaken) {
      if (isTaken && this.words.trim() === this.asked) this.words = "";
      this.asked = "";
      this.$nextTick(this.fit);
    },
    fill(words) {
      this.words = words;
      this.$nextTick(() => {
        this.fit();
        this.$refs.words?.focus();
      });
    },
    fit() {
      const area = this.$refs.words;
      if (!area) return;
      area.style.height = "auto";
      area.style.height = `${Math.min(area.scrollHeight, 200)}px`;
    },
  },
};
