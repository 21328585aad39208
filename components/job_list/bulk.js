// What can be done with the ticked rows, in a bar that is there only while some are ticked.

import Icon from "careervault-job-list/icon.js";
import { OUTCOMES, count, jobs, title } from "careervault-job-list/words.js";

export default {
  name: "BulkBar",
  components: { CvIcon: Icon },
  props: { selection: Object, matching: Number, stages: Array, tags: Array },
  emits: ["bulk", "menu", "ask"],
  computed: {
    amount() {
      return this.selection.all ? this.matching : this.selection.ids.size;
    },
  },
  methods: {
    count,
    act(action, value) {
      this.$emit("bulk", { action, value }, this.amount);
    },
    menu(event, heading, items) {
      this.$emit("menu", event.currentTarget, `${heading} ${jobs(this.amount)}`, items);
    },
    move(event) {
      const items = this.stages.map(({ id, name, colour }) => ({
        label: name,
        colour,
        act: () => this.act("move", id),
      }));
      this.menu(event, "Move", items);
    },
    end(event) {
      const items = OUTCOMES.map((outcome) => ({
        label: title(outcome),
        icon: "end",
        act: () => this.act("close", outcome),
      }));
      this.menu(event, "End", items);
    },
    tag(event) {
      this.$emit("ask", event.currentTarget, {
        title: `Tag ${jobs(this.amount)}`,
        label: "Tag",
        action: "Add tag",
        most: 50,
        choices: this.tags,
        act: (tag) => this.act("tag", tag),
      });
    },
    untag(event) {
      const items = this.tags.map((tag) => ({
        label: tag,
        icon: "tag",
        act: () => this.act("untag", tag),
      }));
      this.menu(event, "Remove a tag from", items);
    },
    trash(event) {
      const label = `Move ${jobs(this.amount)} to the trash`;
      this.menu(event, "Trash", [{ label, icon: "trash", act: () => this.act("trash", null) }]);
    },
  },
  template: `
    <div class="cv-bulk" role="toolbar" aria-label="Selected jobs">
      <strong class="cv-bulk__count">{{ count(amount) }} selected</strong>
      <button v-if="!selection.all && matching > amount" type="button" class="cv-link"
              @click="selection.everything()">Select all {{ count(matching) }}</button>
      <span class="cv-bulk__actions">
        <button type="button" class="cv-button is-quiet" aria-haspopup="menu" @click="move"><cv-icon name="move" />Move to</button>
        <button type="button" class="cv-button is-quiet" aria-haspopup="menu" @click="end"><cv-icon name="end" />End as</button>
        <button type="button" class="cv-button is-quiet" @click="tag"><cv-icon name="tag" />Add tag</button>
        <button v-if="tags.length" type="button" class="cv-button is-quiet" aria-haspopup="menu" @click="untag">Remove tag</button>
        <button type="button" class="cv-button is-quiet" aria-haspopup="menu" @click="trash"><cv-icon name="trash" />Trash</button>
      </span>
      <button type="button" class="cv-button is-icon" aria-label="Clear the selection" @click="selection.clear()">
        <cv-icon name="close" />
      </button>
    </div>`,
};
