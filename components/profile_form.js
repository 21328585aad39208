// Name, e-mail address and time zone.

import asking from "careervault-forms/asking.js";
import Field from "careervault-forms/field.js";

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = Intl.supportedValuesOf("timeZone");

export default {
  mixins: [asking],
  components: { CvField: Field },
  template: `
    <form class="cv-form is-paired" @submit.prevent="save" @input="said = ''">
      <cv-field v-model="typed" label="Name" name="name" autocomplete="name" maxlength="100"
        hint="How the app calls you." :problem="fields.name" />
      <div class="cv-field">
        <label for="cv-zone">Time zone</label>
        <select id="cv-zone" v-model="chosen" class="cv-input" aria-describedby="cv-zone-says"
          :aria-invalid="fields.zone ? 'true' : null">
          <option v-for="each in zones" :key="each" :value="each">{{ each.replaceAll("_", " ") }}</option>
        </select>
        <small v-if="fields.zone" id="cv-zone-says" class="cv-error">{{ fields.zone }}</small>
        <small v-else id="cv-zone-says" class="cv-hint">
          <template v-if="chosen !== here">This browser is in {{ here.replaceAll("_", " ") }}.
            <button class="cv-inline" type="button" @click="chosen = here">Use that</button></template>
          <template v-else>Decides which day is today.</template>
        </small>
      </div>
      <p class="cv-fact is-wide"><span>E-mail</span> <strong>{{ email }}</strong></p>
      <p v-if="problem" class="cv-error is-wide" role="alert">{{ problem }}</p>
      <div class="cv-actions is-wide">
        <button class="cv-button is-primary" :disabled="busy || !changed">Save</button>
        <span class="cv-hint" role="status">{{ said }}</span>
      </div>
    </form>`,
  props: { email: String, name: String, zone: String },
  emits: ["save"],
  data() {
    return { typed: this.name, chosen: this.zone || HERE, here: HERE, said: "" };
  },
  computed: {
    zones() {
      return [...new Set([...ZONES, "UTC", HERE, this.chosen])].sort();
    },
    changed() {
      return this.typed !== this.name || this.chosen !== (this.zone || HERE);
    },
  },
  watch: {
    name(now, before) {
      if (this.typed === before) this.typed = now;
    },
    zone(now, before) {
      if (this.chosen === (before || HERE)) this.chosen = now || HERE;
    },
  },
  methods: {
    async save() {
      if (await this.ask("save", { name: this.typed, zone: this.chosen })) this.said = "Saved.";
      this.typed = this.typed.trim();
    },
  },
};
