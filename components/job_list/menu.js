// A menu of actions, walked with the arrows: move to, end as, saved views.

import Icon from "careervault-job-list/icon.js";
import Popover from "careervault-job-list/popover.js";

export default {
  name: "CvMenu",
  components: { CvIcon: Icon, CvPopover: Popover },
  props: { anchor: Object, title: String, items: Array, sheet: Boolean },
  emits: ["done"],
  methods: {
    choose(item) {
      this.$emit("done");
      item.act();
    },
    walk(event) {
      const items = [...event.currentTarget.querySelectorAll("[role=menuitem]")];
      const here = items.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Tab") this.$emit("done");
      if (step) items[(here + step + items.length) % items.length].focus();
      else if (event.key === "Home") items[0].focus();
      else if (event.key === "End") items.at(-1).focus();
      else if (event.key.length === 1 && event.key !== " ") this.seek(items, here, event.key);
      else return;
      event.preventDefault();
    },
    seek(items, here, key) {
      const later = [...items.slice(here + 1), ...items.slice(0, here + 1)];
      later.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()))?.focus();
    },
  },
  template: `
    <cv-popover :anchor="anchor" :label="title" :sheet="sheet" role="menu"
                @done="$emit('done')">
      <div class="cv-menu" @keydown="walk">
        <p class="cv-menu__title" role="presentation" dir="auto">{{ title }}</p>
        <template v-for="item in items" :key="item.label">
          <p v-if="item.heading" class="cv-menu__heading" role="presentation">{{ item.heading }}</p>
          <button type="button" role="menuitem" tabindex="-1" class="cv-menu__item"
                  :aria-disabled="item.here || undefined" @click="choose(item)">
            <span v-if="item.colour" class="cv-dot" :class="'cv-' + item.colour"></span>
            <cv-icon v-else-if="item.icon" :name="item.icon" />
            <span class="cv-menu__label" dir="auto">{{ item.label }}</span>
            <cv-icon v-if="item.here" name="check" />
          </button>
        </template>
      </div>
    </cv-popover>`,
};
