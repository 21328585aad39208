// One message: the person's words, or an answer with what it looked at and rests on.

import CvProposal from "careervault-talk/proposal.js";

export default {
  name: "CvMessage",
  components: { CvProposal },
  template: `
    <li class="cv-said-by" :class="['is-' + message.voice, 'is-' + message.state]" :aria-busy="message.state === 'writing'">
      <template v-if="message.voice === 'person'">
        <form v-if="editing" class="cv-said-by__edit" @submit.prevent="resend">
          <textarea ref="words" v-model="words" class="cv-input" rows="3" dir="auto" maxlength="8000" aria-label="Your question"></textarea>
          <div class="cv-actions"><button class="cv-button is-primary" :disabled="busy || !words.trim()">Ask again</button>
            <button class="cv-button" type="button" @click="editing = false">Leave it</button></div>
        </form>
        <template v-else>
          <p dir="auto">{{ message.text }}</p>
          <button v-if="!fixed" class="cv-icon-button" type="button" :disabled="busy" aria-label="Edit and ask again" title="Edit and ask again" @click="edit">
            <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.edit" /></svg></button>
        </template>
      </template>
      <template v-else>
        <p v-if="message.looks.length" class="cv-said-by__looks"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path
          :d="icons.search" /></svg><span>{{ message.looks.join(" · ") }}</span></p>
        <div class="cv-prose" dir="auto">
          <div v-for="(block, index) in message.blocks" :key="index" v-html="block"></div>
          <div v-if="message.tail" v-html="message.tail"></div>
        </div>
        <p v-if="message.state === 'writing'" class="cv-advice__more" aria-hidden="true"><i></i><i></i><i></i></p>
        <cv-proposal v-for="(proposal, index) in message.proposals" :key="index" :proposal="proposal" :busy="busy"
          @accept="$emit('accept', index)" @decline="$emit('decline', index)" />
        <p v-if="message.problem" class="cv-notice" :class="message.state === 'failed' ? 'is-problem' : 'is-warning'" role="alert">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.warning" /></svg><span>{{ message.problem }}</span>
          <button v-if="!fixed && message.state !== 'writing'" class="cv-button" type="button" :disabled="busy" @click="$emit('again', { seq: message.seq - 1, words: '' })">Try again</button></p>
        <p v-for="note in message.notes" class="cv-said-by__note"><svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path
          :d="icons.info" /></svg><span>{{ note }}</span></p>
        <component :is="message.receipts.length > few ? 'details' : 'div'" v-if="message.receipts.length" class="cv-said-by__receipts">
          <summary v-if="message.receipts.length > few">Rests on {{ message.receipts.length }} records</summary>
          <span v-else>Rests on</span>
          <a v-for="receipt in message.receipts" :key="receipt.id" :href="receipt.path" dir="auto"><b>{{ receipt.id }}</b> {{ receipt.name }}</a>
        </component>
        <small v-if="message.voice === 'code'" class="cv-said-by__who">Counted from your records, without a model</small>
      </template>
    </li>`,
  // What is fixed cannot be asked again: there is nobody who would answer.
  props: { message: Object, icons: Object, busy: Boolean, fixed: Boolean },
  emits: ["again", "accept", "decline"],
  created() {
    this.few = 4;
  },
  data: () => ({ editing: false, words: "" }),
  methods: {
    edit() {
      this.words = this.message.text;
      this.editing = true;
      this.$nextTick(() => this.$refs.words.focus());
    },
    resend() {
      this.editing = false;
      this.$emit("again", { seq: this.message.seq, words: this.words.trim() });
    },
  },
};
