import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';
import type * as transliteration from 'transliteration';

/*
 * Libraries that few newsrooms need, and that take longer to load than most commands to run: each is loaded when it is first
 * asked for.
 */

const load = createRequire(import.meta.url);

export function loadTransliteration(): typeof transliteration {
  return load('transliteration');
}

export function loadSanitizeHtml(): typeof sanitizeHtml {
  return load('sanitize-html');
}
