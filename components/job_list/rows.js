// Long lists of which only the windows that were looked at have been fetched.

import { markRaw, shallowReactive } from "vue";
import { signInAgain } from "careervault-forms/ended.js";

/** Fetch JSON with the session's cookie; a session that ended leads to the sign-in page. */
export async function getJson(url) {
  const answer = await fetch(url, { cache: "no-cache", headers: { Accept: "application/json" } });
  if (answer.status === 401) await signInAgain();
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return answer.json();
}

/** A list of known length, its cards filled in as they come; `stamp` changes when any of it does. */
export class Sheet {
  constructor(page, onTrouble) {
    this.page = page;
    this.onTrouble = markRaw(onTrouble);
    this.fetchWindow = null;
    this.cards = markRaw([]);
    this.count = 0;
    this.stamp = 0;
    this.seen = markRaw({ first: 0, last: page });
    this.work = null;
    this.epoch = 0;
    return shallowReactive(this);
  }

  /** Start again with this many cards, of which one window is known. */
  fill(count, cards, offset = 0) {
    const fresh = [];
    fresh.length = count;
    cards.forEach((card, index) => (fresh[offset + index] = card));
    this.cards = markRaw(fresh);
    this.count = count;
    this.epoch++;
    this.stamp++;
  }

  /** Fetch what is missing between two places; one request at a time, the latest wish wins. */
  ensure(first, last) {
    this.seen = markRaw({ first, last });
    this.work ??= this.fetchMissing().finally(() => (this.work = null));
    return this.work;
  }

  async fetchMissing() {
    try {
      for (let span = this.missing(); span; span = this.missing()) {
        const epoch = this.epoch;
        const answer = await this.fetchWindow(span.offset, span.limit);
        if (epoch !== this.epoch) continue;
        answer.forEach((card, index) => (this.cards[span.offset + index] ??= card));
        if (!answer.length) this.count = this.cards.length = Math.min(this.count, span.offset);
        this.stamp++;
      }
    } catch {
      this.onTrouble();
    }
  }

  missing() {
    if (!this.fetchWindow) return null;
    let first = this.seen.first;
    let last = Math.min(this.seen.last, this.count);
    while (first < last && this.cards[first]) first++;
    while (last > first && this.cards[last - 1]) last--;
    if (first >= last) return null;
    return { offset: first, limit: Math.max(last - first, this.page) };
  }

  find(id) {
    return this.cards.findIndex((card) => card?.id === id);
  }

  /** Return what is drawn between two places, and always the card that holds the focus. */
  slice(first, last, pinned) {
    void this.stamp;
    const at = (index) => {
      const card = this.cards[index];
      return { index, card, key: card?.id ?? `gap-${index}` };
    };
    const found = [];
    for (let index = first; index < last; index++) found.push(at(index));
    const place = pinned ? this.find(pinned) : -1;
    if (place >= 0 && (place < first || place >= last)) found.push(at(place));
    return found;
  }

  replace(index, card) {
    this.cards[index] = card;
    this.stamp++;
  }

  take(index) {
    const [card] = this.cards.splice(index, 1);
    this.count--;
    this.stamp++;
    return card;
  }

  putFirst(card) {
    this.cards.unshift(card);
    this.count++;
    this.stamp++;
  }
}
