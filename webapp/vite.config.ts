import { resolve } from 'node:path';
import { defineConfig } from 'vite';

import { examples } from './build/examples.ts';

export default defineConfig({
  // Relative addresses only: the site works from any folder of any static host.
  base: './',
  plugins: [examples(resolve(import.meta.dirname, '../examples'))],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // No `data:` addresses, so the content security policy can forbid them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: { port: 8001 },
});
