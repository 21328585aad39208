// The second factor: off, being set up, its codes shown once, or on.

import asking from "careervault-forms/asking.js";
import CodeInput from "careervault-forms/code_input.js";
import Field from "careervault-forms/field.js";
import PasswordAsked from "careervault-forms/password_asked.js";
import SecretShown from "careervault-forms/secret_shown.js";

const FEW = 3;

export default {
  mixins: [asking],
  components: { CvField: Field, CvCodeInput: CodeInput, CvPasswordAsked: PasswordAsked, CvSecretShown: SecretShown },
  template: `
    <div class="cv-form">
      <template v-if="codes.length">
        <p ref="news" tabindex="-1"><strong>Your recovery codes.</strong> Each is good once: to set a
          forgotten password, or to sign in when your authenticator is not at hand. They are shown this
          one time: keep them where you keep things that matter.</p>
        <cv-secret-shown :lines="codes" label="CareerVault recovery codes" file="careervault-recovery-codes.txt">
          <button class="cv-button is-primary" type="button" @click="finish">I have kept them</button></cv-secret-shown>
      </template>
      <template v-else-if="setup">
        <ol class="cv-steps">
          <li>Scan this with your authenticator app.
            <img class="cv-qr" :src="setup.picture" alt="QR code for your authenticator" width="184" height="184">
            <details><summary>Or type the secret</summary><code class="cv-typed">{{ grouped }}</code></details></li>
          <li>Type the code it shows.
            <form class="cv-asked" @submit.prevent="confirm('confirm')">
              <cv-code-input v-model="code" :problem="problem" @full="confirm('confirm')" />
              <div class="cv-actions">
                <button class="cv-button is-primary" :disabled="!!busy">Turn it on</button>
                <button class="cv-button is-quiet" type="button" @click="leave">Cancel</button>
              </div>
            </form></li>
        </ol>
      </template>
      <form v-else-if="isTexted" class="cv-asked" @submit.prevent="confirm('texted')">
        <p>A code is on its way to your phone.</p>
        <cv-code-input v-model="code" hint="The six digits in the text message." :problem="problem"
          @full="confirm('texted')" />
        <div class="cv-actions">
          <button class="cv-button is-primary" :disabled="!!busy">Turn it on</button>
          <button class="cv-button is-quiet" type="button" @click="leave">Cancel</button>
        </div>
      </form>
      <template v-else>
        <p class="cv-fact">
          <span class="cv-status" :class="on ? 'cv-green' : 'cv-slate'">{{ on ? "On" : "Off" }}</span>
          <span v-if="!on">Signing in asks for your password alone.</span>
          <span v-if="to">Codes are texted to the number that ends in {{ to }}.</span>
          <span v-if="on || left" :class="{ 'cv-few': left <= few }">{{ left }} of 10 recovery codes left</span>
        </p>
        <cv-password-asked v-if="asking" :key="asking" :deed="words[asking]" :danger="asking === 'remove'"
          :email="email" :problem="problem" :busy="!!busy" @given="given" @cancel="leave">
          <cv-field v-if="asking === 'text'" v-model="number" label="Your mobile number" type="tel" name="number"
            hint="With its country, like +44 7700 900123." required autocomplete="tel" :problem="fields.number" />
        </cv-password-asked>
        <div v-else class="cv-actions">
          <button v-if="!on" class="cv-button" type="button" @click="start('begin')">{{ texts ? "By an app" : "Set it up" }}</button>
          <button v-if="!on && texts" class="cv-button" type="button" @click="start('text')">By text message</button>
          <button class="cv-button" type="button" @click="start('renew')">New recovery codes</button>
          <button v-if="on" class="cv-button is-danger" type="button" @click="start('remove')">Turn it off</button>
          <span class="cv-hint" role="status">{{ said }}</span>
        </div>
      </template>
    </div>`,
  props: { on: Boolean, to: String, texts: Boolean, left: { type: Number, default: 0 }, email: String },
  emits: ["begin", "confirm", "renew", "remove", "text", "texted"],
  data: () => ({ asking: "", setup: null, isTexted: false, number: "", code: "", codes: [], said: "", few: FEW }),
  computed: {
    grouped() {
      return this.setup.secret.match(/.{1,4}/g).join(" ");
    },
    words: () => ({ begin: "Continue", text: "Text me a code", renew: "Make new codes", remove: "Turn it off" }),
  },
  methods: {
    start(what) {
      this.forgive();
      this.said = "";
      this.asking = what;
    },
    leave() {
      this.forgive();
      this.asking = this.code = "";
      this.setup = null;
      this.isTexted = false;
      this.focusOn("button");
    },
    async given(password) {
      const what = this.asking;
      const answer = await this.ask(what, { password, number: this.number });
      if (!answer) return;
      this.asking = "";
      if (what === "begin") this.setup = answer;
      this.isTexted = what === "text";
      if (what === "begin" || what === "text") this.focusOn("input[name=code]");
      if (what === "renew") this.showCodes(answer);
      if (what === "remove") this.said = "It is off now.";
    },
    async confirm(what) {
      const codes = await this.ask(what, { code: this.code });
      this.code = "";
      if (codes) this.showCodes(codes);
    },
    showCodes(codes) {
      this.setup = null;
      this.isTexted = false;
      this.codes = codes;
      this.focusOn("p");
    },
    finish() {
      this.codes = [];
      this.focusOn("button");
    },
    focusOn(what) {
      this.$nextTick(() => this.$el.querySelector(what)?.focus());
    },
  },
};
