// A key that goes in and does not come out again.

import asking from "careervault-forms/asking.js";
import Field from "careervault-forms/field.js";

export default {
  mixins: [asking],
  components: { CvField: Field },
  template: `
    <form class="cv-form" @submit.prevent="give">
      <p v-if="ending" role="status">A key that ends in <b>{{ ending }}</b> is kept, sealed. What you ask is paid with it.</p>
      <cv-field v-model="key" :label="ending ? 'Another key' : 'Gemini API key'" type="password" name="key" required
        autocomplete="off" hint="From Google AI Studio. It is kept sealed and never shown again." :problem="fields.key || problem" />
      <div class="cv-actions">
        <button class="cv-button" :disabled="!!busy">Keep the key</button>
        <button v-if="ending" class="cv-button is-danger" type="button" :disabled="!!busy" @click="ask('take_back')">Forget it</button>
      </div>
    </form>`,
  props: { ending: { type: String, default: "" } },
  emits: ["give", "take_back"],
  data: () => ({ key: "" }),
  methods: {
    async give() {
      if (await this.ask("give", { key: this.key })) this.key = "";
    },
  },
};
