// An icon: an outline from the one set that Python keeps.

export default {
  name: "CvIcon",
  inject: ["icons"],
  props: { name: String },
  template: `<svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons()[name]" /></svg>`,
};
