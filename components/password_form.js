// The current password and a new one.

import asking from "careervault-forms/asking.js";
import Field from "careervault-forms/field.js";

export default {
  mixins: [asking],
  components: { CvField: Field },
  template: `
    <form class="cv-form is-paired" @submit.prevent="change" @input="said = ''">
      <input type="text" autocomplete="username" :value="email" hidden>
      <cv-field v-model="current" label="Current password" type="password" name="current" required
        autocomplete="current-password" :problem="problem" />
      <cv-field v-model="password" label="New password" type="password" name="new" required
        autocomplete="new-password" hint="Eight characters or more. A few words in a row work well."
        :problem="fields.password" />
      <div class="cv-actions is-wide">
        <button class="cv-button" :disabled="!!busy">Change the password</button>
        <span class="cv-hint" role="status">{{ said }}</span>
      </div>
    </form>`,
  props: { email: String },
  emits: ["change"],
  data: () => ({ current: "", password: "", said: "" }),
  methods: {
    async change() {
      if (!(await this.ask("change", { current: this.current, password: this.password }))) return;
      this.current = this.password = "";
      this.said = "Changed. Every other browser is signed out.";
    },
  },
};
