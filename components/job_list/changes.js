// What a person does to jobs: shown at once, sent as an intent, put back if it is refused.

import { Pending } from "careervault-job-list/pending.js";
import { filterObject } from "careervault-job-list/query.js";
import { homeOf } from "careervault-job-list/sources.js";
import { OUTCOMES, jobs, title } from "careervault-job-list/words.js";

const UNSURE = "That change could not be confirmed. The list shows what is kept.";

export default {
  created() {
    this.pending = new Pending(() => this.refused(UNSURE));
  },
  beforeUnmount() {
    this.pending.clear();
  },
  methods: {
    /** Bring a card to a column; for the last one, ask how the job ended. */
    moveTo(card, column, anchor) {
      if (column === "ended") {
        this.choose(anchor, `How did ${card.company} end?`, this.endings(card));
        return;
      }
      const stage = this.stages.find((each) => each.id === column);
      if (!stage || homeOf(card) === column) return;
      const changes = { stage: column, outcome: null, status: stage.name, entered: this.meta.today };
      this.change(card, changes, { name: "move", stage: column });
      this.say(`${card.company} moved to ${stage.name}.`);
    },
    close(card, outcome) {
      if (card.outcome === outcome) return;
      const changes = { outcome, status: title(outcome), entered: this.meta.today };
      this.change(card, changes, { name: "close", outcome });
      this.say(`${card.company} ended as ${outcome}.`);
    },
    edit(card, changes) {
      this.change(card, changes, { name: "edit", changes });
      this.say(`Next step of ${card.company} changed.`);
    },
    change(card, changes, intent) {
      const version = this.pending.add(card, changes, intent);
      this.rows.replay();
      if (version !== null) this.send(card.id, version, intent);
    },
    send(id, version, { name, ...what }) {
      this.$emit(name, { id, version, ...what });
    },
    bulk(intent, ids, amount) {
      this.$emit("bulk", ids ? { ...intent, ids } : { ...intent, query: filterObject(this.state) });
      this.say(`Changing ${jobs(amount)}.`);
    },
    /** The server has answered a change; called from Python. */
    settle(id, ok, message = "") {
      if (!ok) {
        this.pending.drop(id);
        this.refused(message);
        return;
      }
      const waiting = this.pending.accept(id);
      if (waiting) this.send(id, waiting.version, waiting.intent);
      else this.reload();
      if (message) this.say(message);
    },
    refused(message) {
      this.notice = message || "That change was refused. The list shows what is kept.";
      clearTimeout(this.noticeTimer);
      this.noticeTimer = setTimeout(() => (this.notice = ""), 10_000);
      this.reload();
    },
    moves(card) {
      const stages = this.stages.map(({ id, name, colour }) => ({
        label: name,
        colour,
        here: homeOf(card) === id,
        act: () => this.follow(card, () => this.moveTo(card, id)),
      }));
      const endings = this.endings(card);
      endings[0].heading = "Ended as";
      return [...stages, ...endings];
    },
    endings(card) {
      return OUTCOMES.map((outcome) => ({
        label: title(outcome),
        icon: "end",
        here: card.outcome === outcome,
        act: () => this.follow(card, () => this.close(card, outcome)),
      }));
    },
    /** Keep the focus on a card while it changes its place. */
    async follow(card, change) {
      change();
      await this.$nextTick();
      this.$refs.body?.focusCard(card.id);
    },
  },
};
