// Changes that are shown already although the server has not answered yet.

const PATIENCE = 15_000;

export class Pending {
  constructor(onSilence) {
    this.entries = new Map();
    this.onSilence = onSilence;
  }

  /** Remember a change; return the version to send it with, or null if it waits for another. */
  add(card, changes, intent) {
    const entry = this.entries.get(card.id);
    const waits = entry && !entry.settled;
    clearTimeout(entry?.timer);
    this.entries.set(card.id, {
      version: Math.max(entry?.version ?? 0, card.version),
      changes: { ...entry?.changes, ...changes },
      next: waits ? [...entry.next, intent] : [],
      settled: false,
      timer: setTimeout(() => this.giveUp(card.id), PATIENCE),
    });
    return waits ? null : this.entries.get(card.id).version;
  }

  /** The server took the change. Return the intent that waited behind it, with its version. */
  accept(id) {
    const entry = this.entries.get(id);
    if (!entry) return null;
    clearTimeout(entry.timer);
    entry.version++;
    if (!entry.next.length) {
      entry.settled = true;
      return null;
    }
    entry.timer = setTimeout(() => this.giveUp(id), PATIENCE);
    return { intent: entry.next.shift(), version: entry.version };
  }

  drop(id) {
    clearTimeout(this.entries.get(id)?.timer);
    return this.entries.delete(id);
  }

  giveUp(id) {
    if (this.drop(id)) this.onSilence(id);
  }

  /** Return the card as it will be; a version the server raised since then speaks for itself. */
  apply(card) {
    const entry = this.entries.get(card?.id);
    if (!entry) return card;
    if (card.version > entry.version && !entry.next.length) {
      this.drop(card.id);
      return card;
    }
    return { ...card, ...entry.changes };
  }

  ids() {
    return [...this.entries.keys()];
  }

  settled() {
    return [...this.entries].filter(([, entry]) => entry.settled);
  }

  /** Forget changes that a load begun after their answer has brought back as facts. */
  forget(settled) {
    for (const [id, entry] of settled) if (this.entries.get(id) === entry) this.entries.delete(id);
  }

  clear() {
    for (const id of this.ids()) this.drop(id);
  }
}
