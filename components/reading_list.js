// Files on their way without a tab that waits for them: what becomes of each, until it is dismissed.

import asking from "careervault-forms/asking.js";

export default {
  mixins: [asking],
  template: `
    <div class="cv-readings"><ul v-if="readings.length" class="cv-upload__queue" aria-label="Files on their way">
      <li v-for="each in readings" :key="each.id" :class="{ 'is-failed': each.problem }">
        <svg v-if="each.problem" class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.warning" /></svg>
        <div><strong dir="auto">{{ each.name }}</strong>
          <small :role="each.problem ? 'alert' : 'status'">{{ each.problem || "Being read. You may leave this page." }}</small></div>
        <button class="cv-button is-icon" type="button" :disabled="!!busy" :title="each.problem ? 'Dismiss' : 'Cancel'"
          :aria-label="(each.problem ? 'Dismiss ' : 'Cancel ') + each.name" @click="ask('dismiss', { id: each.id })">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.close" /></svg></button>
      </li>
    </ul>
    <p v-if="words" class="cv-error" role="alert">{{ words }}</p></div>`,
  props: { readings: { type: Array, default: () => [] }, icons: Object },
  emits: ["dismiss"],
};
