// Files on their way: sent one after another, read, and kept or refused with one sentence.

const LOST = "The connection was lost. If the file had arrived, it is read all the same; else please try again.";
const TOO_LARGE = "This file is too large. Please stay under 10 MB.";

export default {
  template: `
    <section class="cv-upload" :class="{ 'is-over': over, 'is-small': resume }" :aria-label="resume ? 'Add a newer file' : 'Add resumes'">
      <div class="cv-upload__room">
        <svg v-if="!resume" class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.upload" /></svg>
        <p v-if="!resume" class="cv-upload__words"><span class="cv-upload__drop">Drop resumes here, or </span>
          <button class="cv-button is-primary" type="button" @click="$refs.files.click()">Choose files</button></p>
        <button v-else class="cv-button" type="button" @click="$refs.files.click()">
          <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.upload" /></svg>Add a newer file</button>
        <p v-if="!resume" class="cv-hint">PDF, Word, a photo or a scan, text, Markdown or JSON Resume, up to 10 MB each.</p>
        <input ref="files" type="file" hidden :multiple="!resume" :accept="accepted" aria-label="Files" @change="choose">
      </div>
      <ul v-if="queue.length" class="cv-upload__queue">
        <li v-for="each in queue" :key="each.id" :class="'is-' + each.state">
          <svg v-if="marks[each.state]" class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons[marks[each.state]]" /></svg>
          <div><strong dir="auto">{{ each.name }}</strong>
            <small :role="each.state === 'failed' ? 'alert' : null">{{ words(each) }}</small>
            <progress v-if="isBusy(each)" :value="part(each)" max="1" :aria-label="'How far ' + each.name + ' is'"></progress></div>
          <a v-if="each.resume" class="cv-button" :href="'/resumes/' + each.resume + '?version=' + each.number"
            :aria-label="'Open ' + each.name">Open</a>
          <button v-if="each.state === 'failed' && each.again" class="cv-button" type="button"
            :aria-label="'Try again: ' + each.name" @click="retry(each)">Try again</button>
          <button class="cv-button is-icon" type="button" :title="isOver(each) ? 'Dismiss' : 'Cancel'"
            :aria-label="(isOver(each) ? 'Dismiss ' : 'Cancel ') + each.name" @click="drop(each)">
            <svg class="cv-icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="icons.close" /></svg></button>
        </li>
      </ul>
      <p class="cv-sr" role="status">{{ said }}</p>
    </section>`,
  props: { resume: String, accepted: String, most: Number, icons: Object },
  emits: ["kept"],
  data: () => ({ queue: [], over: false, said: "", count: 0 }),
  created() {
    this.marks = { kept: "check", held: "check", failed: "warning" };
  },
  mounted() {
    for (const [name, heed] of this.doors()) window.addEventListener(name, heed);
  },
  unmounted() {
    for (const [name, heed] of this.doors()) window.removeEventListener(name, heed);
  },
  methods: {
    // A file that is dropped beside the area would replace the page.
    doors() {
      return [
        ["dragover", this.hover],
        ["dragleave", this.leave],
        ["drop", this.land],
      ];
    },
    hover(event) {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      this.over = true;
    },
    leave(event) {
      if (!event.relatedTarget) this.over = false;
    },
    land(event) {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      this.over = false;
      if (this.$el.checkVisibility()) this.add(event.dataTransfer.files);
    },
    choose(event) {
      this.add(event.target.files);
      event.target.value = "";
    },
    add(files) {
      for (const file of this.resume ? [...files].slice(0, 1) : files) {
        const fits = file.size <= this.most;
        const state = fits ? { state: "waiting" } : { state: "failed", problem: TOO_LARGE };
        this.queue.push({ id: ++this.count, file, name: file.name, again: fits, ...state });
      }
      this.next();
    },
    next() {
      if (this.queue.some(this.isBusy)) return;
      const waiting = this.queue.find((each) => each.state === "waiting");
      if (waiting) this.send(waiting);
    },
    send(each) {
      Object.assign(each, { state: "sending", sent: 0, done: 0, of: 0, problem: "" });
      const request = new XMLHttpRequest();
      let heard = 0;
      const hear = () => {
        const told = request.responseText.slice(heard);
        const end = told.lastIndexOf("\n\n") + 2;
        if (request.status !== 200 || end < 2) return;
        heard += end;
        for (const line of told.slice(0, end).split("\n\n"))
          if (line.startsWith("data: ")) this.learn(each, JSON.parse(line.slice(6)));
      };
      request.upload.onprogress = ({ loaded, total }) => (each.sent = total ? loaded / total : 0);
      request.upload.onload = () => each.state === "sending" && (each.state = "reading");
      request.onprogress = hear;
      request.onload = () => {
        hear();
        if (request.status === 401) location.reload(); // the page itself leads to the sign-in
        if (this.isBusy(each)) this.fail(each, refusal(request));
        this.next();
      };
      request.onerror = () => {
        this.fail(each, LOST);
        this.next();
      };
      const query = new URLSearchParams({ name: each.name.slice(-200), ...(this.resume && { resume: this.resume }) });
      request.open("POST", `${window.path_prefix ?? ""}/uploads/resumes?${query}`);
      request.send(each.file);
      this.cancel = () => request.abort();
    },
    learn(each, told) {
      if (told.problem) this.fail(each, told.problem);
      else if (told.resume) this.keep(each, told);
      else Object.assign(each, { state: "reading", done: told.done, of: told.of });
    },
    keep(each, { resume, number, new: isNew }) {
      Object.assign(each, { state: isNew ? "kept" : "held", resume, number });
      this.said = `${each.name}: ${this.words(each)}`;
      this.$emit("kept", { resume, number });
    },
    fail(each, problem) {
      Object.assign(each, { state: "failed", problem });
    },
    retry(each) {
      each.state = "waiting";
      this.next();
    },
    drop(each) {
      if (this.isBusy(each)) this.cancel();
      this.queue = this.queue.filter(({ id }) => id !== each.id);
      this.next();
    },
    isBusy: ({ state }) => state === "sending" || state === "reading",
    isOver: ({ state }) => state === "kept" || state === "held" || state === "failed",
    part(each) {
      if (each.state === "sending") return each.sent;
      return each.of ? each.done / each.of : undefined;
    },
    words(each) {
      return {
        waiting: "Waiting for its turn",
        sending: `Sending, ${Math.round((each.sent ?? 0) * 100)} %`,
        reading: each.of ? `Reading page ${Math.min(each.done + 1, each.of)} of ${each.of}` : "Reading",
        kept: this.resume ? "Kept as the newest version" : "Read and kept",
        held: "You have this file already",
        failed: each.problem,
      }[each.state];
    },
  },
};

function refusal(request) {
  if (request.status === 200) return LOST;
  try {
    return JSON.parse(request.responseText).message || LOST;
  } catch {
    return LOST;
  }
}
