import { resolve } from 'node:path';
import { defineConfig } from 'vite';

import { siteFiles } from './build/site-files.ts';

const near = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  // Relative addresses only: the site works from any folder of any static host.
  base: './',
  plugins: [
    siteFiles({
      examples: near('../examples'),
      runtime: near('../teavm-web/target/browser'),
      stubs: near('../serial-bridge/node_modules/esptool-js'),
    }),
  ],
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
