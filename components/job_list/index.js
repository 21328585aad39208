// The job list: a board and a table over rows that are fetched as one looks at them.

import Ask from "careervault-job-list/ask.js";
import Board from "careervault-job-list/board.js";
import changes from "careervault-job-list/changes.js";
import Icon from "careervault-job-list/icon.js";
import Menu from "careervault-job-list/menu.js";
import overlays from "careervault-job-list/overlays.js";
import { readQuery, showInAddress } from "careervault-job-list/query.js";
import { BoardRows, TableRows } from "careervault-job-list/sources.js";
import { Empty, Skeleton } from "careervault-job-list/states.js";
import Table from "careervault-job-list/table.js";
import Toolbar from "careervault-job-list/toolbar.js";

const NARROW = 640;
const FOLDED = 900;
const MEDIUM = 1060;
const UNREACHED = "The list could not be renewed just now. Nothing is lost.";

export default {
  components: {
    CvAsk: Ask,
    CvIcon: Icon,
    CvMenu: Menu,
    JobBoard: Board,
    JobEmpty: Empty,
    JobSkeleton: Skeleton,
    JobTable: Table,
    JobToolbar: Toolbar,
  },
  mixins: [changes, overlays],
  props: { stages: Array, views: Array, url: String, today: String, icons: Object },
  emits: ["open", "move", "close", "edit", "bulk", "save_view", "drop_view", "add"],
  provide() {
    return { icons: () => this.icons };
  },
  data() {
    return {
      state: readQuery(location.search),
      meta: { today: this.today, tags: [], sources: [] },
      status: "loading",
      said: "",
      notice: "",
      width: 1200,
    };
  },
  computed: {
    narrow() {
      return this.width < NARROW;
    },
    folded() {
      return this.width < FOLDED;
    },
    rows() {
      return this.state.view === "table" ? this.tableRows : this.boardRows;
    },
    shows() {
      if (this.status !== "ready") return this.status;
      if (this.meta.total === 0) return "none";
      return this.meta.matching === 0 ? "nothing" : this.state.view;
    },
  },
  created() {
    const base = () => (window.path_prefix ?? "") + this.url;
    const onTrouble = () => (this.notice = UNREACHED);
    this.boardRows = new BoardRows(base, this.pending, onTrouble);
    this.tableRows = new TableRows(base, this.pending, onTrouble);
  },
  async mounted() {
    this.path = location.pathname;
    this.width = this.$el.clientWidth;
    this.measurer = new ResizeObserver(() => this.measure());
    this.measurer.observe(this.$el);
    this.measurer.observe(document.body);
    window.addEventListener("popstate", this.travelled);
    document.addEventListener("shortcut", this.shortcut);
    await this.$nextTick(); // NiceGUI knows its path prefix only now.
    this.measure();
    this.load(false);
  },
  beforeUnmount() {
    this.measurer.disconnect();
    document.removeEventListener("shortcut", this.shortcut);
    window.removeEventListener("popstate", this.travelled);
    clearTimeout(this.reloadTimer);
    clearTimeout(this.noticeTimer);
  },
  methods: {
    async load(quiet) {
      const { rows } = this;
      const held = this.$refs.body?.held();
      if (!quiet && this.status === "failed") this.status = "loading";
      try {
        const answer = await rows.load(this.state, quiet);
        if (!answer || rows !== this.rows) return;
        this.meta = { ...answer, tags: words(answer.tags), sources: words(answer.sources) };
        this.status = "ready";
        await this.$nextTick();
        if (held && document.activeElement === document.body) this.$refs.body?.focusCard(held);
      } catch {
        if (quiet && this.status === "ready") this.notice = UNREACHED;
        else this.status = "failed";
      }
    },
    /** Load again soon, without disturbing anyone; many wishes make one load. */
    reload() {
      clearTimeout(this.reloadTimer);
      this.reloadTimer = setTimeout(() => this.load(true), 30);
    },
    alter(changes) {
      const view = this.state.view;
      this.state = { ...this.state, ...changes };
      showInAddress(this.state);
      if (view !== this.state.view) this.said = `Shown as a ${this.state.view}.`;
      this.load(false);
    },
    sort(sort, desc) {
      this.alter({ sort, desc });
    },
    clear() {
      const empty = readQuery("");
      const { view, sort, desc } = this.state;
      this.alter({ ...empty, view, sort, desc });
    },
    travelled() {
      if (location.pathname !== this.path) return;
      const then = readQuery(location.search);
      if (JSON.stringify(then) === JSON.stringify(this.state)) return;
      this.state = then;
      this.load(false);
    },
    href(id) {
      return `${window.path_prefix ?? ""}/jobs/${encodeURIComponent(id)}`;
    },
    measure() {
      const { top, width } = this.$el.getBoundingClientRect();
      this.width = width;
      this.$el.style.setProperty("--cv-list-top", `${Math.round(top + window.scrollY)}px`);
    },
    say(words) {
      // The same words twice in a row would not be read out again.
      this.said = this.said === words ? `${words}\u00a0` : words;
    },
    /** Something changed elsewhere; called from Python. */
    refresh(rev) {
      if (rev === undefined || rev !== this.meta.rev) this.reload();
    },
    /** A shortcut was pressed in the shell; called from Python. */
    shortcut(event) {
      const name = event.detail;
      const step = { down: 1, up: -1 }[name];
      if (name === "search") this.$refs.toolbar.focusSearch();
      else if (name === "board" || name === "table") this.alter({ view: name });
      else if (step) this.$refs.body?.walk(step);
      else return;
      event.preventDefault();
    },
  },
  template: `
    <div class="cv-list" :class="{'is-narrow': narrow, 'is-folded': folded, 'is-medium': width < ${MEDIUM}}">
      <job-toolbar v-show="shows !== 'none'" ref="toolbar" :state="state" :meta="meta" :stages="stages" :narrow="narrow"
                   :folded="folded" @change="alter" @sort="sort" @clear="clear" @views="openViews" />
      <div v-if="notice" class="cv-notice is-problem" role="alert">
        <cv-icon name="warning" /><span>{{ notice }}</span>
        <button type="button" class="cv-button is-icon" aria-label="Dismiss" @click="notice = ''"><cv-icon name="close" /></button>
      </div>
      <job-skeleton v-if="shows === 'loading'" :stages="stages" :table="state.view === 'table'" />
      <job-board v-else-if="shows === 'board'" ref="body" :rows="boardRows" :today="meta.today"
                 :narrow="narrow" :href="href" @open="$emit('open', {id: $event})" @move="moveTo"
                 @menu="openCardMenu" @say="say" />
      <job-table v-else-if="shows === 'table'" ref="body" :rows="tableRows" :today="meta.today"
                 :narrow="narrow" :href="href" :stages="stages" :tags="meta.tags" :sort="state.sort"
                 :desc="state.desc" @open="$emit('open', {id: $event})" @menu="openCardMenu"
                 @edit="edit" @sort="sort" @bulk="bulk" @choices="choose" @ask="ask" />
      <job-empty v-else :kind="shows" @add="$emit('add', {})" @clear="clear" @retry="load(false)" />
      <p class="cv-sr" role="status" aria-live="polite">{{ said }}</p>
      <cv-menu v-if="menu" :key="menu.title" v-bind="menu" :sheet="narrow" @done="menu = null" />
      <cv-ask v-if="question" :anchor="question.anchor" :question="question" :sheet="narrow"
              @done="question = null" />
    </div>`,
};

function words(list) {
  return (list ?? []).map((each) => (typeof each === "string" ? each : each.name));
}
