import { defineConfig } from 'vite';

/** The module for other people's pages: one file with a fixed name, `dist/pykopi.mjs`. */
export default defineConfig({
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'es2022',
    lib: {
      entry: 'src/embed/pykopi.ts',
      formats: ['es'],
      fileName: () => 'pykopi.mjs',
    },
    minify: true,
  },
});
