// A conversation in which nothing was said yet: what one may ask, with a model and without.

export default {
  name: "CvOpening",
  template: `
    <div class="cv-opening">
      <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.assistant" /></svg>
      <h2>{{ offer.title }}</h2>
      <p>{{ offer.lead }}</p>
      <div class="cv-opening__topics" role="group" aria-label="Asked without a model">
        <button v-for="topic in offer.topics" :key="topic.id" class="cv-opening__topic" type="button" :disabled="busy" @click="$emit('topic', topic.id)">{{ topic.words }}</button>
      </div>
      <div v-if="offer.modes.length" class="cv-opening__modes">
        <button v-for="mode in offer.modes" :key="mode.id" class="cv-button" type="button" :disabled="busy" @click="$emit('mode', mode.id)">{{ mode.words }}</button>
      </div>
      <ul v-if="offer.examples.length" class="cv-opening__examples" aria-label="Examples">
        <li v-for="example in offer.examples"><button class="cv-link" type="button" @click="$emit('try', example)">{{ example }}</button></li>
      </ul>
    </div>`,
  props: { offer: Object, icons: Object, busy: Boolean },
  emits: ["topic", "mode", "try"],
};
