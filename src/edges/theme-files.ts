/** Which files of `templates/` are what, by their names alone. */

/** Why a file that looks as if it were meant for the site is not used, and what to do about it. */
export interface Unused {
  readonly why: string;
  readonly cure: string;
}

const TAG = /^[a-z]{2,3}(?:-[a-z\d]+)*$/i;

/** The language of a file of texts, as browsers write it: `texts/pt-br.yaml` is `pt-BR`. Null: it is no such file. */
export function languageOfFile(name: string): string | null {
  const written = /^texts\/([^/]+)\.ya?ml$/.exec(name)?.[1];
  if (written === undefined || !TAG.test(written)) return null;
  const tag = canonical(written);
  return tag?.toLowerCase() === written.toLowerCase() ? tag : written;
}

/** Null: the file is used, or nobody would expect it to be, such as a README. */
export function unusedFile(name: string): Unused | null {
  if (name.startsWith('@theme/')) {
    return {
      why: 'names that begin with `@theme/` are those of the theme that comes with Dateline',
      cure: `Move it to \`templates/${name.slice('@theme/'.length)}\`: it then takes the place of the theme’s file.`,
    };
  }
  if (name.endsWith('.njk') || name.startsWith('assets/')) return null;
  if (/^texts\/./.test(name) && /\.(?:ya?ml|json|toml)$/i.test(name)) return unusedTexts(name);
  if (/\.(?:html?|nunjucks|nj|j2|jinja2?|twig|liquid|hbs|ejs)$/i.test(name)) {
    const renamed = name.replace(/(?:\.njk)?\.\w+$/, '.njk');
    return {
      why: 'templates are the files that end in `.njk`',
      cure: `Rename it to \`templates/${renamed}\`.`,
    };
  }
  if (/\.(?:css|m?js|svg|png|jpe?g|webp|avif|gif|ico|woff2?|ttf|otf)$/i.test(name)) {
    return {
      why: 'style sheets, scripts, pictures and fonts are published from `templates/assets/` alone',
      cure: `Move it to \`templates/assets/${name}\`, and print its address with \`{{ asset('${name}') }}\`.`,
    };
  }
  return null;
}

function unusedTexts(name: string): Unused | null {
  if (languageOfFile(name) !== null) return null;
  const written = name.slice('texts/'.length);
  const language = tagOf((written.split('/').at(-1) ?? '').replace(/\.\w+$/, ''));
  return {
    why: 'texts are read from `templates/texts/LANGUAGE.yaml`, where LANGUAGE is a language tag such as `en` or `pt-BR`',
    cure:
      language === null
        ? 'Rename it after the tag of its language: `en.yaml` for English, `sq.yaml` for Albanian.'
        : `Rename it to \`templates/texts/${language}.yaml\`.`,
  };
}

/** The tag of a language that someone named otherwise: `en_US`, `English`, `italiano`. */
function tagOf(name: string): string | null {
  const tag = name.replaceAll('_', '-');
  if (TAG.test(tag)) return canonical(tag);
  const wanted = name.toLowerCase();
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  for (const a of 'abcdefghijklmnopqrstuvwxyz') {
    for (const b of 'abcdefghijklmnopqrstuvwxyz') {
      const named = english.of(a + b);
      if (named === undefined) continue;
      const own = new Intl.DisplayNames([a + b], { type: 'language', fallback: 'none' }).of(a + b);
      if (named.toLowerCase() === wanted || own?.toLowerCase() === wanted) return a + b;
    }
  }
  return null;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
