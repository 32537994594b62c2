/**
 * Vite plugin: files from outside this folder that belong to the site. The repository's
 * `examples/` and the helper programs for chips are copied into it; the compiled runtime is copied by Maven, and only served from
 * here while developing.
 */

import { cpSync, createReadStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, normalize, resolve } from 'node:path';
import type { Plugin } from 'vite';

export interface SiteFiles {
  examples: string;
  runtime: string;
  /** The npm package with the helper programs that run in chips while they are flashed. */
  stubs: string;
}

const STUB_FOLDER = 'lib/targets/stub_flasher';

const TYPES: Record<string, string> = { js: 'text/javascript', wasm: 'application/wasm' };

export function siteFiles({ examples, runtime, stubs }: SiteFiles): Plugin {
  let outDir = '';

  /** The file behind an address of the development server, or null. */
  function find(address: string): string | null {
    const path = normalize(decodeURIComponent(address.split('?')[0]!));
    const file = path.startsWith('/examples/')
      ? join(examples, path.slice('/examples/'.length))
      : /^\/(pykopi|serial)[\w.-]*$/.test(path)
        ? join(runtime, path)
        : path.startsWith('/stubs/')
          ? join(stubs, STUB_FOLDER, path.slice('/stubs/'.length))
          : null;
    return file !== null && existsSync(file) && statSync(file).isFile() ? file : null;
  }

  return {
    name: 'pykopi-site-files',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = find(request.url ?? '/');
        if (file === null) return next();
        const type = TYPES[file.slice(file.lastIndexOf('.') + 1)];
        if (type) response.setHeader('Content-Type', type);
        createReadStream(file).pipe(response);
      });
    },
    closeBundle() {
      // Their licence asks that it goes along.
      cpSync(join(stubs, STUB_FOLDER), join(outDir, 'stubs'), { recursive: true });
      cpSync(join(stubs, 'LICENSE'), join(outDir, 'stubs/LICENSE'));
      const target = join(outDir, 'examples');
      mkdirSync(target, { recursive: true });
      if (existsSync(examples)) {
        cpSync(examples, target, { recursive: true, filter: (path) => isPublic(basename(path)) });
      } else {
        writeFileSync(join(target, 'index.json'), '[]\n');
      }
    },
  };
}

/** Expected outputs and inputs of the tests are not part of the site. */
function isPublic(name: string): boolean {
  return !/\.(exp|in)$|^\./.test(name);
}
