/**
 * What hosts of static sites publish about their limits: the only place where such figures stand. Each was read at its
 * source on the day below; where a host says nothing, nothing is assumed.
 */
export const HOSTS_READ = '2026-11-24';

export const HOST_NAMES = ['cloudflare', 'netlify', 'github', 'gitlab', 's3'] as const;
export type HostName = (typeof HOST_NAMES)[number];

/** One published figure. */
export interface Limit {
  readonly most: number;
  /** Where the host says it. */
  readonly source: string;
  /** Words that belong to the figure: `on the Free plan; 100,000 on paid ones`. */
  readonly note?: string;
  /** True where more is not refused, only not advised. */
  readonly advised?: true;
}

export interface Host {
  /** As people call it. */
  readonly title: string;
  readonly files: (Limit & { readonly foldersToo?: true }) | null;
  readonly fileBytes: Limit | null;
  readonly siteBytes: Limit | null;
  /** Bytes of a path below the site, as UTF-8. */
  readonly pathBytes: Limit | null;
  /** The file `_redirects` at the top of the site; null where the host reads none. */
  readonly redirects: {
    /** Rules without `*` and `:name`. */
    readonly rules: Limit | null;
    readonly lineLength: Limit | null;
    readonly fileBytes: Limit | null;
    /** Whether rules may ask for parts behind the `?`. */
    readonly queries: boolean;
    /** Whether a rule may answer in place of a file that is there. */
    readonly overFiles: boolean;
    readonly statuses: readonly number[];
  } | null;
  /** The file `_headers` at the top of the site; null where the host reads none. */
  readonly headers: { readonly rules: Limit | null; readonly lineLength: Limit | null } | null;
  /** Where the host says how it answers old and removed addresses. */
  readonly source: string;
}

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

const CLOUDFLARE = 'https://developers.cloudflare.com/pages/platform/limits/';
const CLOUDFLARE_REDIRECTS = 'https://developers.cloudflare.com/pages/configuration/redirects/';
const NETLIFY_REDIRECTS = 'https://docs.netlify.com/manage/routing/redirects/overview/';
const GITHUB = 'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits';
const GITLAB = 'https://docs.gitlab.com/user/gitlab_com/#gitlab-pages';
const GITLAB_REDIRECTS = 'https://docs.gitlab.com/user/project/pages/redirects/';
const S3_KEYS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html';
const S3_PUT = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html';
const S3_REDIRECTS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html';

export const HOSTS: { readonly [name in HostName]: Host } = {
  cloudflare: {
    title: 'Cloudflare Pages',
    files: { most: 20_000, source: CLOUDFLARE, note: 'on the Free plan; 100,000 on paid ones' },
    fileBytes: { most: 25 * MIB, source: CLOUDFLARE },
    siteBytes: null,
    pathBytes: null,
    redirects: {
      rules: { most: 2000, source: CLOUDFLARE_REDIRECTS },
      lineLength: { most: 1000, source: CLOUDFLARE_REDIRECTS },
      fileBytes: null,
      queries: false,
      overFiles: true,
      statuses: [200, 301, 302, 303, 307, 308],
    },
    headers: {
      rules: { most: 100, source: CLOUDFLARE },
      lineLength: { most: 2000, source: CLOUDFLARE },
    },
    source: CLOUDFLARE_REDIRECTS,
  },
  netlify: {
    title: 'Netlify',
    files: null,
    fileBytes: null,
    siteBytes: null,
    pathBytes: null,
    redirects: {
      rules: { most: 10_000, source: NETLIFY_REDIRECTS, advised: true },
      lineLength: null,
      fileBytes: null,
      queries: true,
      overFiles: true,
      statuses: [200, 301, 302, 404],
    },
    headers: { rules: null, lineLength: null },
    source: NETLIFY_REDIRECTS,
  },
  github: {
    title: 'GitHub Pages',
    files: null,
    fileBytes: null,
    siteBytes: { most: GIB, source: GITHUB },
    pathBytes: null,
    redirects: null,
    headers: null,
    source: GITHUB,
  },
  gitlab: {
    title: 'GitLab Pages',
    files: { most: 200_000, source: GITLAB, note: 'folders counted too', foldersToo: true },
    fileBytes: null,
    siteBytes: { most: GIB, source: GITLAB, note: 'on GitLab.com' },
    pathBytes: null,
    redirects: {
      rules: { most: 1000, source: GITLAB_REDIRECTS },
      lineLength: null,
      fileBytes: { most: 64 * 1024, source: GITLAB_REDIRECTS },
      queries: false,
      overFiles: false,
      statuses: [200, 301, 302],
    },
    headers: null,
    source: GITLAB_REDIRECTS,
  },
  s3: {
    title: 'Amazon S3',
    files: null,
    fileBytes: { most: 5 * GIB, source: S3_PUT, note: 'in one upload' },
    siteBytes: null,
    pathBytes: { most: 1024, source: S3_KEYS },
    redirects: null,
    headers: null,
    source: S3_REDIRECTS,
  },
};

/** Bytes of `x-amz-website-redirect-location`, the address that an object of S3 sends readers to. */
export const S3_LOCATION: Limit = {
  most: 2048,
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
};
