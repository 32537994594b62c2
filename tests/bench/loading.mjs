// How long it takes to begin: bytes to fetch, time to the prompt, time from loading to the first output.

import fs from 'node:fs';
import zlib from 'node:zlib';
import { fileOf } from './server.mjs';

/** What a page that only runs Python fetches. Compressed here as a static host would do it once. */
const FILES = {
  pykopi: ['/dist/pykopi.mjs', '/dist/pykopi.wasm'],
  'pykopi-js': ['/dist/pykopi.mjs', '/dist/pykopi.js'],
  pyodide: [
    '/npm/pyodide/pyodide.mjs',
    '/npm/pyodide/pyodide.asm.mjs',
    '/npm/pyodide/pyodide.asm.wasm',
    '/npm/pyodide/python_stdlib.zip',
    '/npm/pyodide/pyodide-lock.json',
  ],
  micropython: ['micropython.mjs', 'micropython.wasm'].map(
    (name) => `/npm/@micropython/micropython-webassembly-pyscript/${name}`,
  ),
  brython: ['/npm/brython/brython.min.js', '/npm/brython/brython_stdlib.js'],
  skulpt: ['/npm/skulpt/dist/skulpt.min.js', '/npm/skulpt/dist/skulpt-stdlib.js'],
};
const PROMPT = `document.body.innerText.includes('>>>')`;

export function transferSizes(engines) {
  const sizes = {};
  for (const engine of engines.filter((name) => FILES[name])) {
    sizes[engine] = { raw: 0, gzip: 0, brotli: 0 };
    for (const address of FILES[engine]) {
      const content = fs.readFileSync(fileOf(address));
      sizes[engine].raw += content.length;
      sizes[engine].gzip += zlib.gzipSync(content, { level: 9 }).length;
      sizes[engine].brotli += zlib.brotliCompressSync(content).length;
    }
  }
  return sizes;
}

/** From the address bar to the prompt of the playground, with empty caches and again with full ones. */
async function prompt(browser, base) {
  const context = await browser.newContext();
  const times = [];
  for (let visit = 0; visit < 2; visit++) {
    const start = performance.now();
    const tab = await browser.open(`${base}/dist/`, context);
    await tab.until(PROMPT);
    times.push(performance.now() - start);
    // The page registers its service worker after a while.
    await tab.evaluate('new Promise((resolve) => setTimeout(resolve, 1500))');
    await tab.close();
  }
  await browser.dropContext(context);
  return times;
}

async function firstOutput(browser, base, engine) {
  const context = await browser.newContext();
  const results = [];
  for (let visit = 0; visit < 2; visit++) {
    const tab = await browser.open(`${base}/bench/page.html`, context);
    await tab.until('Boolean(globalThis.bench)');
    const { time, memory } = await tab.evaluate(`bench.firstOutput('${engine}')`);
    results.push({ time, memory: memory + (await tab.heap()) });
    await tab.close();
  }
  await browser.dropContext(context);
  return results;
}

/** Milliseconds cold and warm for each engine, and for our prompt; bytes of memory after the first output. */
export async function measureLoading(browser, base, { engines, pages, note }) {
  const report = { prompt: { cold: [], warm: [] }, first: {}, sizes: transferSizes(engines) };
  const loadable = engines.filter((engine) => FILES[engine]);
  for (const engine of loadable) report.first[engine] = { cold: [], warm: [], memory: 0 };
  for (let page = 0; page < pages; page++) {
    const [cold, warm] = await prompt(browser, base);
    report.prompt.cold.push(cold);
    report.prompt.warm.push(warm);
    note(`page ${page + 1}/${pages} prompt: ${cold.toFixed(0)} ms, again ${warm.toFixed(0)} ms`);
    for (const engine of loadable) {
      const [first, second] = await firstOutput(browser, base, engine);
      report.first[engine].cold.push(first.time);
      report.first[engine].warm.push(second.time);
      report.first[engine].memory = first.memory;
      note(`page ${page + 1}/${pages} first output of ${engine}: ${first.time.toFixed(0)} ms`);
    }
  }
  return report;
}
