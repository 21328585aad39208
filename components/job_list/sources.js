// The two readings of a person's jobs: a sheet for each column, or one sheet for the table.

import { markRaw, shallowReactive } from "vue";
import { filterParams } from "careervault-job-list/query.js";
import { Sheet, getJson } from "careervault-job-list/rows.js";

const FIRST = 15;
const WINDOW = 60;
// A card that was just moved stands first in its column, here and on the server.
const ORDER = { sort: "updated", desc: 1 };

/** The columns of the board. */
export class BoardRows {
  constructor(base, pending, onTrouble) {
    this.base = base;
    this.onTrouble = markRaw(onTrouble);
    this.pending = markRaw(pending);
    this.columns = [];
    this.turn = 0;
    return shallowReactive(this);
  }

  /** Fetch the board; a quiet reload keeps the windows that are being looked at. */
  async load(state, quiet) {
    const turn = ++this.turn;
    const filters = filterParams(state);
    const settled = this.pending.settled();
    const answer = await getJson(`${this.base()}/board?${params({ limit: FIRST, ...ORDER }, filters)}`);
    const windows = await Promise.all(
      answer.columns.map((column) => (quiet ? this.window(column, filters) : null)),
    );
    if (turn !== this.turn) return null;
    this.pending.forget(settled);
    this.columns = answer.columns.map((head, index) =>
      this.column(head, windows[index], filters, quiet),
    );
    this.replay();
    return answer;
  }

  async window(head, filters) {
    const seen = this.columns.find((column) => column.id === head.id)?.sheet.seen;
    if (!seen || seen.last <= FIRST || head.count <= FIRST) return null;
    const span = { offset: Math.min(seen.first, head.count - 1), limit: seen.last - seen.first };
    return getJson(`${this.base()}/column?${params({ id: head.id, ...span, ...ORDER }, filters)}`);
  }

  column(head, window, filters, quiet) {
    const known = this.columns.find((column) => column.id === head.id);
    const sheet = known?.sheet ?? new Sheet(WINDOW, this.onTrouble);
    sheet.fetchWindow = markRaw((offset, limit) =>
      getJson(`${this.base()}/column?${params({ id: head.id, offset, limit, ...ORDER }, filters)}`).then(
        (answer) => answer.cards.map((card) => this.pending.apply(card)),
      ),
    );
    sheet.fill(head.count, head.cards);
    window?.cards.forEach((card, index) => (sheet.cards[window.offset + index] ??= card));
    const { id, name, colour, kind } = head;
    return markRaw({ id, name, colour, kind, sheet, visit: (known?.visit ?? 0) + (quiet ? 0 : 1) });
  }

  /** Put every card where the changes that still wait for an answer say it is. */
  replay() {
    for (const column of this.columns) {
      for (const id of this.pending.ids()) {
        const index = column.sheet.find(id);
        if (index >= 0) this.place(column, index);
      }
    }
  }

  place(column, index) {
    const card = this.pending.apply(column.sheet.cards[index]);
    const home = this.columns.find((each) => each.id === homeOf(card));
    if (!home || home === column) return column.sheet.replace(index, card);
    column.sheet.take(index);
    home.sheet.putFirst(card);
  }

  find(id) {
    for (const column of this.columns) {
      const index = column.sheet.find(id);
      if (index >= 0) return { column, index, card: column.sheet.cards[index] };
    }
    return null;
  }
}

/** The rows of the table. */
export class TableRows {
  constructor(base, pending, onTrouble) {
    this.base = base;
    this.onTrouble = markRaw(onTrouble);
    this.pending = markRaw(pending);
    this.sheet = new Sheet(80, onTrouble);
    this.turn = 0;
    this.visit = 0;
    return shallowReactive(this);
  }

  async load(state, quiet) {
    const turn = ++this.turn;
    const filters = filterParams(state);
    const order = { sort: state.sort, desc: state.desc ? 1 : 0 };
    const settled = this.pending.settled();
    const fetchWindow = (offset, limit) =>
      getJson(`${this.base()}/table?${params({ offset, limit, ...order }, filters)}`);
    const seen = quiet ? this.sheet.seen : { first: 0, last: 80 };
    const answer = await fetchWindow(seen.first, Math.max(80, seen.last - seen.first));
    if (turn !== this.turn) return null;
    this.pending.forget(settled);
    this.sheet.fetchWindow = markRaw((offset, limit) =>
      fetchWindow(offset, limit).then((more) => more.rows.map((row) => this.pending.apply(row))),
    );
    const rows = answer.rows.map((row) => this.pending.apply(row));
    this.sheet.fill(answer.matching, rows, answer.offset);
    if (!quiet) this.visit++;
    return answer;
  }

  replay() {
    for (const id of this.pending.ids()) {
      const index = this.sheet.find(id);
      if (index >= 0) this.sheet.replace(index, this.pending.apply(this.sheet.cards[index]));
    }
  }

  find(id) {
    const index = this.sheet.find(id);
    return index < 0 ? null : { index, card: this.sheet.cards[index] };
  }
}

export function homeOf(card) {
  return card.outcome ? "ended" : card.stage;
}

function params(own, filters) {
  const all = new URLSearchParams(own);
  for (const [name, value] of filters) all.append(name, value);
  return all;
}
