/** What a card says that it leads to; decides the words on it. */
export type EmbedKind = 'watch' | 'listen' | 'post' | 'chart' | 'map';

interface Provider {
  readonly name: string;
  /** Other names by which it may be called. */
  readonly names?: readonly string[];
  readonly label: string;
  readonly kind: EmbedKind;
  /** What an editor may write in the brackets besides an address. */
  readonly id: RegExp | null;
  /** The address of the thing on the provider's own site. */
  readonly url: (id: string) => string;
  /** The id in an address; null where the address is none of the provider's. */
  readonly read: (url: URL, host: string) => string | null;
}

const path = (pattern: RegExp, url: URL): string | null =>
  pattern.exec(url.pathname)?.slice(1).find(Boolean) ?? null;

const PROVIDERS: readonly Provider[] = [
  {
    name: 'youtube',
    label: 'YouTube',
    kind: 'watch',
    id: /^[\w-]{11}$/,
    url: (id) => `https://www.youtube.com/watch?v=${id}`,
    read(url, host) {
      if (host === 'youtu.be') return path(/^\/([\w-]{11})$/, url);
      if (!/^(?:m\.|music\.)?youtube(?:-nocookie)?\.com$/.test(host)) return null;
      return url.pathname === '/watch'
        ? (/^[\w-]{11}$/.exec(url.searchParams.get('v') ?? '')?.[0] ?? null)
        : path(/^\/(?:embed|shorts|live|v)\/([\w-]{11})\/?$/, url);
    },
  },
  {
    name: 'vimeo',
    label: 'Vimeo',
    kind: 'watch',
    id: /^\d{5,12}(?:\/[0-9a-f]{6,16})?$/,
    url: (id) => `https://vimeo.com/${id}`,
    read(url, host) {
      if (host === 'player.vimeo.com') return path(/^\/video\/(\d{5,12})\/?$/, url);
      return host === 'vimeo.com' ? path(/^\/(\d{5,12}(?:\/[0-9a-f]{6,16})?)\/?$/, url) : null;
    },
  },
  {
    name: 'dailymotion',
    label: 'Dailymotion',
    kind: 'watch',
    id: /^[A-Za-z0-9]{5,10}$/,
    url: (id) => `https://www.dailymotion.com/video/${id}`,
    read(url, host) {
      if (host === 'dai.ly') return path(/^\/([A-Za-z0-9]{5,10})$/, url);
      return host === 'dailymotion.com' ? path(/^\/(?:embed\/)?video\/([A-Za-z0-9]{5,10})\/?$/, url) : null;
    },
  },
  {
    name: 'x',
    names: ['twitter', 'tweet'],
    label: 'X',
    kind: 'post',
    id: /^(?:\w{1,15}\/status\/)?\d{1,20}$/,
    url: (id) => `https://x.com/${/^\d+$/.test(id) ? `i/status/${id}` : id}`,
    read: (url, host) =>
      /^(?:mobile\.)?(?:x|twitter)\.com$/.test(host)
        ? path(/^\/((?:\w{1,15}|i\/web)\/status\/\d{1,20})(?:\/(?:photo|video)\/\d)?\/?$/, url)
        : null,
  },
  {
    name: 'bluesky',
    label: 'Bluesky',
    kind: 'post',
    id: /^[\w.:-]{3,100}\/post\/[a-z0-9]{10,20}$/,
    url: (id) => `https://bsky.app/profile/${id}`,
    read: (url, host) =>
      host === 'bsky.app' ? path(/^\/profile\/([\w.:-]{3,100}\/post\/[a-z0-9]{10,20})\/?$/, url) : null,
  },
  {
    name: 'instagram',
    label: 'Instagram',
    kind: 'post',
    id: /^(?:(?:p|reel|tv)\/)?[\w-]{5,40}$/,
    url: (id) => `https://www.instagram.com/${id.includes('/') ? id : `p/${id}`}/`,
    read: (url, host) =>
      host === 'instagram.com' ? path(/^\/(?:[\w.]+\/)?((?:p|reel|tv)\/[\w-]{5,40})\/?$/, url) : null,
  },
  {
    name: 'tiktok',
    label: 'TikTok',
    kind: 'watch',
    id: /^@[\w.]{1,30}\/video\/\d{10,25}$/,
    url: (id) => `https://www.tiktok.com/${id}`,
    read: (url, host) =>
      host === 'tiktok.com' ? path(/^\/(@[\w.]{1,30}\/video\/\d{10,25})\/?$/, url) : null,
  },
  {
    name: 'facebook',
    label: 'Facebook',
    kind: 'post',
    id: null,
    url: (id) => `https://www.facebook.com/${id}`,
    read(url, host) {
      if (!/^(?:m\.|web\.)?facebook\.com$/.test(host)) return null;
      const story = path(
        /^\/([\w.-]+\/(?:posts|videos|photos)\/[\w.-]+(?:\/[\w.-]+)?|reel\/\d+|share\/[pvr]\/\w+)\/?$/,
        url,
      );
      if (story !== null) return story;
      const query = /^\/(watch|photo|permalink\.php|story\.php|video\.php)\/?$/.exec(url.pathname)?.[1];
      return query && /^\?[\w.&=%-]+$/.test(url.search) ? `${query}${url.search}` : null;
    },
  },
  {
    name: 'soundcloud',
    label: 'SoundCloud',
    kind: 'listen',
    id: /^[\w-]+\/(?:sets\/)?[\w-]+$/,
    url: (id) => `https://soundcloud.com/${id}`,
    read: (url, host) =>
      /^(?:m\.)?soundcloud\.com$/.test(host) ? path(/^\/([\w-]+\/(?:sets\/)?[\w-]+)\/?$/, url) : null,
  },
  {
    name: 'spotify',
    label: 'Spotify',
    kind: 'listen',
    id: /^(?:track|album|playlist|episode|show|artist)\/[A-Za-z0-9]{22}$/,
    url: (id) => `https://open.spotify.com/${id}`,
    read: (url, host) =>
      host === 'open.spotify.com'
        ? path(
            /^\/(?:intl-[a-z]{2}\/)?(?:embed\/)?((?:track|album|playlist|episode|show|artist)\/[A-Za-z0-9]{22})\/?$/,
            url,
          )
        : null,
  },
  {
    name: 'datawrapper',
    label: 'Datawrapper',
    kind: 'chart',
    id: /^[A-Za-z0-9]{5}$/,
    url: (id) => `https://datawrapper.dwcdn.net/${id}/`,
    read(url, host) {
      if (host === 'datawrapper.dwcdn.net') return path(/^\/([A-Za-z0-9]{5})(?:\/\d+)?\/?$/, url);
      return host === 'datawrapper.de' ? path(/^\/_\/([A-Za-z0-9]{5})\/?$/, url) : null;
    },
  },
  {
    name: 'openstreetmap',
    names: ['osm', 'map'],
    label: 'OpenStreetMap',
    kind: 'map',
    id: /^\d{1,2}\/-?\d{1,2}(?:\.\d+)?\/-?\d{1,3}(?:\.\d+)?$/,
    url: (id) =>
      /^\d/.test(id) ? `https://www.openstreetmap.org/#map=${id}` : `https://www.openstreetmap.org/${id}`,
    read(url, host) {
      if (host !== 'openstreetmap.org') return null;
      const rest = `${url.pathname.slice(1)}${url.search}${url.hash}`;
      return rest !== '' && /^[\w/?&=.,#:-]+$/.test(rest) ? rest : null;
    },
  },
  {
    // Behind the others: any server may be one of these.
    name: 'mastodon',
    label: 'Mastodon',
    kind: 'post',
    id: null,
    url: (id) => `https://${id}`,
    read(url, host) {
      if (!host.includes('.') || url.port !== '') return null;
      const post = path(
        /^\/(@\w{1,60}(?:@[\w.-]+)?\/\d{15,20}|users\/\w{1,60}\/statuses\/\d{15,20})\/?$/,
        url,
      );
      return post === null ? null : `${host}/${post}`;
    },
  },
];

/** A known thing on another site. */
export interface Embed {
  readonly name: string;
  readonly label: string;
  readonly kind: EmbedKind;
  readonly id: string;
  readonly url: string;
}

/** Names that may stand in `@[name](…)`. */
export const EMBED_NAMES: readonly string[] = PROVIDERS.flatMap(({ name, names = [] }) => [name, ...names]);

/** Whether `@[name](…)` names a site to embed from. */
export function isEmbedName(name: string): boolean {
  return EMBED_NAMES.includes(name.toLowerCase());
}

/** What `@[name](argument)` means: an embed; `name` or `id` where that is what's wrong. */
export function readEmbed(name: string, argument: string): Embed | 'name' | 'id' {
  const wanted = name.toLowerCase();
  const provider = PROVIDERS.find((known) => known.name === wanted || known.names?.includes(wanted));
  if (!provider) return 'name';
  const id = provider.id?.test(argument) ? argument : idIn(provider, argument);
  return id === null ? 'id' : embedOf(provider, id);
}

/** The embed at a bare address, or null. */
export function embedAt(address: string): Embed | null {
  for (const provider of PROVIDERS) {
    const id = idIn(provider, address);
    if (id !== null) return embedOf(provider, id);
  }
  return null;
}

function embedOf({ name, label, kind, url }: Provider, id: string): Embed {
  return { name, label, kind, id, url: url(id) };
}

function idIn(provider: Provider, address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  return provider.read(url, url.hostname.replace(/^www\./, ''));
}
