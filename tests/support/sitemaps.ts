import { join } from 'node:path';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

let validator: XsdValidator | undefined;

/** Checks a sitemap or an index of sitemaps against `tests/formats/sitemap.xsd`. @throws with all that is wrong */
export function validateSitemap(text: string): void {
  if (validator === undefined) {
    xmlRegisterFsInputProviders();
    const file = join(import.meta.dirname, '../formats/sitemap.xsd');
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="${file}"/></xs:schema>`;
    using document = XmlDocument.fromString(schema);
    validator = XsdValidator.fromDoc(document);
  }
  using document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
  validator.validate(document);
}

/** What stands in every element of a name, entities read. */
export const valuesOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );
