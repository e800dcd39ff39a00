import type { Config, SectionConfig } from '../model/config.js';
import { languageKey } from './lang.js';

/** The configuration of every language of a site, the main one first. */
export const languagesOf = (config: Config): readonly Config[] =>
  config.languages.length === 0 ? [config] : [config, ...config.languages];

/** Names a language with the addresses of its pages: what `configFor` needs to know of one. */
export interface SiteLanguage {
  readonly language: string;
}

/**
 * The language of the site in which something stands that is written in `lang`: the same tag, else the same language
 * and script in another country (`ar-EG` in `ar`), else the same language (`zh-TW` in `zh-Hant`), else the main one.
 */
export function languageFor<T extends SiteLanguage>(main: T, others: readonly T[], lang: string): T {
  if (others.length === 0 || lang === main.language) return main;
  const exact = others.find(({ language }) => language === lang);
  if (exact !== undefined) return exact;
  const all = [main, ...others];
  const key = languageKey(lang);
  const [spoken] = key.split('-');
  return (
    all.find(({ language }) => languageKey(language) === key) ??
    all.find(({ language }) => languageKey(language).split('-')[0] === spoken) ??
    main
  );
}

/** By what a front of a language is called in `content/fronts/`: `home`, `home.sq`, `world/europe.sq`. */
export const frontId = ({ root, language }: Config, name: string): string =>
  root === '/' ? name : `${name}.${language}`;

/**
 * The address of a section in a language, as far as its own and the sections around it have another there:
 * `world/europe` → `bote/evrope`.
 */
export function sectionPath(sections: readonly SectionConfig[], slug: string): string {
  for (let around = slug; around !== ''; around = around.slice(0, Math.max(0, around.lastIndexOf('/')))) {
    const found = sections.find((section) => section.slug === around);
    if (found !== undefined) return (found.path ?? found.slug) + slug.slice(around.length);
  }
  return slug;
}

/** What speakers of a language call it, in lower or upper case as they write it within a list. */
const OWN_NAMES: { readonly [lang: string]: string } = {
  af: 'Afrikaans',
  am: 'አማርኛ',
  ar: 'العربية',
  az: 'Azərbaycan dili',
  be: 'Беларуская',
  bg: 'Български',
  bn: 'বাংলা',
  bs: 'Bosanski',
  ca: 'Català',
  ckb: 'کوردیی ناوەندی',
  cs: 'Čeština',
  cy: 'Cymraeg',
  da: 'Dansk',
  de: 'Deutsch',
  el: 'Ελληνικά',
  en: 'English',
  es: 'Español',
  et: 'Eesti',
  eu: 'Euskara',
  fa: 'فارسی',
  fi: 'Suomi',
  fr: 'Français',
  ga: 'Gaeilge',
  gl: 'Galego',
  gu: 'ગુજરાતી',
  he: 'עברית',
  hi: 'हिन्दी',
  hr: 'Hrvatski',
  hu: 'Magyar',
  hy: 'Հայերեն',
  id: 'Bahasa Indonesia',
  is: 'Íslenska',
  it: 'Italiano',
  ja: '日本語',
  ka: 'ქართული',
  kk: 'Қазақ тілі',
  km: 'ខ្មែរ',
  ko: '한국어',
  ku: 'Kurdî',
  ky: 'Кыргызча',
  lo: 'ລາວ',
  lt: 'Lietuvių',
  lv: 'Latviešu',
  mk: 'Македонски',
  mn: 'Монгол',
  ms: 'Bahasa Melayu',
  mt: 'Malti',
  my: 'မြန်မာ',
  nb: 'Norsk bokmål',
  ne: 'नेपाली',
  nl: 'Nederlands',
  nn: 'Norsk nynorsk',
  no: 'Norsk',
  pa: 'ਪੰਜਾਬੀ',
  pl: 'Polski',
  ps: 'پښتو',
  pt: 'Português',
  ro: 'Română',
  ru: 'Русский',
  si: 'සිංහල',
  sk: 'Slovenčina',
  sl: 'Slovenščina',
  so: 'Soomaali',
  sq: 'Shqip',
  sr: 'Српски',
  'sr-latn': 'Srpski',
  sv: 'Svenska',
  sw: 'Kiswahili',
  ta: 'தமிழ்',
  te: 'తెలుగు',
  tg: 'Тоҷикӣ',
  th: 'ไทย',
  ti: 'ትግርኛ',
  tk: 'Türkmençe',
  tl: 'Tagalog',
  tr: 'Türkçe',
  ug: 'ئۇيغۇرچە',
  uk: 'Українська',
  ur: 'اردو',
  uz: 'Oʻzbekcha',
  vi: 'Tiếng Việt',
  yi: 'ייִדיש',
  zh: '中文',
  'zh-hans': '简体中文',
  'zh-hant': '繁體中文',
};

/** What a language calls itself; the tag where that is not known. Not asked of `Intl`, which words it anew in each release. */
export function ownNameOf(lang: string): string {
  const key = languageKey(lang);
  return OWN_NAMES[key] ?? OWN_NAMES[key.split('-')[0] ?? ''] ?? lang;
}
