/**
 * Words of a slug, for readers: `press-freedom` → `Press freedom`, and with `every` word in capitals, as names have
 * them, `rudina-leka` → `Rudina Leka`.
 */
export function wordsOfSlug(slug: string, every = false): string {
  const words = slug.replace(/[-_]+/g, ' ').trim();
  return words.replace(every ? /(?<!\S)\p{Ll}/gu : /^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const PARTS = /^\p{Ll}+(?:[-_]\p{Ll}+){1,5}$/u;

/**
 * A name that a file gives as a slug and nothing explains, in words. Others stay as they are written: `wi-fi`,
 * `covid-19` and `e-mail` are words with a hyphen, `geekpi` is what somebody calls himself.
 */
export function nameInWords(name: string, kind: 'author' | 'tag' | 'series'): string {
  if (!PARTS.test(name)) return name;
  const parts = name.split(/[-_]/);
  if (kind !== 'author' && !(parts.every((part) => part.length > 1) && parts.some((part) => part.length > 3)))
    return name;
  return wordsOfSlug(name, kind === 'author');
}
