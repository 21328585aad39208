// The fields of one part, each with its name above it and what is wrong with it below.

import { joined, parted } from "careervault-curriculum/shape.js";

export default {
  name: "CvFields",
  template: `
    <div class="cv-part__fields">
      <label v-for="field in fields" :key="field.name" :class="['cv-part__field', { 'is-check': field.kind === 'check' }]"
        :style="{ '--cv-span': field.span ?? 2 }">
        <input v-if="field.kind === 'check'" v-model="part[field.name]" type="checkbox"><span>{{ field.title }}</span>
        <textarea v-if="field.kind === 'text'" v-model="part[field.name]" class="cv-input" dir="auto" rows="1" maxlength="5000"
          :aria-invalid="wrong(field)"></textarea>
        <textarea v-else-if="field.kind === 'words'" class="cv-input" dir="auto" rows="1" :value="joined(part[field.name])"
          :aria-invalid="wrong(field)" @change="part[field.name] = parted($event.target.value)"></textarea>
        <input v-else-if="field.kind !== 'check'" v-model="part[field.name]" class="cv-input" dir="auto" autocomplete="off"
          maxlength="300" :pattern="field.kind === 'date' ? date : null" :placeholder="field.kind === 'date' ? '2021-03' : null"
          :title="field.kind === 'date' ? 'As exactly as known: 2021, 2021-03 or 2021-03-15' : null" :aria-invalid="wrong(field)">
        <small v-if="wrong(field)" class="cv-error">{{ problems[path + field.name] }}</small>
      </label>
    </div>`,
  props: { part: Object, fields: Array, path: String, problems: Object },
  data: () => ({ date: "\\d{4}(-\\d{2}(-\\d{2})?)?" }),
  methods: {
    joined,
    parted,
    wrong({ name }) {
      return this.problems[this.path + name] ? "true" : null;
    },
  },
};
