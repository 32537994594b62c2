// The part of micropython-suite.mjs that runs tests in Chromium, in the worker of the page.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const TYPES = { '.html': 'text/html', '.mjs': 'text/javascript', '.js': 'text/javascript' };
const LARGEST_FILE = 200_000;

/** A page that is silent for so long has crashed: it ends a job after 60 seconds. */
const SILENT_MILLIS = 75_000;

/**
 * Asks for jobs one after the other and has the page's own worker run them: a new Python each time,
 * a new worker for each folder and after a program that does not end.
 */
const PAGE = `<!doctype html><script type="module">
  const MILLIS = 60_000;
  let worker = null;
  let waiting = new Map();
  let chunks = [];
  let lastId = 0;

  function request(message) {
    return new Promise((resolve, reject) => {
      waiting.set(++lastId, { resolve, reject });
      worker.postMessage({ ...message, id: lastId });
    });
  }

  async function start(name, files) {
    worker?.terminate();
    worker = new Worker('/dist/assets/' + name, { type: 'module' });
    const isReady = new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => {
        if (data.type === 'state' && data.state === 'ready') resolve();
        if (data.type === 'failed') reject(new Error(data.message));
        if (data.type === 'output') {
          chunks.push(data.bytes);
          worker.postMessage({ type: 'acknowledge', bytes: data.bytes.length });
        }
        if (data.type === 'answer') waiting.get(data.id).resolve(data.value);
        if (data.type === 'error') waiting.get(data.id).reject(new Error(data.message));
      };
    });
    const base = location.origin + '/dist/';
    const machine = { forceJavaScript: false, storage: '', profile: 'micropython', shared: null };
    worker.postMessage({ type: 'start', base, ...machine });
    await isReady;
    const folders = new Set();
    for (const [path, base64] of Object.entries(files)) {
      const parts = path.split('/');
      for (let i = 2; i < parts.length; i++) folders.add(parts.slice(0, i).join('/'));
    }
    for (const path of folders) await request({ type: 'files', request: { operation: 'mkdir', path } });
    for (const [path, base64] of Object.entries(files)) {
      const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      await request({ type: 'files', request: { operation: 'write', path, data } });
    }
  }

  async function run(job) {
    if (job.files !== null || worker === null) await start(job.worker, job.files);
    chunks = [];
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve('TIMEOUT'), MILLIS);
    });
    const end = await Promise.race([request({ type: 'run', path: job.path }), late]);
    clearTimeout(timer);
    const output = new TextDecoder().decode(await new Blob(chunks).arrayBuffer());
    if (end === 'TIMEOUT') {
      worker.terminate();
      worker = null;
      return output + end;
    }
    return output.replace(/>>> $/, '') + (end.exitCode === 0 ? '' : 'CRASH');
  }

  for (;;) {
    const job = await (await fetch('/next?' + (worker === null ? 'new' : ''))).json();
    if (job === null) break;
    const output = await run(job).catch((error) => String(error.message ?? error) + 'CRASH');
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
    this.dist = process.env.PYKOPI_DIST ?? path.join(root, 'webapp/dist');
    const assets = fs.readdirSync(path.join(this.dist, 'assets'));
    this.worker = assets.find((name) => /^worker-.*\.js$/.test(name));
    if (!this.worker) throw new Error(`${this.dist} has no worker: build webapp`);
    this.library = path.resolve(settings.suite, '../lib/micropython-lib/python-stdlib/unittest');
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

  /** The files come with the first test of a folder, and when the page has a new worker. */
  job(test, isNew) {
    const folder = path.dirname(test);
    const isSame = folder === this.folder && !isNew;
    this.folder = folder;
    const files = isSame
      ? null
      : {
          ...filesOf(path.join(this.settings.suite, folder), '/'),
          ...filesOf(this.library, '/lib/'),
        };
    return { worker: this.worker, path: `/${path.basename(test)}`, files };
  }

  answer(request, response) {
    if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(PAGE);
    } else if (request.url.startsWith('/next')) {
      const isNew = request.url.endsWith('new');
      response.end(JSON.stringify(this.left.length > 0 ? this.job(this.left[0], isNew) : null));
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
    const isRuntime = request.url.startsWith('/dist/');
    const file = path.join(this.dist, request.url.slice('/dist/'.length));
    if (!isRuntime || !fs.existsSync(file)) {
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
