// Keyboard shortcuts, their help, and the command palette (Ctrl-K).

const KEYS = {
  "/": "search",
  n: "add",
  a: "analytics",
  b: "board",
  t: "table",
  j: "down",
  k: "up",
  e: "edit",
  u: "undo",
  r: "redo",
  "?": "help",
};
const COMMANDS = [
  ["add", "Add a job", "n"],
  ["board", "Show the board", "b"],
  ["table", "Show the table", "t"],
  ["search", "Search", "/"],
  ["undo", "Undo", "u"],
  ["redo", "Redo", "r"],
  ["match", "Match a posting", ""],
  ["analytics", "Open analytics", "a"],
  ["review", "Review the week", ""],
  ["resumes", "Open your resumes", ""],
  ["assistant", "Ask the assistant", ""],
  ["trash", "Open the trash", ""],
  ["stages", "Arrange your stages", ""],
  ["account", "Open your account", ""],
  ["help", "Show the shortcuts", "?"],
];
const HELP = [
  ["/", "Search"],
  ["n", "Add a job"],
  ["b  t", "Board, table"],
  ["a", "Analytics"],
  ["j  k", "Next and previous job"],
  ["Enter", "Open the job"],
  ["Alt ← →", "Move the card a stage"],
  ["x", "Select the row"],
  ["e", "Edit, on a job's page"],
  ["u  r", "Undo, redo"],
  ["Ctrl K", "Commands and jobs"],
  ["?", "This help"],
];

export default {
  template: `
    <div>
      <dialog ref="help" class="cv-dialog" aria-label="Keyboard shortcuts" @click="closeOutside">
        <h2>Keyboard shortcuts</h2>
        <dl class="cv-keys">
          <template v-for="[key, what] in help"><dt><kbd>{{ key }}</kbd></dt><dd>{{ what }}</dd></template>
        </dl>
        <button class="cv-button" type="button" @click="$refs.help.close()">Close</button>
      </dialog>
      <dialog ref="palette" class="cv-dialog cv-palette" aria-label="Commands and jobs" @click="closeOutside">
        <input ref="words" v-model="words" type="text" maxlength="200" placeholder="Type a command, a company, a position"
          aria-label="Command or job" role="combobox" aria-expanded="true" aria-controls="cv-found"
          :aria-activedescendant="'cv-found-' + at" @input="look" @keydown="walk">
        <ul id="cv-found" role="listbox" aria-label="Found">
          <li v-for="(entry, index) in found" :id="'cv-found-' + index" role="option" :key="entry.id"
            :aria-selected="index === at" @click="choose(entry)" @mousemove="at = index">
            <span dir="auto">{{ entry.text }}</span><kbd v-if="entry.key">{{ entry.key }}</kbd>
          </li>
          <li v-if="!found.length" class="cv-none">Nothing by that name.</li>
        </ul>
      </dialog>
    </div>`,
  props: { rows: String },
  emits: ["key"],
  data: () => ({ words: "", at: 0, jobs: [], help: HELP }),
  computed: {
    found() {
      const wanted = this.words.trim().toLowerCase();
      const commands = COMMANDS.filter(([, text]) => text.toLowerCase().includes(wanted)).map(
        ([id, text, key]) => ({ id, text, key, command: id }),
      );
      const jobs = this.jobs.map((job) => ({
        id: job.id,
        text: `${job.company} · ${job.position}`,
        command: `open:${job.id}`,
      }));
      return [...commands, ...jobs];
    },
  },
  mounted() {
    document.addEventListener("keydown", this.press);
  },
  unmounted() {
    document.removeEventListener("keydown", this.press);
  },
  methods: {
    press(event) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        this.openPalette();
        return;
      }
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const typing = event.target.closest?.("input, textarea, select, [contenteditable=true], dialog");
      const name = KEYS[event.key];
      if (!plain || typing || !name || event.defaultPrevented) return;
      event.preventDefault();
      this.say(name);
    },
    say(name) {
      if (name === "help") {
        this.$refs.help.showModal();
        return;
      }
      // What is on the page may answer at once; the server hears of the rest.
      const shortcut = new CustomEvent("shortcut", { detail: name, cancelable: true });
      if (document.dispatchEvent(shortcut)) this.$emit("key", name);
    },
    openPalette() {
      this.words = "";
      this.jobs = [];
      this.at = 0;
      this.$refs.palette.showModal();
      this.$refs.words.focus();
    },
    async look() {
      this.at = 0;
      const words = this.words.trim();
      if (words.length < 2) {
        this.jobs = [];
        return;
      }
      const base = (window.path_prefix ?? "") + this.rows;
      const answer = await fetch(`${base}/table?limit=8&q=${encodeURIComponent(words)}`);
      if (answer.ok && words === this.words.trim()) this.jobs = (await answer.json()).rows;
    },
    walk(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        const many = this.found.length || 1;
        this.at = (this.at + step + many) % many;
      } else if (event.key === "Enter" && this.found[this.at]) {
        event.preventDefault();
        this.choose(this.found[this.at]);
      }
    },
    choose(entry) {
      this.$refs.palette.close();
      this.say(entry.command);
    },
    closeOutside(event) {
      if (event.target === event.currentTarget) event.currentTarget.close();
    },
  },
};
