// Starts an installed Chromium and talks to it through the DevTools protocol over a pipe: no package, no open port.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-precise-memory-info',
];
/** How often a condition in a page is looked at, in milliseconds. */
const LOOK = 5;

export function findChromium() {
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

export function chromiumVersion() {
  return spawnSync(findChromium(), ['--version']).stdout.toString().trim();
}

/** One browser with a profile of its own; `close()` ends it and removes the profile. */
export class Chromium {
  #process;
  #profile;
  #ended;
  #lastId = 0;
  #waiting = new Map();
  #rest = '';

  constructor() {
    this.#profile = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.#process = spawn(
      findChromium(),
      [...FLAGS, ...root, `--user-data-dir=${this.#profile}`, 'about:blank'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    this.#process.stdio[4].setEncoding('utf8').on('data', (text) => this.#receive(text));
    this.#ended = new Promise((resolve) => this.#process.on('exit', resolve));
    this.#ended.then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser has ended'));
    });
  }

  /** Messages end with a zero byte. */
  #receive(text) {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop();
    for (const part of parts) {
      const message = JSON.parse(part);
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#lastId;
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** A store of cookies and caches that no page has used. */
  async newContext() {
    const { browserContextId } = await this.send('Target.createBrowserContext');
    return browserContextId;
  }

  async dropContext(browserContextId) {
    await this.send('Target.disposeBrowserContext', { browserContextId });
  }

  /** Opens a tab; the page may not be loaded yet. */
  async open(url, browserContextId) {
    const { targetId } = await this.send('Target.createTarget', { url, browserContextId });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    return new Tab(this, targetId, sessionId);
  }

  async close() {
    await this.send('Browser.close').catch(() => this.#process.kill());
    await this.#ended;
    fs.rmSync(this.#profile, { recursive: true, force: true, maxRetries: 9, retryDelay: 100 });
  }
}

class Tab {
  #browser;
  #target;
  #session;

  constructor(browser, target, session) {
    this.#browser = browser;
    this.#target = target;
    this.#session = session;
  }

  send(method, params) {
    return this.#browser.send(method, params, this.#session);
  }

  /** The value of an expression in the page, awaited; at most `seconds` for it. */
  async evaluate(expression, seconds = 60) {
    const options = { expression, awaitPromise: true, returnByValue: true };
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no result in ${seconds} s`)), seconds * 1000);
    });
    const answer = this.send('Runtime.evaluate', options);
    answer.catch(() => {});
    const { result, exceptionDetails } = await Promise.race([answer, late]);
    clearTimeout(timer);
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** Waits until an expression is true; until then the page may be on its way. */
  async until(expression, seconds = 60) {
    const end = performance.now() + seconds * 1000;
    while ((await this.evaluate(expression).catch(() => false)) !== true) {
      if (performance.now() > end) throw new Error(`not true in ${seconds} s: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  }

  /** Bytes that JavaScript and WebAssembly GC objects take, after a collection. */
  async heap() {
    for (let i = 0; i < 3; i++) await this.send('HeapProfiler.collectGarbage');
    return (await this.send('Runtime.getHeapUsage')).usedSize;
  }

  async close() {
    await this.#browser.send('Target.closeTarget', { targetId: this.#target });
  }
}
