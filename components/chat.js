// A conversation. A growing answer comes as closed blocks, which are drawn once, and an open end.

import asking from "careervault-forms/asking.js";
import CvComposer from "careervault-talk/composer.js";
import CvMessage from "careervault-talk/message.js";
import CvOpening from "careervault-talk/opening.js";

const NEAR = 120;

export default {
  mixins: [asking],
  components: { CvComposer, CvMessage, CvOpening },
  template: `
    <section class="cv-chat" aria-label="Conversation">
      <button v-if="left" class="cv-button cv-chat__earlier" type="button" @click="$emit('earlier')">
        Show {{ left }} earlier</button>
      <cv-opening v-if="!messages.length && offer" :offer="offer" :icons="icons" :busy="!!busy"
        @topic="ask('topic', { topic: $event })" @mode="$emit('mode', $event)" @try="$refs.composer.fill($event)" />
      <ol v-else ref="said" class="cv-chat__said" aria-label="What was said">
        <cv-message v-for="message in messages" :key="message.seq" :message="message" :icons="icons" :busy="!!busy || writing"
          :fixed="!!offer?.missing" @again="again" @accept="settle('accept', message, $event)" @decline="settle('decline', message, $event)" />
      </ol>
      <p class="cv-sr" role="status">{{ state }}</p>
      <div ref="foot" class="cv-chat__foot">
        <p v-if="words" class="cv-notice is-problem" role="alert"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path
          :d="icons.warning" /></svg><span>{{ words }}</span></p>
        <cv-composer v-if="offer" ref="composer" :offer="offer" :icons="icons" :writing="writing" :busy="busy" :begun="messages.length > 0" :storage="storage"
          @say="say" @stop="ask('stop')" @agree="ask('agree')" @topic="ask('topic', { topic: $event })" @record="ask('record')" />
      </div>
    </section>`,
  props: { icons: Object, storage: String, offer: { type: Object, default: null } },
  emits: ["say", "again", "stop", "topic", "accept", "decline", "record", "agree", "earlier", "mode"],
  data: () => ({ messages: [], left: 0 }),
  computed: {
    writing() {
      return this.messages.at(-1)?.state === "writing";
    },
    state() {
      const last = this.messages.at(-1);
      if (!last || last.voice === "person") return "";
      return last.state === "writing" ? "The assistant is answering." : "The assistant has answered.";
    },
  },
  methods: {
    async say(words) {
      const done = await this.ask("say", { words });
      this.$refs.composer?.answered(!!done);
    },
    again({ seq, words }) {
      this.ask("again", { seq, words });
    },
    settle(deed, message, index) {
      this.ask(deed, { seq: message.seq, index });
    },
    show(messages, left) {
      this.messages = messages;
      this.left = left;
      this.$nextTick(() => this.follow(true));
    },
    prepend(messages) {
      this.messages = [...messages, ...this.messages];
      this.left = 0;
    },
    /** A message that is new takes back those that came after it, as asking again does. */
    put(message) {
      const near = this.isNear();
      const at = this.messages.findIndex((each) => each.seq >= message.seq);
      if (at < 0) this.messages.push(message);
      else if (message.voice === "person") this.messages.splice(at, Infinity, message);
      else this.messages.splice(at, 1, message);
      // An answer that comes at once is read from its question on.
      if (message.voice === "code") this.$nextTick(() => this.pointAt(message.seq - 1));
      else this.$nextTick(() => this.follow(near || message.voice === "person"));
    },
    pointAt(seq) {
      const at = this.messages.findIndex((each) => each.seq === seq);
      this.$refs.said?.children[at]?.scrollIntoView({ block: "start" });
    },
    grow({ seq, blocks, tail, looks }) {
      const message = this.messages.find((each) => each.seq === seq);
      if (!message) return;
      const near = this.isNear();
      message.blocks.push(...blocks);
      message.tail = tail;
      message.looks = looks;
      this.$nextTick(() => this.follow(near));
    },
    isNear: () => innerHeight + scrollY >= document.documentElement.scrollHeight - NEAR,
    follow(wanted) {
      if (wanted) scrollTo({ top: document.documentElement.scrollHeight });
    },
  },
};
