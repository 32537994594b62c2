// Compares the speed of Pykopi in Chromium with Pyodide and MicroPython, in one page, in one run.
//
//   node tests/bench/compare.mjs [--json] [--rounds=N] [--engines=pykopi,pykopi-js,...] [NAME...]
//
// Needs: a built page (webapp/dist), `npm ci --prefix tests`, an installed Chromium (CHROME_BIN or on the path).
// Prints for each benchmark and engine the median and the spread of the rounds, and our ratio to the peers.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const BENCH = path.dirname(fileURLToPath(import.meta.url));
const TESTS = path.dirname(BENCH);
const ROOT = path.dirname(TESTS);
const MINUTES = 20;
const MOUNTS = {
  '/bench/': BENCH,
  '/dist/': path.join(ROOT, 'webapp/dist'),
  '/npm/': path.join(TESTS, 'node_modules'),
};
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = [
    process.env.CHROME_BIN,
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  const found = places.find((place) => place && fs.existsSync(place));
  if (!found) throw new Error('Install Chromium or Chrome, or name it in CHROME_BIN.');
  return found;
}

/** Serves the files; resolves `result` with what the page posts. */
function serve() {
  let finish;
  const result = new Promise((resolve) => (finish = resolve));
  const server = http.createServer((request, response) => {
    const address = new URL(request.url, 'http://localhost');
    if (request.method === 'POST') {
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        response.end();
        const message = JSON.parse(Buffer.concat(parts).toString());
        if (message.note) process.stderr.write(`${message.note}\n`);
        else finish(message);
      });
      return;
    }
    const mount = Object.keys(MOUNTS).find((prefix) => address.pathname.startsWith(prefix));
    const file = mount && path.join(MOUNTS[mount], address.pathname.slice(mount.length));
    if (!file || !file.startsWith(MOUNTS[mount]) || !fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    fs.createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, port: server.address().port, result }));
  });
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

function print(report, engines) {
  const version = spawnSync(findChromium(), ['--version']).stdout.toString().trim();
  const commit = spawnSync('git', ['-C', ROOT, 'rev-parse', '--short', 'HEAD']).stdout.toString().trim();
  console.log(`${version}, ${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown'}, commit ${commit}`);
  console.log('milliseconds: median (fastest - slowest); ours as a part of the peer in brackets');
  console.log('benchmark'.padEnd(12) + engines.map((name) => name.padStart(30)).join(''));
  for (const [bench, results] of Object.entries(report)) {
    const ours = median(results[engines[0]]);
    const cells = engines.map((engine) => {
      const times = results[engine];
      const spread = `${Math.min(...times).toFixed(1)}-${Math.max(...times).toFixed(1)}`;
      const ratio = engine === engines[0] ? '' : ` [${(ours / median(times)).toFixed(2)}]`;
      return `${median(times).toFixed(1)} (${spread})${ratio}`.padStart(30);
    });
    console.log(bench.padEnd(12) + cells.join(''));
  }
}

async function main(args) {
  const option = (name, fallback) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? fallback;
  const names = args.filter((arg) => !arg.startsWith('--'));
  const all = fs.readdirSync(BENCH).filter((name) => /^bm_\w+\.py$/.test(name));
  const chosen = names.length > 0 ? names.map((name) => `bm_${name}.py`) : all.sort();
  const engines = option('engines', 'pykopi,pyodide,micropython').split(',');
  const { server, port, result } = await serve();
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const query = new URLSearchParams({ files: chosen, engines, rounds: option('rounds', '9') });
  const browser = spawn(
    findChromium(),
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      `http://localhost:${port}/bench/compare.html?${query}`,
    ],
    { stdio: 'ignore' },
  );
  const timer = setTimeout(() => browser.kill(), MINUTES * 60_000);
  const ended = new Promise((resolve) => browser.on('exit', () => resolve({ error: 'browser ended' })));
  const message = await Promise.race([result, ended]);
  clearTimeout(timer);
  browser.kill();
  await ended;
  server.close();
  server.closeAllConnections();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (message.error) throw new Error(message.error);
  if (args.includes('--json')) console.log(JSON.stringify(message.report));
  else print(message.report, engines);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
