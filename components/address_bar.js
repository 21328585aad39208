// Replaces the address of the screen that is shown.

export default {
  template: "<span hidden></span>",
  props: { path: String },
  watch: {
    path(path) {
      history.replaceState({ ...history.state, page: path }, "", (window.path_prefix ?? "") + path);
    },
  },
};
