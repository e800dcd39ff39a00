import { byText } from '../../text/order.js';
import { check } from './check.js';
import { config } from './config/index.js';
import type { CatalogueEntry } from './entry.js';
import { feeds } from './feeds.js';
import { files } from './files.js';
import { frontMatter } from './front-matter/index.js';
import { hosts } from './hosts.js';
import { machines } from './machines.js';
import { markdown } from './markdown.js';
import { pictures } from './pictures.js';
import { publish } from './publish.js';
import { redirects } from './redirects.js';
import { related } from './related.js';
import { security } from './security.js';
import { site } from './site.js';
import { styles } from './styles.js';
import { template } from './template/index.js';
import { theme } from './theme.js';
import { translations } from './translations.js';
import { usage } from './usage.js';

export type { CatalogueEntry } from './entry.js';

/** An area of the catalogue; the order is that of `docs/problems.md`. */
export interface CatalogueArea {
  /** Name of its file or folder in `problems/`. */
  readonly name: string;
  readonly title: string;
  readonly entries: readonly CatalogueEntry[];
}

export const AREAS: readonly CatalogueArea[] = [
  { name: 'front-matter', title: 'Front matter of articles', entries: frontMatter },
  { name: 'files', title: 'Files and folders', entries: files },
  { name: 'markdown', title: 'Text', entries: markdown },
  { name: 'site', title: 'The site as a whole', entries: site },
  { name: 'translations', title: 'Translations', entries: translations },
  { name: 'pictures', title: 'Pictures', entries: pictures },
  { name: 'related', title: 'Related news', entries: related },
  { name: 'redirects', title: 'Old and published addresses', entries: redirects },
  { name: 'check', title: 'What only `dateline check` asks', entries: check },
  { name: 'hosts', title: 'What `dateline check --target` asks', entries: hosts },
  { name: 'config', title: 'site.yaml and curated fronts', entries: config },
  { name: 'security', title: 'Headers and policy', entries: security },
  { name: 'machines', title: 'What search engines read', entries: machines },
  { name: 'feeds', title: 'Feeds', entries: feeds },
  { name: 'theme', title: 'The look of the site', entries: theme },
  { name: 'template', title: 'Templates', entries: template },
  { name: 'styles', title: 'Style sheets and scripts', entries: styles },
  { name: 'publish', title: 'Publishing', entries: publish },
  { name: 'usage', title: 'Commands', entries: usage },
];

/** Every code with its entry. */
export const CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map(
  AREAS.flatMap((area) => area.entries.map((entry) => [entry.code, entry] as const)),
);

/** Codes of warnings, whose severity a site may change; in order. */
export const WARNING_CODES: readonly string[] = [...CATALOGUE.values()]
  .filter((entry) => entry.severity === 'warning')
  .map((entry) => entry.code)
  .sort(byText);
