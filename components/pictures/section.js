// Pictures that answer one question; those with nothing to draw yet are folded into one line.

import Picture from "careervault-pictures/picture.js";

export default {
  name: "CvPictureSection",
  components: { CvPicture: Picture },
  template: `
    <section class="cv-pictures__section">
      <h2>{{ section.title }}</h2>
      <div v-if="drawn.length" class="cv-pictures__grid">
        <cv-picture v-for="picture in drawn" :key="picture.key" :picture="picture" :place="place"
          @open="part => $emit('open', picture.key, part)" /></div>
      <details v-if="undrawn.length" class="cv-picture__more cv-pictures__undrawn">
        <summary>Nothing to draw yet: {{ undrawn.map((picture) => picture.title).join(", ") }}</summary>
        <div class="cv-pictures__grid">
          <cv-picture v-for="picture in undrawn" :key="picture.key" :picture="picture" :place="place"
            @open="part => $emit('open', picture.key, part)" /></div></details>
    </section>`,
  props: { section: Object, place: Object },
  emits: ["open"],
  computed: {
    drawn() {
      return this.section.pictures.filter((picture) => picture.figure || picture.list);
    },
    undrawn() {
      return this.section.pictures.filter((picture) => !picture.figure && !picture.list);
    },
  },
};
