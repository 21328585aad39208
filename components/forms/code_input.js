// The six digits of an authenticator; says `full` when the last of them is there.

import Field from "careervault-forms/field.js";

export default {
  name: "CvCodeInput",
  components: { CvField: Field },
  props: { modelValue: String, problem: String, hint: { type: String, default: "The six digits it shows now." } },
  emits: ["update:modelValue", "full"],
  template: `
    <cv-field class="cv-code" label="Code" :hint="hint" :problem="problem"
      :model-value="modelValue" name="code" type="text" inputmode="numeric" autocomplete="one-time-code"
      maxlength="7" @update:model-value="typed" />`,
  methods: {
    typed(text) {
      this.$emit("update:modelValue", text);
      if (/^\d{6}$/.test(text.replaceAll(" ", ""))) this.$nextTick(() => this.$emit("full"));
    },
  },
};
