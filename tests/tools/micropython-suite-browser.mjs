// The part of micropython-suite.mjs that runs tests in Chromium, on the page of the browser tests.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const TYPES = { '.html': 'text/html', '.mjs': 'text/javascript', '.js': 'text/javascript' };
const LARGEST_FILE = 200_000;

/** A page that is silent for so long has crashed: the harness ends a job after 60 seconds. */
const SILENT_MILLIS = 75_000;

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
    this.left = [...tests];
    this.report = report;
    this.server = http.createServer((request, response) => this.answer(request, response));
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    while (this.left.length > 0) {
      await this.runPage();
      if (this.left.length > 0) report(this.left.shift(), 'the page crashed');
    }
  }

  /** Resolves when all tests are done, or when the page or the browser has died. */
  async runPage() {
    this.profile = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-chromium-'));
    const flags = [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      `--user-data-dir=${this.profile}`,
    ];
    const url = `http://127.0.0.1:${this.server.address().port}/`;
    const browser = spawn(chromium(), [...flags, url], { stdio: 'ignore', detached: true });
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    await new Promise((resolve) => {
      let timer;
      this.watch = () => {
        clearTimeout(timer);
        if (this.left.length === 0) resolve();
        else timer = setTimeout(resolve, SILENT_MILLIS);
      };
      this.watch();
      ended.then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    try {
      process.kill(-browser.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    await ended;
    fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
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
    } else if (request.url === '/next') {
      response.end(JSON.stringify(this.left.length > 0 ? this.job(this.left[0]) : null));
    } else if (request.url === '/done') {
      const pieces = [];
      request.on('data', (piece) => pieces.push(piece));
      request.on('end', () => {
        this.report(this.left.shift(), Buffer.concat(pieces).toString());
        response.end();
        this.watch();
      });
    } else {
      this.file(request, response);
    }
  }

  file(request, response) {
    const prefix = Object.keys(this.mounts).find((each) => request.url.startsWith(each));
    const file = prefix && path.join(this.mounts[prefix], request.url.slice(prefix.length));
    if (!file || !fs.existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/wasm');
    response.end(fs.readFileSync(file));
  }

  close() {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}
