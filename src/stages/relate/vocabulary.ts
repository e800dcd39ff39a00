/**
 * Numbers words from 0 up in the order in which they are met: 32-bit ids to small numbers that index arrays.
 * Open addressing over typed arrays, since there are tens of millions of look-ups and no room for objects.
 */
export interface Vocabulary {
  readonly size: number;
  /** The number of a word, a new one where it is met for the first time. */
  numberOf(id: number): number;
  /** The number of a word that was met; −1 of another. */
  find(id: number): number;
}

/** @param expected about so many words; more are no harm */
export function makeVocabulary(expected = 0): Vocabulary {
  let capacity = 1 << 12;
  while (capacity < expected * 2) capacity *= 2;
  /** Word and number side by side, so that the processor waits for memory once. Numbers from 1: 0 is a free place. */
  let slots = new Uint32Array(capacity * 2);
  let size = 0;

  function grow(): void {
    const old = slots;
    capacity *= 2;
    slots = new Uint32Array(capacity * 2);
    const mask = capacity - 1;
    for (let at = 0; at < old.length; at += 2) {
      const number = old[at + 1] ?? 0;
      if (number === 0) continue;
      const key = old[at] ?? 0;
      let slot = key & mask;
      while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      slots[slot * 2] = key;
      slots[slot * 2 + 1] = number;
    }
  }

  return {
    get size() {
      return size;
    },
    numberOf(id) {
      const mask = capacity - 1;
      let slot = id & mask;
      for (;;) {
        const number = slots[slot * 2 + 1] ?? 0;
        if (number === 0) break;
        if (slots[slot * 2] === id) return number - 1;
        slot = (slot + 1) & mask;
      }
      slots[slot * 2] = id;
      slots[slot * 2 + 1] = ++size;
      if (size * 2 > capacity) grow();
      return size - 1;
    },
    find(id) {
      const mask = capacity - 1;
      for (let slot = id & mask; ; slot = (slot + 1) & mask) {
        const number = slots[slot * 2 + 1] ?? 0;
        if (number === 0 || slots[slot * 2] === id) return number - 1;
      }
    },
  };
}
