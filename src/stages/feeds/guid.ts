import type { Article } from '../../model/article.js';
import { xmlText } from '../../text/xml.js';

/**
 * The date that a `tag:` URI needs besides the name, here a year: one in which the name was the site's. It is part of every guid and
 * so may never change.
 */
const DATE = '2026';

/**
 * The permanent name of a story in feeds, made of permanent names alone: neither its address nor its headline, date or
 * section is in it, so readers' programs take it for the same story whatever is done to those (RFC 4151).
 */
export function tagUri(siteId: string, articleId: string): string {
  const authority = siteId
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return `tag:${authority || 'site'},${DATE}:${encodeId(articleId)}`;
}

/** As a name stands in a `tag:` URI: different names stay different, and a file's name is the same on every system. */
function encodeId(id: string): string {
  return encodeURI(id.normalize('NFC').toWellFormed()).replace(
    /[#[\]]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

/** The guid of an article and, for Atom, an IRI: the old system's name for it where it was kept, else our own. */
export function guidsOf(siteId: string, { id, guid }: Article): { guid: string; iri: string } {
  const own = tagUri(siteId, id);
  const kept = guid === null ? '' : xmlText(guid).trim();
  return kept === '' ? { guid: own, iri: own } : { guid: kept, iri: IRI.test(kept) ? kept : own };
}
