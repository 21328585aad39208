// Which rows of the table are ticked: some by id, or all that match the filters.

import { markRaw, shallowReactive } from "vue";

export class Selection {
  constructor() {
    this.ids = markRaw(new Set());
    this.all = false;
    this.anchor = -1;
    return shallowReactive(this);
  }

  has(id) {
    return this.all || this.ids.has(id);
  }

  clear() {
    this.ids = markRaw(new Set());
    this.all = false;
    this.anchor = -1;
  }

  /** Untick what has left the list, as far as the list is known. */
  prune(sheet) {
    const known = loaded(sheet);
    if (known.size < sheet.count) return;
    this.ids = markRaw(new Set([...this.ids].filter((id) => known.has(id))));
  }

  everything() {
    this.ids = markRaw(new Set());
    this.all = true;
  }

  /** Tick or untick one row; with a range, all rows from the last one touched. */
  async choose(sheet, index, range) {
    const ids = this.all ? loaded(sheet) : new Set(this.ids);
    const wanted = !this.has(sheet.cards[index].id);
    const from = range && this.anchor >= 0 ? this.anchor : index;
    const [first, last] = [Math.min(from, index), Math.max(from, index)];
    if (range) await sheet.ensure(first, last + 1);
    for (let each = first; each <= last; each++) {
      const id = sheet.cards[each]?.id;
      if (id && (wanted || range)) ids.add(id);
      else ids.delete(id);
    }
    this.ids = markRaw(ids);
    this.all = false;
    this.anchor = index;
  }

  loaded(sheet) {
    this.ids = markRaw(loaded(sheet));
    this.all = sheet.count === this.ids.size;
  }
}

function loaded(sheet) {
  return new Set(sheet.cards.filter(Boolean).map((card) => card.id));
}
