import { type Draft, noteMark } from './draft.js';
import { type Embed, embedAt, isEmbedName, readEmbed } from './embeds.js';
import { HOMEMADE, VARIABLE } from './marks-left.js';

/**
 * Marks of other systems: shortcodes of Hugo `{{< … >}}` and `{{% … %}}`, tags of Liquid, Nunjucks and Twig `{% … %}`,
 * their variables `{{ … }}`, attributes of kramdown `{: … }`, and shortcodes of WordPress `[caption …]`. None is ever executed. Those that name a path, in
 * the target of a link, give the path; tags are taken out and what they enclose stays; variables stay as written.
 */
export interface Mark {
  readonly kind: 'hugo' | 'liquid' | 'variable' | 'kramdown' | 'wordpress';
  /** `ref`, `image`; empty for variables. */
  readonly name: string;
  readonly args: string;
  readonly closing: boolean;
  readonly end: number;
}

const HUGO = /\{\{([<%])[ \t\n]*(\/?)[ \t\n]*([\w./-]+)([\s\S]{0,2000}?)(?:\/[ \t\n]*)?[%>]\}\}/y;
const LIQUID = /\{%[-~]?[ \t\n]*([A-Za-z_][\w-]*)([\s\S]{0,2000}?)[-~]?%\}/y;
const VARIABLE_HERE = new RegExp(VARIABLE.source, 'y');
const KRAMDOWN = /\{:[ \t]*[.#\w][^{}\n]{0,300}\}/y;
/** Words in brackets are one only where arguments or an address say so, or a closing one. */
const WORDPRESS = new RegExp(
  String.raw`\[(?:\/(NAMES)|(NAMES)((?:\s+[a-z_]{1,20}=(?:"[^"\]]{0,300}"|'[^'\]]{0,300}'|[^\s\]"']{1,300}))+|(?:\s+|=)https?:\/\/[^\s\]]{1,300}|(?=\]https?:\/\/))\s*\/?)\]`.replaceAll(
    'NAMES',
    'caption|wp_caption|gallery|embed|audio|video|playlist|youtube|vimeo|dailymotion|googlevideo|slideshare|scribd|flickr|soundcloud|twitter|tweet|instagram',
  ),
  'y',
);

/** Tells the marks of a block that nothing is known of. */
export function noteHomemade(content: string, draft: Draft): void {
  if (content.charCodeAt(0) !== 0x3d /* = */ && !content.includes('\n=')) return;
  for (const [, look = ''] of content.matchAll(HOMEMADE)) noteMark(draft, look, 'text');
}

/** The mark that begins exactly at `pos`. */
export function markAt(src: string, pos: number): Mark | null {
  if (src.charCodeAt(pos) === 0x5b /* [ */) return wordpressAt(src, pos);
  if (src.charCodeAt(pos) !== 0x7b) return null;
  const second = src.charCodeAt(pos + 1);
  const third = src.charCodeAt(pos + 2);
  if (second === 0x7b && (third === 0x3c || third === 0x25)) {
    HUGO.lastIndex = pos;
    const match = HUGO.exec(src);
    if (!match) return null;
    const [all, , slash, name = '', args = ''] = match;
    return { kind: 'hugo', name, args: args.trim(), closing: slash === '/', end: pos + all.length };
  }
  if (second === 0x7b) {
    VARIABLE_HERE.lastIndex = pos;
    const match = VARIABLE_HERE.exec(src);
    return (
      match && {
        kind: 'variable',
        name: '',
        args: match[1] ?? '',
        closing: false,
        end: pos + match[0].length,
      }
    );
  }
  if (second === 0x25) {
    LIQUID.lastIndex = pos;
    const match = LIQUID.exec(src);
    if (!match) return null;
    const [all, name = '', args = ''] = match;
    return { kind: 'liquid', name, args: args.trim(), closing: /^end/.test(name), end: pos + all.length };
  }
  if (second === 0x3a) {
    KRAMDOWN.lastIndex = pos;
    const match = KRAMDOWN.exec(src);
    return match && { kind: 'kramdown', name: '', args: '', closing: false, end: pos + match[0].length };
  }
  return null;
}

function wordpressAt(src: string, pos: number): Mark | null {
  WORDPRESS.lastIndex = pos;
  const match = WORDPRESS.exec(src);
  if (!match) return null;
  const [all, closed, name = closed ?? '', args = ''] = match;
  return { kind: 'wordpress', name, args: args.trim(), closing: closed !== undefined, end: pos + all.length };
}

const TAIL = /(?:[ \t]+[a-z][\w-]{0,30}="[^"\n<>]{0,200}"){1,10}[ \t]*\/?>/y;

/** Where a tag ends, with the end of an HTML tag that somebody left behind it: `{% image a.png %} width="600px">`. */
export function endWithTail({ kind, end }: Mark, src: string): number {
  if (kind !== 'liquid' && kind !== 'hugo') return end;
  TAIL.lastIndex = end;
  return TAIL.test(src) ? TAIL.lastIndex : end;
}

/** How the message calls a mark. */
export function lookOf(mark: Mark): string {
  if (mark.kind === 'wordpress') return `[${mark.name}]`;
  if (mark.kind === 'hugo') return `{{< ${mark.name} >}}`;
  if (mark.kind === 'liquid') return `{% ${mark.name} %}`;
  if (mark.kind === 'kramdown') return '{: … }';
  const filter = /\|\s*([\w-]+)[^|]*$/.exec(mark.args)?.[1];
  return isCall(mark) && filter ? `{{ … | ${filter} }}` : '{{ … }}';
}

/** `{{ "…" | embed }}` and the like are calls, not names that an author shows. */
export function isCall({ kind, args }: Mark): boolean {
  return kind === 'variable' && /^["'][^"']*["']\s*\|/.test(args);
}

/** The card for `{{< youtube id >}}`, `{{< tweet user="x" id="1" >}}`, `{{ "https://…" | embed }}`; null for other marks. */
export function embedOf(mark: Mark): Embed | null {
  if (mark.kind === 'variable') return embedAt(/^["']([^"']*)["']/.exec(mark.args)?.[1] ?? '');
  if (mark.closing) return null;
  if (mark.kind === 'wordpress' && /^=?https?:/i.test(mark.args)) {
    // Addresses were pasted with the `&amp;` of the page that they came from, or a second `?`.
    const [address = '', ...query] = mark.args.replace(/^=/, '').replaceAll('&amp;', '&').split('?');
    return embedAt(query.length === 0 ? address : `${address}?${query.join('&')}`);
  }
  if (!isEmbedName(mark.name)) return null;
  const id =
    /\b(?:id|url)\s*=\s*["']?([^"'\s]+)/.exec(mark.args)?.[1] ??
    /^["']?([^"'\s=]+)/.exec(mark.args)?.[1] ??
    '';
  const embed = readEmbed(mark.name, id);
  return typeof embed === 'string' ? null : embed;
}

/** Stands for the target of a link whose address only another system could work out. */
export const NO_TARGET = '\ufdd2';

/** Between the marks that a link target held and the path that they name. Sources have neither character. */
const MARKED = '\ufdd3';

/**
 * A link target that holds marks, such as `{{ site.baseurl }}/about/`: the path that they name with a note of the
 * marks before it, for `unmark`. Null where there is no mark.
 */
export function markedTarget(
  src: string,
  start: number,
  max: number,
): { target: string; end: number } | null {
  const looks: string[] = [];
  let target = '';
  let known = true;
  let pos = start;
  while (pos < max) {
    const mark = markAt(src, pos);
    if (mark !== null && mark.kind !== 'kramdown' && mark.kind !== 'wordpress' && mark.end <= max) {
      looks.push(lookOf(mark));
      const path = pathOf(mark);
      if (path === null) known = false;
      else target += path;
      pos = mark.end;
      continue;
    }
    const code = src.charCodeAt(pos);
    if (code <= 0x20 || code === 0x29 || code === 0x28 || code === 0x7f) break;
    target += src[pos];
    pos++;
  }
  if (looks.length === 0) return null;
  return { target: `${looks.join(MARKED)}${MARKED}${known ? target || '/' : NO_TARGET}`, end: pos };
}

/** A target without the note of its marks, which are told to the editor. */
export function unmark(target: string, draft: Draft): string {
  if (!target.includes(MARKED)) return target;
  const looks = target.split(MARKED);
  const path = looks.pop() ?? '';
  for (const look of looks) noteMark(draft, look, path === NO_TARGET ? 'out' : 'link');
  return path;
}

/** HTML that the site allows, with the marks taken out, or the path that they name in their place. */
export function unmarkHtml(html: string, draft: Draft): string {
  if (!html.includes('{{') && !html.includes('{%')) return html;
  let result = '';
  let from = 0;
  for (let pos = html.indexOf('{'); pos >= 0; pos = html.indexOf('{', pos)) {
    const mark = markAt(html, pos);
    if (mark === null || mark.kind === 'kramdown') {
      pos++;
      continue;
    }
    const path = pathOf(mark);
    noteMark(draft, lookOf(mark), path === null ? 'out' : 'link');
    result += html.slice(from, pos) + (path ?? '');
    pos = mark.end;
    from = pos;
  }
  return result + html.slice(from);
}

const QUOTED = /^(?:path=|page=)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s|"']+))/;
const PATHS = new Set(['ref', 'relref', 'link', 'post_url', 'url']);
const ROOTS = /^(?:site\.|\.Site\.|\.)?(?:base_?url|url|BaseURL|Site\.BaseURL)\b[^"']*$/i;

/** The path that a mark names: `{{< ref "a.md" >}}`, `{% link a.md %}`, `{{ "/a/" | url }}`, `{{ site.baseurl }}`. */
function pathOf(mark: Mark): string | null {
  if (mark.kind === 'variable') {
    if (ROOTS.test(mark.args)) return '';
    const literal = /^(?:"([^"]*)"|'([^']*)')/.exec(mark.args);
    return literal ? (literal[1] ?? literal[2] ?? '') : null;
  }
  if (!PATHS.has(mark.name)) return null;
  const match = QUOTED.exec(mark.args);
  return match ? (match[1] ?? match[2] ?? match[3] ?? match[4] ?? null) : null;
}
