import type { CatalogueEntry } from './entry.js';

export const hosts: readonly CatalogueEntry[] = [
  {
    code: 'host-files',
    severity: 'error',
    title: 'A host takes fewer files than the site has',
    explanation:
      'Cloudflare Pages takes 20,000 files of a site on its Free plan, GitLab Pages 200,000 files and folders.',
    example: 'dateline check --target cloudflare   # a site of 15 years',
    cure: 'related: { pages: none }',
  },
  {
    code: 'host-size',
    severity: 'error',
    title: 'A site is larger than the host takes',
    explanation: 'GitHub Pages and GitLab.com take 1 GiB.',
    example: 'dateline check --target github   # with videos in content/media/',
    cure: 'Keep large files on another host.',
  },
  {
    code: 'host-file-size',
    severity: 'error',
    title: 'A file is larger than the host takes',
    explanation: 'Cloudflare Pages takes files of 25 MiB, S3 5 GiB in one upload.',
    example: 'content/media/interview.mp4   # 80 MB',
    cure: 'Keep large files on another host.',
  },
  {
    code: 'host-path',
    severity: 'error',
    title: 'A path is longer than the host takes',
    explanation: 'S3 takes 1,024 bytes for the name of an object; letters outside of ASCII have two to four.',
    example: 'slug: a whole paragraph',
    cure: 'slug: a-few-words',
  },
  {
    code: 'host-redirects',
    severity: 'error',
    title: 'A host reads fewer redirects than there are',
    explanation:
      'Cloudflare Pages reads 2,000 redirects, GitLab Pages 1,000. Others are not heeded, and nobody is told.',
    example: 'redirects: [cloudflare]   # and 3,000 old addresses',
    cure: 'redirects: [html, cloudflare]',
  },
  {
    code: 'host-many-redirects',
    severity: 'warning',
    title: 'A host advises fewer redirects',
    explanation:
      'Netlify publishes no limit but advises other means from 10,000 redirects on, and says that a deploy may fail.',
    example: 'redirects: [netlify]   # and 15,000 old addresses',
    cure: 'redirects: [html]',
  },
  {
    code: 'host-rule-file',
    severity: 'error',
    title: 'A file of rules is larger than the host reads',
    explanation: 'GitLab Pages reads a `_redirects` of 64 KiB.',
    example: 'redirects: [netlify]   # and GitLab Pages',
    cure: 'redirects: [html]',
  },
  {
    code: 'host-rule',
    severity: 'warning',
    title: 'A rule is not what the host reads',
    explanation:
      'Hosts read different dialects of `_redirects`: statuses, `!` behind them, parts behind a `?`.',
    example: '/old /new 410   # content/static/_redirects, at Cloudflare',
    cure: '/old /new 301',
  },
  {
    code: 'host-form',
    severity: 'warning',
    title: 'Redirects are written for another host',
    explanation:
      'Rules for Netlify have a `!` behind their status, which Cloudflare and GitLab do not know. Those of `cloudflare` are plain, and GitLab reads them too.',
    example: 'redirects: [html, netlify]   # at Cloudflare Pages',
    cure: 'redirects: [html, cloudflare]',
  },
  {
    code: 'host-headers',
    severity: 'error',
    title: 'A host reads fewer headers than there are',
    explanation: 'Cloudflare Pages reads 100 rules of `_headers`.',
    example: 'content/static/_headers   # a rule for each page',
    cure: '/2026/*',
  },
  {
    code: 'host-header-line',
    severity: 'error',
    title: 'A header is longer than the host reads',
    explanation: 'Cloudflare Pages reads 2,000 characters of a header.',
    example: 'Content-Security-Policy: …   # every server by name',
    cure: 'Name each server once.',
  },
  {
    code: 'host-unread',
    severity: 'warning',
    title: 'A file means nothing to the host',
    explanation:
      '`_redirects`, `_headers` and `.htaccess` are read by some hosts; to others they are files like any other.',
    example: 'content/static/_headers   # at GitHub Pages',
    cure: 'Delete the file.',
  },
  {
    code: 'host-no-redirects',
    severity: 'error',
    title: 'Old addresses would not be answered',
    explanation:
      'GitHub Pages reads no rules; there, and wherever the form of another host is named, old addresses need pages.',
    example: 'redirects: [nginx]   # at GitHub Pages',
    cure: 'redirects: [html]',
  },
  {
    code: 'host-queries',
    severity: 'warning',
    title: 'Old addresses with a `?` would not be answered',
    explanation:
      'Rules of Cloudflare, GitLab and S3 compare paths. The pages of `html` can tell such addresses apart.',
    example: 'redirects: [cloudflare]   # and aliases: ["/?p=123"]',
    cure: 'redirects: [html, cloudflare]',
  },
  {
    code: 'host-gone',
    severity: 'warning',
    title: 'A host can’t say that a story is gone',
    explanation:
      'With status 410 (or 404) search engines forget an address within days. Hosts without such rules show the page of `gone` with status 200 and `noindex`.',
    example: 'gone: true   # at GitHub Pages',
    cure: 'Nothing needs to be done.',
  },
];
