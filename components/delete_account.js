// The way out for good: what goes, the proof that it is oneself, and the end.

import asking from "careervault-forms/asking.js";
import Field from "careervault-forms/field.js";
import PasswordAsked from "careervault-forms/password_asked.js";

export default {
  mixins: [asking],
  components: { CvField: Field, CvPasswordAsked: PasswordAsked },
  template: `
    <div class="cv-form">
      <p>This erases your account and everything you kept: jobs with their notes and history, resumes,
        letters, conversations, advice, settings, tokens. It cannot be undone.</p>
      <p class="cv-hint">Backups that whoever runs this server has made keep it until they are replaced.</p>
      <p>Take along first what you want to keep: <a class="cv-inline" href="/pictures/applications.csv" download>all
        applications as CSV</a>. Resumes, letters and conversations have a download where they stand.</p>
      <div v-if="!isAsking" class="cv-actions">
        <button class="cv-button is-danger" type="button" @click="start">Delete my account</button>
      </div>
      <cv-password-asked v-else-if="hasPassword" deed="Delete everything for good" danger :email="email"
        :problem="problem" :busy="!!busy" @given="erase" @cancel="leave" />
      <form v-else class="cv-asked" @submit.prevent="erase(address)" @keydown.esc="leave">
        <cv-field v-model="address" label="Your e-mail address" hint="As it stands above, under You."
          type="email" name="address" required autocomplete="off" :problem="problem" />
        <div class="cv-actions">
          <button class="cv-button is-danger" :disabled="!!busy">Delete everything for good</button>
          <button class="cv-button is-quiet" type="button" @click="leave">Cancel</button>
        </div>
      </form>
      <form ref="goodbye" method="post" action="/goodbye" hidden></form>
    </div>`,
  props: { email: String, hasPassword: Boolean },
  emits: ["erase"],
  data: () => ({ isAsking: false, address: "" }),
  methods: {
    start() {
      this.isAsking = true;
      this.$nextTick(() => {
        this.$el.querySelector("input:not([hidden])")?.focus();
        // The deed and the way back are below the field, and on a phone below the bar.
        this.$el.querySelector("form .cv-actions")?.scrollIntoView({ block: "center" });
      });
    },
    leave() {
      this.forgive();
      this.isAsking = false;
      this.address = "";
      this.$nextTick(() => this.$el.querySelector("button")?.focus());
    },
    async erase(shown) {
      if (!(await this.ask("erase", { shown }))) return;
      sessionStorage.clear();
      // With the session its pages are sent to the sign-in; this one is on its way elsewhere.
      window.socket.disconnect();
      this.$refs.goodbye.submit();
    },
  },
};
