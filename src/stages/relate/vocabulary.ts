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

export function makeVocabulary(): Vocabulary {
  let capacity = 1 << 12;
  let keys = new Uint32Array(capacity);
  let numbers = new Uint32Array(capacity);
  let size = 0;

  function grow(): void {
    const oldKeys = keys;
    const oldNumbers = numbers;
    capacity *= 2;
    keys = new Uint32Array(capacity);
    numbers = new Uint32Array(capacity);
    for (let at = 0; at < oldKeys.length; at++) {
      const number = oldNumbers[at] ?? 0;
      if (number === 0) continue;
      const key = oldKeys[at] ?? 0;
      let slot = key & (capacity - 1);
      while (numbers[slot] !== 0) slot = (slot + 1) & (capacity - 1);
      keys[slot] = key;
      numbers[slot] = number;
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
        // Numbers are stored from 1: 0 is a free place.
        const number = numbers[slot] ?? 0;
        if (number === 0) break;
        if (keys[slot] === id) return number - 1;
        slot = (slot + 1) & mask;
      }
      keys[slot] = id;
      numbers[slot] = ++size;
      if (size * 2 > capacity) grow();
      return size - 1;
    },
    find(id) {
      const mask = capacity - 1;
      for (let slot = id & mask; ; slot = (slot + 1) & mask) {
        const number = numbers[slot] ?? 0;
        if (number === 0 || keys[slot] === id) return number - 1;
      }
    },
  };
}
