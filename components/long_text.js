// A textarea that saves itself, and keeps what is unsaved in the browser.

const PAUSE = 600; // milliseconds without a key before it is sent
const PATIENCE = 5000; // milliseconds without an answer before it is sent again

export default {
  template: `
    <section class="cv-long-text">
      <header><label :for="storage">{{ label }}</label>
        <span class="cv-state" :class="'is-' + state" role="status">{{ words }}</span></header>
      <textarea :id="storage" ref="area" v-model="typed" dir="auto" rows="6" @input="changed" @blur="send"></textarea>
      <div v-if="state === 'disputed'" class="cv-notice cv-notice-problem" role="alert">
        <p>This was changed in another place in the meantime. There it now reads:</p>
        <blockquote dir="auto">{{ theirs || "(empty)" }}</blockquote>
        <div class="cv-actions"><button class="cv-button" type="button" @click="keepMine">Keep mine</button>
          <button class="cv-button" type="button" @click="takeTheirs">Take the other</button></div>
      </div>
    </section>`,
  props: { label: String, storage: String, text: String, version: Number },
  emits: ["save"],
  data() {
    return { typed: this.text, saved: this.text, seen: this.version, state: "saved", theirs: "", why: "" };
  },
  computed: {
    words() {
      return {
        saved: "Saved",
        unsaved: "Not saved yet",
        sending: "Saving…",
        disputed: "Please choose",
        refused: this.why,
      }[this.state];
    },
  },
  mounted() {
    const kept = JSON.parse(localStorage.getItem(this.storage) ?? "null");
    if (kept && kept.text !== this.saved) {
      this.typed = kept.text;
      this.seen = kept.seen;
      this.state = "unsaved";
      this.wait(PAUSE);
    } else {
      localStorage.removeItem(this.storage);
    }
    this.grow();
    window.addEventListener("beforeunload", this.send);
  },
  unmounted() {
    this.send();
    clearTimeout(this.timer);
    window.removeEventListener("beforeunload", this.send);
  },
  methods: {
    changed() {
      this.grow();
      if (this.state === "disputed") return;
      this.state = "unsaved";
      localStorage.setItem(this.storage, JSON.stringify({ text: this.typed, seen: this.seen }));
      this.wait(PAUSE);
    },
    wait(milliseconds) {
      clearTimeout(this.timer);
      this.timer = setTimeout(this.send, milliseconds);
    },
    send() {
      if (this.state !== "unsaved" && this.state !== "sending") return;
      this.state = "sending";
      this.$emit("save", { text: this.typed, seen: this.seen });
      this.wait(PATIENCE);
    },
    stands(text, version) {
      this.saved = text;
      this.seen = version;
      if (text !== this.typed) {
        this.changed();
        return;
      }
      clearTimeout(this.timer);
      localStorage.removeItem(this.storage);
      this.state = "saved";
    },
    dispute(theirs, version) {
      clearTimeout(this.timer);
      this.theirs = theirs;
      this.theirVersion = version;
      this.state = "disputed";
    },
    refuse(why) {
      clearTimeout(this.timer);
      this.why = why;
      this.state = "refused";
    },
    show(text, version) {
      if (this.state === "saved") {
        this.typed = this.saved = text;
        this.seen = version;
        this.$nextTick(this.grow);
      }
    },
    keepMine() {
      this.seen = this.theirVersion;
      this.state = "unsaved";
      this.changed();
      this.send();
    },
    takeTheirs() {
      this.typed = this.saved = this.theirs;
      this.seen = this.theirVersion;
      this.state = "saved";
      localStorage.removeItem(this.storage);
      this.$nextTick(this.grow);
    },
    grow() {
      const area = this.$refs.area;
      area.style.height = "auto";
      area.style.height = `${Math.min(area.scrollHeight + 2, 640)}px`;
    },
  },
};
