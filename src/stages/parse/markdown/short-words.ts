/** Prepositions and conjunctions of one letter, which may not end a line, by language. */
const SHORT: { readonly [language: string]: string } = { cs: 'ksvzouai', sk: 'ksvzouai', pl: 'wzouai' };

const RULES = new Map(
  Object.entries(SHORT).map(([language, letters]) => [
    language,
    new RegExp(`(?<=(?:^|[\\s\\p{Ps}\\p{Pi}„‚«»"'–—])[${letters}${letters.toUpperCase()}]) (?=\\S|$)`, 'gu'),
  ]),
);

/** Whether a language keeps words of one letter with the next. */
export function bindsShortWords(lang: string): boolean {
  return RULES.has(languageOf(lang));
}

/** A text in which such words can't be parted from the next: `v\u00a0Praze`. */
export function bindShortWords(text: string, lang: string): string {
  const rule = RULES.get(languageOf(lang));
  return rule === undefined ? text : text.replace(rule, '\u00a0');
}

/** Whether a text ends in such a word, so that no line may break behind it. */
export function endsInShortWord(text: string, lang: string): boolean {
  return bindShortWords(`${text.slice(-2)} `, lang).endsWith('\u00a0');
}

function languageOf(lang: string): string {
  return lang.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}
