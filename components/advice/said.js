// A text of the model's: plain text, what nothing bears out marked, and why, right below it.

import { doubtsOf } from "careervault-advice/shape.js";

export default {
  name: "CvSaid",
  template: `
    <div class="cv-said" dir="auto"><p><template v-for="piece in pieces"><mark v-if="piece.reason" class="cv-doubt"><span
      class="cv-sr">(doubtful: </span>{{ piece.text }}<span class="cv-sr">)</span></mark><template v-else>{{ piece.text
      }}</template></template></p>
      <ul v-if="doubts.length" class="cv-doubts" aria-label="To check">
        <li v-for="doubt in doubts"><template v-if="doubts.length > 1 || pieces.length > 1"><q>{{ doubt.text }}</q>: </template>{{
          doubt.reason }}</li>
      </ul>
    </div>`,
  props: { pieces: Array },
  computed: {
    doubts() {
      return doubtsOf(this.pieces);
    },
  },
};
