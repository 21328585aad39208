// A secret that is shown this once, with ways to keep it.

export default {
  name: "CvSecretShown",
  props: { lines: Array, label: String, file: String },
  data: () => ({ said: "" }),
  template: `
    <div class="cv-secret">
      <ul class="cv-secret__lines" :class="{ 'is-many': lines.length > 1 }" :aria-label="label" ref="lines">
        <li v-for="line in lines" :key="line"><code>{{ line }}</code></li>
      </ul>
      <div class="cv-actions">
        <button class="cv-button" type="button" @click="copy">Copy</button>
        <template v-if="file">
          <button class="cv-button" type="button" @click="download">Download</button>
          <button class="cv-button" type="button" @click="print">Print</button>
        </template>
        <slot />
        <span class="cv-hint" role="status">{{ said }}</span>
      </div>
    </div>`,
  computed: {
    text() {
      return this.lines.join("\n");
    },
  },
  methods: {
    async copy() {
      // Browsers offer the clipboard over HTTPS and on this machine only; elsewhere we select.
      if (navigator.clipboard) await navigator.clipboard.writeText(this.text);
      else getSelection().selectAllChildren(this.$refs.lines);
      this.said = navigator.clipboard ? "Copied." : "Selected: press Ctrl-C to copy.";
    },
    download() {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([`${this.label}\n\n${this.text}\n`], { type: "text/plain" }));
      link.download = this.file;
      link.click();
      URL.revokeObjectURL(link.href);
      this.said = "Downloaded.";
    },
    print: () => window.print(),
  },
};
