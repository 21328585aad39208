// The ten colours as dots, one of them chosen.

let made = 0;

export default {
  name: "CvColours",
  props: { colours: Array, chosen: String, label: String },
  emits: ["choose", "leave"],
  data: () => ({ group: `cv-colours-${++made}` }),
  template: `
    <fieldset class="cv-colours" @keydown.esc="$emit('leave')">
      <legend class="cv-sr">{{ label }}</legend>
      <label v-for="colour in colours" :key="colour" :class="'cv-' + colour" :title="colour">
        <input type="radio" :name="group" :value="colour" :checked="colour === chosen" :aria-label="colour"
          @change="$emit('choose', colour)"><span class="cv-dot"></span></label>
    </fieldset>`,
};
