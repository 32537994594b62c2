/** Vite plugin: the repository's `examples/` folder appears as `examples/` of the site. */

import { cpSync, createReadStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, normalize } from 'node:path';
import type { Plugin } from 'vite';

export function examples(folder: string): Plugin {
  let outDir = '';
  return {
    name: 'pykopi-examples',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use('/examples', (request, response, next) => {
        const name = decodeURIComponent((request.url ?? '/').split('?')[0]!);
        const file = join(folder, normalize(name));
        if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) next();
        else createReadStream(file).pipe(response);
      });
    },
    closeBundle() {
      const target = join(outDir, 'examples');
      mkdirSync(target, { recursive: true });
      if (existsSync(folder)) {
        cpSync(folder, target, { recursive: true, filter: (path) => isPublic(basename(path)) });
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
