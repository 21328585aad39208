// Asks for the password before something is done that only its owner may do.

import Field from "careervault-forms/field.js";

export default {
  name: "CvPasswordAsked",
  components: { CvField: Field },
  props: { deed: String, problem: String, busy: Boolean, danger: Boolean, email: String },
  emits: ["given", "cancel"],
  data: () => ({ password: "" }),
  mounted() {
    this.$el.querySelector("input:not([hidden])").focus();
  },
  template: `
    <form class="cv-asked" @submit.prevent="$emit('given', password)" @keydown.esc="$emit('cancel')">
      <input type="text" autocomplete="username" :value="email" hidden>
      <slot />
      <cv-field v-model="password" label="Your password" type="password" name="password" required
        autocomplete="current-password" :problem="problem" />
      <div class="cv-actions">
        <button class="cv-button" :class="danger ? 'is-danger' : 'is-primary'" :disabled="busy">{{ deed }}</button>
        <button class="cv-button is-quiet" type="button" @click="$emit('cancel')">Cancel</button>
      </div>
    </form>`,
};
