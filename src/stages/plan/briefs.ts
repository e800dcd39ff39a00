import type { Entry, Site } from '../../model/site.js';
import type { Brief } from '../../model/view.js';
import { dirOf } from '../../text/lang.js';
import { languageFor } from '../../text/languages.js';

/** A story as pages of a language show it: one of another language of the site, pinned by an editor, says which. */
export function briefIn({ config, languages }: Site, { article, brief }: Entry): Brief {
  const [main, ...others] = languages.map((local) => local.config);
  if (main === undefined || others.length === 0) return brief;
  if (languageFor(main, others, article.lang).root === config.root) return brief;
  const dir = dirOf(article.lang);
  return { ...brief, lang: article.lang, dir, summaryDir: dir };
}
