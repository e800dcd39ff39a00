/** Articles that one print finds at most, the newest: a boilerplate paragraph is in all of a day's. */
const NEWEST = 32;

/** The prints of the articles of the last days: which of them have which. Articles go by their place. */
export interface Window {
  /**
   * Calls back for each article since a place that shares a print, with the number of those shared; common prints
   * find the newest articles alone.
   */
  find(prints: Uint32Array, since: number, found: (place: number, shared: number) => void): void;
  /** Takes in the next article; those before `since` may be forgotten. */
  add(place: number, prints: Uint32Array, since: number): void;
}

/**
 * Chains of postings in typed arrays, the newest first, behind an open-addressing table. What has left the window is
 * dropped whenever the room is used up, so that memory follows the window and cost the number of articles.
 *
 * @param count how many articles there are in all
 * @param printsOf the prints of an article that was added
 */
export function makeWindow(count: number, printsOf: (place: number) => Uint32Array): Window {
  let room = 1 << 12;
  let size = 0;
  /** By slot: a posting's number from 1; 0 is a free slot. */
  let slots = new Uint32Array(room * 2);
  let prints = new Uint32Array(room + 1);
  let places = new Uint32Array(room + 1);
  let earlier = new Uint32Array(room + 1);
  let members: number[] = [];

  const shared = new Uint16Array(count);

  const slotOf = (print: number): number => {
    const mask = slots.length - 1;
    let slot = (print ^ (print >>> 15)) & mask;
    for (;;) {
      const posting = slots[slot] ?? 0;
      if (posting === 0 || prints[posting] === print) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const post = (place: number, of: Uint32Array): void => {
    for (const print of of) {
      const slot = slotOf(print);
      size += 1;
      prints[size] = print;
      places[size] = place;
      earlier[size] = slots[slot] ?? 0;
      slots[slot] = size;
    }
  };
  const makeRoom = (more: number, since: number): void => {
    members = members.filter((place) => place >= since);
    const needed = members.reduce((sum, place) => sum + printsOf(place).length, more);
    room = 1 << 12;
    while (room < needed * 2) room *= 2;
    slots = new Uint32Array(room * 2);
    prints = new Uint32Array(room + 1);
    places = new Uint32Array(room + 1);
    earlier = new Uint32Array(room + 1);
    size = 0;
    for (const place of members) post(place, printsOf(place));
  };

  return {
    find(wanted, since, found) {
      const touched: number[] = [];
      for (const print of wanted) {
        let posting = slots[slotOf(print)] ?? 0;
        for (let n = 0; n < NEWEST && posting !== 0; n++) {
          const place = places[posting] ?? 0;
          if (place < since) break;
          if (shared[place] === 0) touched.push(place);
          shared[place] = (shared[place] ?? 0) + 1;
          posting = earlier[posting] ?? 0;
        }
      }
      for (const place of touched) {
        const common = shared[place] ?? 0;
        shared[place] = 0;
        found(place, common);
      }
    },
    add(place, of, since) {
      if (size + of.length > room) makeRoom(of.length, since);
      post(place, of);
      members.push(place);
    },
  };
}
