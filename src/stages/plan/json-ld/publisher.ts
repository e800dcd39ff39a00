import type {
  ContactPoint,
  ImageObject,
  NewsMediaOrganizationLeaf,
  PostalAddress,
  WebSite,
} from 'schema-dts';
import { type Contacts, POLICIES } from '../../../model/machines.js';
import type { Site } from '../../../model/site.js';
import type { PictureView } from '../../../model/view.js';
import { absolute, wholeAddress } from '../../../text/urls.js';
import { plainPicture } from '../../../text/variants.js';

/** A name for the newsroom, so that what different pages say of it is said of one thing. */
const publisherId = ({ config }: Site): string => `${config.url}#publisher`;

/** A picture with what is known of it. */
export function imageObject(site: Site, picture: PictureView): ImageObject {
  const { src, width, height, caption, credit } = plainPicture(picture);
  return {
    '@type': 'ImageObject',
    url: wholeAddress(site.config, src),
    ...(width !== null && height !== null && { width: `${width}`, height: `${height}` }),
    ...(caption !== null && { caption }),
    ...(credit !== null && { creditText: credit }),
  };
}

/** The publisher as every article names it: who it is, its mark, and its principles. */
export function publisher(site: Site): NewsMediaOrganizationLeaf {
  const { config, identity } = site;
  const { publishingPrinciples } = identity.policies;
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(site),
    name: config.publisher.name,
    url: config.publisher.url ?? config.url,
    ...(identity.logo !== null && { logo: imageObject(site, { ...identity.logo, caption: null }) }),
    ...(publishingPrinciples !== undefined && { publishingPrinciples }),
  };
}

/** All that the newsroom says of itself: its policies, where else it is, how old. For the front page. */
export function wholePublisher(site: Site): NewsMediaOrganizationLeaf {
  const { config, identity } = site;
  const { foundingDate, sameAs, alternateName, legalName, contacts } = config.publisher;
  const policies = POLICIES.filter((policy) => identity.policies[policy] !== undefined);
  return {
    ...publisher(site),
    ...(config.description !== null && { description: config.description }),
    ...(foundingDate !== null && { foundingDate }),
    ...(sameAs.length > 0 && { sameAs: [...sameAs] }),
    ...(alternateName.length > 0 && { alternateName: [...alternateName] }),
    ...(legalName !== null && { legalName }),
    ...reached(contacts),
    ...Object.fromEntries(policies.map((policy) => [policy, identity.policies[policy]])),
  };
}

/** How readers reach the newsroom, as far as `site.yaml` says it. */
function reached({ email, telephone, address, contactPoint }: Contacts): Partial<NewsMediaOrganizationLeaf> {
  const postal: PostalAddress | null = address === null ? null : { '@type': 'PostalAddress', ...address };
  const points = contactPoint.map(
    ({ contactType, email, telephone }): ContactPoint => ({
      '@type': 'ContactPoint',
      contactType,
      ...(email !== undefined && { email }),
      ...(telephone !== undefined && { telephone }),
    }),
  );
  return {
    ...(email !== null && { email }),
    ...(telephone !== null && { telephone }),
    ...(postal !== null && { address: postal }),
    ...(points.length > 0 && { contactPoint: points }),
  };
}

/** The front page tells search engines what the site is called. */
export function webSite(site: Site): WebSite {
  const { title, description, tagline, language, publisher, root } = site.config;
  const url = absolute(site.config.url, root);
  return {
    '@type': 'WebSite',
    name: title,
    ...(publisher.alternateName.length > 0 && { alternateName: [...publisher.alternateName] }),
    url,
    ...((description ?? tagline) !== null && { description: description ?? tagline ?? '' }),
    inLanguage: language,
    publisher: { '@id': publisherId(site) },
  };
}
