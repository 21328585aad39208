// Tokens for one's own programs: make, show once, list, revoke.

import asking from "careervault-forms/asking.js";
import Field from "careervault-forms/field.js";
import SecretShown from "careervault-forms/secret_shown.js";

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

export default {
  mixins: [asking],
  components: { CvField: Field, CvSecretShown: SecretShown },
  template: `
    <div class="cv-form">
      <form class="cv-token-form" @submit.prevent="make">
        <cv-field v-model="label" label="What it is for" name="label" autocomplete="off" maxlength="100"
          placeholder="My spreadsheet" :problem="fields.label" />
        <div class="cv-field"><label for="cv-scope">It may</label>
          <select id="cv-scope" v-model="scope" class="cv-input">
            <option value="read">read</option><option value="write">read and write</option></select></div>
        <div class="cv-field"><label for="cv-days">For</label>
          <select id="cv-days" v-model="days" class="cv-input">
            <option value="7">a week</option><option value="30">30 days</option>
            <option value="90">90 days</option><option value="365">a year</option></select></div>
        <button class="cv-button" :disabled="!!busy">Make a token</button>
      </form>
      <p v-if="problem" class="cv-error" role="alert">{{ problem }}</p>
      <div v-if="secret" ref="made" class="cv-made" tabindex="-1" role="group" aria-label="Your new token">
        <p><strong>Your new token.</strong> It is shown this one time.</p>
        <cv-secret-shown :lines="[secret]" label="New token">
          <button class="cv-button" type="button" @click="secret = ''">Done</button></cv-secret-shown>
        <p class="cv-hint">Send it with each request: <code>Authorization: Bearer {{ secret.slice(0, 6) }}…</code></p>
      </div>
      <ul v-if="tokens.length" class="cv-rows" aria-label="Tokens">
        <li v-for="token in tokens" :key="token.id">
          <div><strong dir="auto">{{ name(token) }}</strong>
            <small>{{ token.can_write ? "reads and writes" : "reads" }} · made {{ on(token.made) }} · ends {{ on(token.ends) }}</small></div>
          <button class="cv-button" type="button" :disabled="!!busy" :aria-label="'Revoke ' + name(token)"
            @click="ask('revoke', { id: token.id })">Revoke</button>
        </li>
      </ul>
      <p v-else class="cv-hint">No tokens yet.</p>
    </div>`,
  props: { tokens: { type: Array, default: () => [] } },
  emits: ["make", "revoke"],
  data: () => ({ label: "", scope: "read", days: "90", secret: "" }),
  methods: {
    on: (text) => day.format(new Date(text)),
    name: (token) => (token.label === "sign-in" ? "Signed in by password" : token.label),
    async make() {
      const secret = await this.ask("make", { label: this.label, scope: this.scope, days: this.days });
      if (!secret) return;
      this.secret = secret;
      this.label = "";
      this.$nextTick(() => this.$refs.made.focus());
    },
  },
};
