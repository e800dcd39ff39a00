import { COMMON, encodePlaces, MOST_SIGNS, type Places, WEIGHTS } from '../../text/search-code.js';
import { partOf } from '../../text/search-words.js';
import { collector } from './collect.js';
import { wordsOfHtml } from './plain.js';
import type { Card, SearchDoc } from './types.js';

/** In a period of fewer articles no word is common. */
const FEW = 64;
/** A word is common where more than one article in so many has it. */
const COMMON_SHARE = 4;

/** Articles in one file of cards. */
export const CARDS = 96;

/** The index of one period. */
export interface Bundle {
  /** Files of words, `{"gjirokaster":"…"}`, by the number of the part. */
  readonly parts: readonly Uint8Array[];
  /** Files of cards, oldest article first. */
  readonly cards: readonly string[];
}

/** Makes the index of one period, an article after the other, oldest first; a function of these articles alone. */
export interface Bundler {
  /** @param texts the HTML of the article's text and of its live posts; none where texts are not searched */
  add(doc: SearchDoc, texts: readonly string[]): void;
  done(): Bundle;
}

/** @param parts into how many files the words go */
export function bundler(parts: number): Bundler {
  const words = collector();
  const filters = new Map<string, number[]>();
  const cards: Card[] = [];
  return {
    add(doc, texts) {
      words.next();
      words.add(doc.title, 2);
      for (const text of doc.around) words.add(text, 1);
      for (const html of texts) words.add(wordsOfHtml(html), 0);
      for (const filter of doc.filters) {
        const list = filters.get(filter);
        if (list === undefined) filters.set(filter, [cards.length * WEIGHTS]);
        else list.push(cards.length * WEIGHTS);
      }
      cards.push(doc.card);
    },
    done() {
      const files = Array.from({ length: parts }, writer);
      const put = (key: string, places: Places, common: boolean): void =>
        files[partOf(key, parts)]?.put(key, places, common);
      for (const [key, list] of filters)
        put(key, { places: Uint32Array.from(list), from: 0, to: list.length }, false);
      const many = cards.length >= FEW ? cards.length / COMMON_SHARE : Number.POSITIVE_INFINITY;
      words.done((word, places, from, to) => put(word, { places, from, to }, to - from > many));
      return { parts: files.map((file) => file.done()), cards: chunks(cards).map(cardFile) };
    },
  };
}

const QUOTE = 0x22;
const encoder = new TextEncoder();

/** Writes one file of words, as bytes: as a text it would be put together from a million pieces. */
function writer(): { put(key: string, places: Places, common: boolean): void; done(): Uint8Array } {
  let bytes = new Uint8Array(1 << 15);
  let size = 0;
  const write = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) {
        size += encoder.encodeInto(text.slice(i), bytes.subarray(size)).written;
        return;
      }
      bytes[size++] = code;
    }
  };
  return {
    put(key, places, common) {
      const room = size + key.length * 6 + (places.to - places.from) * MOST_SIGNS + 16;
      if (room > bytes.length) {
        const wider = new Uint8Array(room * 2);
        wider.set(bytes.subarray(0, size));
        bytes = wider;
      }
      write(size === 0 ? '{' : ',\n');
      // Words are letters and digits; what readers choose by may hold anything.
      if (key.startsWith('@')) write(JSON.stringify(key));
      else {
        bytes[size++] = QUOTE;
        write(key);
        bytes[size++] = QUOTE;
      }
      write(common ? `:"${COMMON}` : ':"');
      size = encodePlaces(places, common ? 1 : 0, bytes, size);
      bytes[size++] = QUOTE;
    },
    done() {
      write(size === 0 ? '{}\n' : '}\n');
      return bytes.slice(0, size);
    },
  };
}

const cardFile = (cards: readonly Card[]): string =>
  `[${cards.map((card) => JSON.stringify(card)).join(',\n')}]\n`;

function chunks(cards: readonly Card[]): (readonly Card[])[] {
  const all: (readonly Card[])[] = [];
  for (let at = 0; at < cards.length; at += CARDS) all.push(cards.slice(at, at + CARDS));
  return all;
}
