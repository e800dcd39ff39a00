import type { StateBlock, StateInline } from 'markdown-it';
import { embedFault, unknownEmbed } from '../../../../problems/markdown.js';
import { type Draft, draftOf } from '../draft.js';
import { EMBED_NAMES, type Embed, embedAt, isEmbedName, readEmbed } from '../embeds.js';
import { indentOf, lineStart, lineText } from './lines.js';

/** What an embed token carries. */
export interface EmbedMeta {
  readonly embed: Embed;
  readonly caption: string;
}

const CALL =
  /@\[([^\]\n]{1,60})\]\(\s*<?([^\s<>()"]{1,500}(?:\([^\s()]*\)[^\s<>()"]*)?)>?(?:\s+"([^"\n]{0,500})")?\s*\)/y;

/** Block rule: `@[youtube](id)` alone on its line, or a bare address of a known site as a paragraph of its own. */
export function embedLine(state: StateBlock, start: number, _end: number, silent: boolean): boolean {
  const at = lineStart(state, start);
  const first = state.src.charCodeAt(at);
  if ((first !== 0x40 && first !== 0x68 && first !== 0x48) || indentOf(state, start) >= 4) return false;
  const line = lineText(state, start).trimEnd();
  let meta: EmbedMeta | null = null;
  if (first === 0x40) {
    const call = callAt(line, 0, line.length);
    if (call === null || call.end !== line.length) return false;
    const embed = readEmbed(call.name, call.argument);
    if (typeof embed === 'string') return false;
    meta = { embed, caption: call.caption };
  } else if (!silent && state.parentType === 'root' && isAlone(state, start)) {
    const embed = /^https?:\/\/\S+$/i.test(line) ? embedAt(line) : null;
    if (embed !== null) meta = { embed, caption: '' };
  }
  if (meta === null) return false;
  if (silent) return true;
  const token = state.push('embed', 'figure', 0);
  token.block = true;
  token.meta = meta;
  token.map = [start, start + 1];
  state.line = start + 1;
  return true;
}

function isAlone(state: StateBlock, line: number): boolean {
  return line + 1 >= state.lineMax || state.isEmpty(line + 1);
}

/** Inline rule at `@[`: a plain link, with a word to the editor where something is wrong with it. */
export function inlineEmbed(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x40) return false;
  const call = callAt(state.src, state.pos, state.posMax);
  if (call === null) return false;
  // `@[name](https://…)` in a running text mentions somebody.
  if (!isEmbedName(call.name) && (state.pos > 0 || call.end < state.posMax)) return false;
  if (!silent) {
    const draft = draftOf(state.env);
    const embed = readEmbed(call.name, call.argument);
    if (typeof embed === 'string') tell(draft, call, embed);
    const url = typeof embed === 'string' ? addressIn(call.argument) : embed.url;
    if (url !== null) state.push('link_open', 'a', 1).attrs = [['href', url]];
    const label = typeof embed === 'string' ? call.argument : `${embed.label}`;
    state.push('text', '', 0).content = call.caption || label;
    if (url !== null) state.push('link_close', 'a', -1);
  }
  state.pos = call.end;
  return true;
}

function addressIn(argument: string): string | null {
  return /^https?:\/\//i.test(argument) ? argument : null;
}

function tell(draft: Draft, call: Call, fault: 'name' | 'id'): void {
  const place = draft.places.locate(fault === 'name' ? call.name : call.argument, draft.from, draft.to);
  draft.problems.push(
    fault === 'name'
      ? unknownEmbed(place, call.name, EMBED_NAMES)
      : embedFault(place, call.name, call.argument),
  );
}

interface Call {
  readonly name: string;
  readonly argument: string;
  readonly caption: string;
  readonly end: number;
}

function callAt(src: string, pos: number, max: number): Call | null {
  CALL.lastIndex = pos;
  const match = CALL.exec(src);
  if (!match || CALL.lastIndex > max) return null;
  const [, name = '', argument = '', caption = ''] = match;
  return { name, argument, caption, end: CALL.lastIndex };
}
