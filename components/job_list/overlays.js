// What opens above the list: menus, questions and the saved views.

import { readQuery, wholeQuery } from "careervault-job-list/query.js";

export default {
  data() {
    return { menu: null, question: null };
  },
  methods: {
    choose(anchor, title, items) {
      this.menu = { anchor: boxOf(anchor), title, items };
    },
    ask(anchor, question) {
      this.question = { anchor: boxOf(anchor), ...question };
    },
    openCardMenu(card, anchor) {
      this.choose(anchor, `Move ${card.company} to`, this.moves(card));
    },
    openViews(anchor) {
      const query = wholeQuery(this.state);
      const items = this.views.map((view) => ({
        label: view.name,
        icon: "bookmark",
        here: view.query === query,
        act: () => this.alter(readQuery(view.query)),
      }));
      items.push({ label: "Save this view…", icon: "add", act: () => this.askName(anchor, query) });
      if (this.views.length) {
        const act = () => this.choose(anchor, "Delete a view", this.deletions());
        items.push({ label: "Delete a view…", icon: "trash", act });
      }
      this.choose(anchor, "Saved views", items);
    },
    askName(anchor, query) {
      this.ask(anchor, {
        title: "Save this view",
        label: "Name of the view",
        action: "Save",
        most: 60,
        choices: this.views.map((view) => view.name),
        act: (name) => this.$emit("save_view", { name, query }),
      });
    },
    deletions() {
      return this.views.map(({ name }) => ({
        label: name,
        icon: "trash",
        act: () => this.$emit("drop_view", { name }),
      }));
    },
  },
};

function boxOf(anchor) {
  return anchor?.getBoundingClientRect ? anchor.getBoundingClientRect() : anchor;
}
