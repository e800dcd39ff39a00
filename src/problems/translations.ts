import type { Place, Problem } from '../model/problem.js';
import { shown } from './quote.js';

export const unknownTranslation = (place: Place, text: string): Problem => ({
  ...place,
  code: 'unknown-translation',
  severity: 'warning',
  message: `\`translationOf\` names "${shown(text)}", but readers can see no such article.`,
  hint: 'Write the id of the original, or the path of its file.',
});

export const hiddenTranslation = (place: Place): Problem => ({
  ...place,
  code: 'hidden-translation',
  severity: 'warning',
  message:
    'The original of this translation can’t be seen by readers yet. The translation stands alone, with nothing of the original.',
  hint: 'Publish both at one time, with the same `date` or `embargo`. The links between them appear with the later one.',
});

export const translationOfItself = (place: Place): Problem => ({
  ...place,
  code: 'translation-of-itself',
  severity: 'warning',
  message: '`translationOf` names this very article.',
  hint: 'Name the original, or take the line out where this is the original.',
});

export const translationCircle = (place: Place, others: readonly string[]): Problem => ({
  ...place,
  code: 'translation-circle',
  severity: 'warning',
  message: `Translations lead in a circle: this article and ${others.map(shown).join(', ')} each say that they are a translation of the next.`,
  hint: 'Take `translationOf` out of the original, the one that was written first.',
});

export const translationTwice = (place: Place, lang: string, other: string, original: boolean): Problem => ({
  ...place,
  code: 'translation-twice',
  severity: 'warning',
  message: original
    ? `This translation is in the language of its original, \`${shown(lang)}\`: ${shown(other)}.`
    : `There is another translation into \`${shown(lang)}\`: ${shown(other)}. Readers of other languages are led to that one alone.`,
  hint: original
    ? 'Write the language of this article in `lang`. If it is another version of the same story and no translation, take `translationOf` out.'
    : 'Take `translationOf` out of one of the two, or correct its `lang`.',
});

export const pageTranslation = (place: Place, text: string): Problem => ({
  ...place,
  code: 'page-translation',
  severity: 'warning',
  message: `\`translationOf\` names "${shown(text)}", but there is no such page in another language.`,
  hint: 'Write the path of the other page’s file, such as `content/pages/about.md`, or its address.',
});
