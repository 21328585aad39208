// A change that is suggested: what stands, what would stand, and the person's word on it.

export default {
  name: "CvProposal",
  template: `
    <article class="cv-proposal" :class="'is-' + proposal.fate" :aria-label="proposal.title + ': ' + proposal.name">
      <header><b>{{ proposal.title }}</b> <a :href="proposal.path" dir="auto">{{ proposal.name }}</a></header>
      <p v-if="proposal.before" class="cv-proposal__sides" dir="auto"><del>{{ proposal.before }}</del>
        <span aria-hidden="true">→</span> <ins>{{ proposal.after }}</ins></p>
      <p v-else class="cv-proposal__text" dir="auto">{{ proposal.after }}</p>
      <div v-if="proposal.fate === 'open'" class="cv-actions">
        <button class="cv-button is-primary" type="button" :disabled="busy" @click="$emit('accept')">{{ proposal.deed }}</button>
        <button class="cv-button" type="button" :disabled="busy" @click="$emit('decline')">No</button>
        <button v-if="proposal.text" class="cv-button is-quiet" type="button" @click="copy">{{ copied ? "Copied" : "Copy" }}</button>
      </div>
      <p v-else class="cv-proposal__fate" role="status">{{ proposal.fate === "accepted" ? "Done. Undo takes it back." : "You declined this." }}</p>
    </article>`,
  props: { proposal: Object, busy: Boolean },
  emits: ["accept", "decline"],
  data: () => ({ copied: false }),
  methods: {
    async copy() {
      await navigator.clipboard.writeText(this.proposal.text);
      this.copied = true;
    },
  },
};
