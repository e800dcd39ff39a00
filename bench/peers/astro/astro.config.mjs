// The same newsroom for Astro: the same files, pages of the same kinds, 5 related articles by tags and section.
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://zipf-courier.example',
  cacheDir: './.cache',
  vite: { cacheDir: './.cache/vite' },
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  experimental: { incrementalBuild: true },
});
