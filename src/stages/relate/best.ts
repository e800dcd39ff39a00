/** The best few of many: a heap with the worst of them on top. Of equals the newer stays, which has the later place. */
export interface Best {
  /** In no order. */
  readonly places: Uint32Array;
  readonly size: number;
  clear(): void;
  /** A score below which nothing more is taken. */
  least(): number;
  offer(place: number, score: number): void;
}

export function makeBest(capacity: number): Best {
  const places = new Uint32Array(capacity);
  const scores = new Float64Array(capacity);
  const worse = (a: number, b: number): boolean => {
    const x = scores[a] ?? 0;
    const y = scores[b] ?? 0;
    return x < y || (x === y && (places[a] ?? 0) < (places[b] ?? 0));
  };
  const swap = (a: number, b: number): void => {
    const place = places[a] ?? 0;
    const score = scores[a] ?? 0;
    places[a] = places[b] ?? 0;
    scores[a] = scores[b] ?? 0;
    places[b] = place;
    scores[b] = score;
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const up = (at - 1) >> 1;
      if (!worse(at, up)) return;
      swap(at, up);
      at = up;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      if (left >= capacity) return;
      const right = left + 1;
      const down = right < capacity && worse(right, left) ? right : left;
      if (!worse(down, at)) return;
      swap(at, down);
      at = down;
    }
  };
  const best = {
    places,
    size: 0,
    clear(): void {
      best.size = 0;
    },
    least: () => (best.size === capacity ? (scores[0] ?? 0) : 0),
    offer(place: number, score: number): void {
      const full = best.size === capacity;
      if (full) {
        const top = scores[0] ?? 0;
        if (score < top || (score === top && place < (places[0] ?? 0))) return;
      }
      const at = full ? 0 : best.size;
      places[at] = place;
      scores[at] = score;
      if (full) sink();
      else {
        best.size += 1;
        rise(at);
      }
    },
  };
  return best;
}
