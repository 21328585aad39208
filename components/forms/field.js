// A labelled input with its hint, or with what to correct.

let made = 0;

export default {
  name: "CvField",
  inheritAttrs: false,
  props: { modelValue: String, label: String, hint: String, problem: String },
  emits: ["update:modelValue"],
  data: () => ({ id: `cv-entry-${++made}` }),
  template: `
    <div class="cv-field">
      <label :for="id">{{ label }}</label>
      <input :id="id" class="cv-input" :value="modelValue" v-bind="$attrs"
        :aria-invalid="problem ? 'true' : null" :aria-describedby="problem || hint ? id + '-says' : null"
        @input="$emit('update:modelValue', $event.target.value)">
      <small v-if="problem" :id="id + '-says'" class="cv-error">{{ problem }}</small>
      <small v-else-if="hint" :id="id + '-says'" class="cv-hint">{{ hint }}</small>
    </div>`,
};
