// The part of micropython-suite.mjs that runs tests in Chromium, on the page of the browser tests.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const TYPES = { '.html': 'text/html', '.mjs': 'text/javascript', '.js': 'text/javascript' };
const LARGEST_FILE = 200_000;

/** Asks for jobs one after the other; a job that fails to end has lost its worker by itself. */
const PAGE = `<!doctype html><script type="module">
  import '/harness/harness.mjs';
  for (;;) {
    const job = await (await fetch('/next')).json();
    if (job === null) break;
    let output;
    try {
      output = await runJob(job);
    } catch (error) {
      output = String(error.message ?? error) + 'CRASH';
    }
    await fetch('/done', { method: 'POST', body: output });
  }
</script>`;

function chromium() {
  const places = [process.env.CHROME_BIN, '/usr/bin/chromium', '/usr/bin/google-chrome'];
  const found = places.find((place) => place && fs.existsSync(place));
  if (!found) throw new Error('no Chromium: set CHROME_BIN');
  return found;
}

/** The files that a test may import or open: those of its folder. */
function filesOf(folder, prefix = '') {
  const files = {};
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) Object.assign(files, filesOf(full, `${prefix}${entry.name}/`));
    else if (fs.statSync(full).size <= LARGEST_FILE && !entry.name.endsWith('.exp')) {
      files[prefix + entry.name] = fs.readFileSync(full).toString('base64');
    }
  }
  return files;
}

/** One page of one browser. */
export class Browser {
  constructor(settings, root) {
    this.settings = settings;
    this.mounts = {
      '/harness/': path.join(root, 'tests/browser/harness'),
      '/dist/': process.env.PYKOPI_DIST ?? path.join(root, 'webapp/dist'),
    };
    this.filesByFolder = new Map();
  }

  async run(tests, report) {
    if (tests.length === 0) return;
    let next = 0;
    await new Promise((resolve, reject) => {
      this.server = http.createServer((request, response) => {
        if (request.url === '/next') {
          response.end(JSON.stringify(next < tests.length ? this.job(tests[next]) : null));
        } else if (request.url === '/done') {
          const pieces = [];
          request.on('data', (piece) => pieces.push(piece));
          request.on('end', () => {
            report(tests[next++], Buffer.concat(pieces).toString());
            response.end();
            if (next === tests.length) resolve();
          });
        } else {
          this.answer(request, response);
        }
      });
      this.server.listen(0, '127.0.0.1', () => this.start(this.server.address().port, reject));
    });
  }

  start(port, reject) {
    this.profile = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-chromium-'));
    const flags = [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      `--user-data-dir=${this.profile}`,
    ];
    this.process = spawn(chromium(), [...flags, `http://127.0.0.1:${port}/`], {
      stdio: 'ignore',
      detached: true,
    });
    this.process.on('exit', () => reject(new Error('Chromium has ended')));
  }

  job(test) {
    const folder = path.dirname(test);
    if (!this.filesByFolder.has(folder)) {
      this.filesByFolder.set(folder, filesOf(path.join(this.settings.suite, folder)));
    }
    const files = this.filesByFolder.get(folder);
    const fileName = path.basename(test);
    const source = Buffer.from(files[fileName], 'base64').toString();
    return { engine: 'wasm', fileName, source, stdin: '', files };
  }

  answer(request, response) {
    if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(PAGE);
      return;
    }
    const prefix = Object.keys(this.mounts).find((each) => request.url.startsWith(each));
    const file = prefix && path.join(this.mounts[prefix], request.url.slice(prefix.length));
    if (!file || !fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/wasm';
    response.setHeader('Content-Type', type);
    response.end(fs.readFileSync(file));
  }

  async close() {
    if (!this.process) return;
    this.process.removeAllListeners();
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    try {
      process.kill(-this.process.pid, 'SIGKILL');
      await ended;
    } catch {
      // It has ended already.
    }
    this.server.closeAllConnections();
    this.server.close();
    fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
