// What the list shows when there is nothing to list: still loading, failed, empty, no match.

import Icon from "careervault-job-list/icon.js";

export const Skeleton = {
  name: "JobSkeleton",
  props: { stages: Array, table: Boolean },
  template: `
    <div v-if="table" class="cv-table-wrap" aria-busy="true"><div class="cv-table">
      <div v-for="n in 16" :key="n" class="cv-row is-ghost is-still"><i class="cv-bone"></i></div>
    </div></div>
    <div v-else class="cv-board-wrap" aria-busy="true"><div class="cv-board">
      <div v-for="(stage, index) in stages" :key="stage.id" class="cv-column">
        <div class="cv-column__head"><span class="cv-dot" :class="'cv-' + stage.colour"></span>
          <span class="cv-column__name" dir="auto">{{ stage.name }}</span></div>
        <div class="cv-column__body">
          <div v-for="n in Math.max(1, 3 - index % 3)" :key="n" class="cv-card is-ghost is-still">
            <i class="cv-bone"></i><i class="cv-bone"></i><i class="cv-bone"></i>
          </div>
        </div>
      </div>
    </div></div>`,
};

export const Empty = {
  name: "JobEmpty",
  components: { CvIcon: Icon },
  props: { kind: String },
  emits: ["add", "clear", "retry"],
  computed: {
    words() {
      return {
        none: {
          icon: "board",
          title: "Your search starts here",
          text: "Add a job you found, or one you applied to already. You will see where each one stands, and nothing is ever lost.",
          action: "Add your first job",
          event: "add",
        },
        nothing: {
          icon: "search",
          title: "Nothing matches",
          text: "No job fits this search and these filters together.",
          action: "Clear filters",
          event: "clear",
        },
        failed: {
          icon: "warning",
          title: "The jobs could not be loaded",
          text: "Nothing is lost. The connection may be down for a moment.",
          action: "Retry",
          event: "retry",
        },
      }[this.kind];
    },
  },
  template: `
    <div class="cv-empty" :role="kind === 'failed' ? 'alert' : undefined">
      <cv-icon :name="words.icon" />
      <h2>{{ words.title }}</h2>
      <p>{{ words.text }}</p>
      <button type="button" class="cv-button is-primary" @click="$emit(words.event)">{{ words.action }}</button>
    </div>`,
};
