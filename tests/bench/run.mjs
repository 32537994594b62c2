// Measures speed, loading and memory of Pykopi beside its peers in one run of Chromium.
//
//   node tests/bench/run.mjs [OPTION...] [PROGRAM...]
//
//   --engines=A,B     of pykopi, pykopi-js, pyodide, micropython, brython, skulpt, javascript; all by default
//   --pages=N         fresh pages for each program and engine (3)
//   --rounds=N        runs in a page after its first one (5)
//   --pause=MS        from a page being ready to the first run in it, which a person needs to start it (1000)
//   --only=PART,PART  of loading, memory, programs, at-once, desktop; all by default
//   --remark=TEXT     a line for the report, such as what else the machine did
//   --out=DIRECTORY   writes performance.md, performance.svg and performance.json there, after each part
//
// Needs: a built page (webapp/dist), `npm ci --prefix tests`, an installed Chromium (CHROME_BIN or on the path).
// Prints a table for each part. `mvn -Pbench verify` builds everything and writes docs/performance.md with it.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chart } from './chart.mjs';
import { Chromium, chromiumVersion } from './chromium.mjs';
import { measureDesktop } from './desktop.mjs';
import { measureLoading } from './loading.mjs';
import { measureMemory } from './memory.mjs';
import { allPrograms, measurePrograms } from './programs.mjs';
import { markdown, text } from './report.mjs';
import { ROOT, serve, TESTS } from './server.mjs';

const ENGINES = ['pykopi', 'pykopi-js', 'pyodide', 'micropython', 'brython', 'skulpt', 'javascript'];

/** In the order of measuring: the name in the report and what measures it. */
const PARTS = {
  loading: ['loading', measureLoading],
  memory: ['memory', measureMemory],
  programs: ['programs', measurePrograms],
  'at-once': ['atOnce', measureAtOnce],
  desktop: ['desktop', (browser, base, options) => measureDesktop(options)],
};

function machine() {
  const git = (...args) =>
    spawnSync('git', ['-C', ROOT, ...args])
      .stdout.toString()
      .trim();
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(TESTS, 'package.json')));
  return {
    date: new Date().toISOString().slice(0, 10),
    browser: chromiumVersion(),
    processor: `${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown'}`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: `${os.type()} ${os.release()}`,
    commit: git('rev-parse', '--short', 'HEAD'),
    peers: devDependencies,
    loadBefore: os.loadavg()[0],
  };
}

function readOptions(args) {
  const option = (name, fallback) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.find((name) => !allPrograms().includes(name));
  if (unknown) throw new Error(`There is no program ${unknown}: see tests/bench/bm_*.py.`);
  return {
    programs: wanted.length > 0 ? wanted : allPrograms(),
    engines: option('engines', ENGINES.join()).split(','),
    pages: Number(option('pages', 3)),
    rounds: Number(option('rounds', 5)),
    pause: Number(option('pause', 1000)),
    parts: option('only', Object.keys(PARTS).join()).split(','),
    remark: option('remark', undefined),
    out: option('out', undefined),
    note: (line) => process.stderr.write(`${line}\n`),
  };
}

/** First runs without the pause: what a page meets that runs a program as soon as it can. */
function measureAtOnce(browser, base, options) {
  const engines = options.engines.filter((engine) => ['pykopi', 'pyodide', 'micropython'].includes(engine));
  return measurePrograms(browser, base, { ...options, engines, rounds: 0, pause: 0 });
}

async function main(args) {
  const options = readOptions(args);
  const report = {
    machine: machine(),
    pages: options.pages,
    rounds: options.rounds,
    pause: options.pause,
    remark: options.remark,
  };
  const { base, close } = await serve();
  const browser = new Chromium();
  try {
    for (const [part, [key, measure]] of Object.entries(PARTS)) {
      if (!options.parts.includes(part)) continue;
      report[key] = await measure(browser, base, options);
      report.machine.loadAfter = os.loadavg()[0];
      if (options.out) write(report, options);
    }
  } finally {
    await browser.close();
    close();
  }
  console.log(text(report, options.engines));
}

/** After each part: a run that is broken off keeps what it has measured. */
function write(report, { out, engines }) {
  fs.mkdirSync(out, { recursive: true });
  const put = (name, content) => fs.writeFileSync(path.join(out, name), content);
  put('performance.json', `${JSON.stringify(report, null, 1)}\n`);
  put('performance.md', markdown(report, engines));
  if (report.programs) put('performance.svg', chart(report.programs, engines));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
