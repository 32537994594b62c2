// Serves the page of the benchmarks, our build and the peers to the browser on this machine.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const BENCH = path.dirname(fileURLToPath(import.meta.url));
export const TESTS = path.dirname(BENCH);
export const ROOT = path.dirname(TESTS);
export const MOUNTS = {
  '/bench/': BENCH,
  '/dist/': path.join(ROOT, 'webapp/dist'),
  '/npm/': path.join(TESTS, 'node_modules'),
};
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** The file behind an address of this server, or undefined. */
export function fileOf(address) {
  const mount = Object.keys(MOUNTS).find((prefix) => address.startsWith(prefix));
  if (!mount) return undefined;
  const file = path.join(MOUNTS[mount], address.slice(mount.length));
  return file.startsWith(MOUNTS[mount]) && fs.existsSync(file) ? file : undefined;
}

/** Files may be kept by the browser's cache, as from a static host. */
export function serve() {
  const server = http.createServer((request, response) => {
    const address = new URL(request.url, 'http://localhost').pathname;
    const file = fileOf(address.endsWith('/') ? `${address}index.html` : address);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Content-Length': fs.statSync(file).size,
      'Cache-Control': 'max-age=3600',
    });
    fs.createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const base = `http://localhost:${server.address().port}`;
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ base, close });
    });
  });
}
