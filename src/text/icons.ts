/** Address of the web manifest, below the site's base. */
export const MANIFEST = '/manifest.webmanifest';
