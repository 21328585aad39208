// Tabs over parts that all stay as they are while another one is seen.

export default {
  template: `
    <div class="cv-parted">
      <div class="cv-tabs" role="tablist" :aria-label="label" @keydown="walk">
        <button v-for="part in parts" :id="'cv-tab-' + part.name" :key="part.name" class="cv-tab" type="button" role="tab"
          :aria-selected="part.name === shown ? 'true' : 'false'" :tabindex="part.name === shown ? 0 : -1"
          :aria-controls="'cv-part-' + part.name" @click="show(part.name)">{{ part.title }}</button>
      </div>
      <div v-for="part in parts" v-show="part.name === shown" :id="'cv-part-' + part.name" :key="part.name" role="tabpanel"
        :aria-labelledby="'cv-tab-' + part.name"><slot :name="part.name"></slot></div>
    </div>`,
  props: { label: String, parts: Array },
  data() {
    const asked = new URLSearchParams(location.search).get("part");
    const found = this.parts.find((part) => part.name === asked) ?? this.parts[0];
    return { shown: found.name };
  },
  methods: {
    show(name) {
      this.shown = name;
      const url = new URL(location.href);
      url.searchParams.set("part", name);
      history.replaceState({ ...history.state, page: url.pathname + url.search }, "", url);
    },
    walk(event) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const at = this.parts.findIndex((part) => part.name === this.shown);
      this.show(this.parts.at((at + step) % this.parts.length).name);
      this.$nextTick(() => this.$el.querySelector("[role=tab][aria-selected=true]").focus());
    },
  },
};
