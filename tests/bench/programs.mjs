// Times the programs: a fresh page with empty caches for each run of each program on each engine, in turn.

import fs from 'node:fs';
import { BENCH } from './server.mjs';

/** Longest time for one page, in seconds. */
const LIMIT = 60;

export function allPrograms() {
  const names = fs.readdirSync(BENCH).map((file) => /^bm_(\w+)\.py$/.exec(file)?.[1]);
  return names.filter(Boolean).sort();
}

async function measure(browser, base, engine, program, rounds, pause) {
  const context = await browser.newContext();
  try {
    const tab = await browser.open(`${base}/bench/page.html`, context);
    await tab.until('Boolean(globalThis.bench)');
    const call = `bench.measure('${engine}', '${program}', ${rounds}, ${pause})`;
    const figures = await tab.evaluate(call, LIMIT);
    if (!figures.missing) figures.heap = await tab.heap();
    return figures;
  } finally {
    await browser.dropContext(context);
  }
}

/**
 * Gives, for each program and engine: `first` and `warm`, arrays of milliseconds (one value of a page each), `memory`
 * in bytes afterwards; or `error`. Engines take turns, so that what else the machine does hits all of them.
 */
export async function measurePrograms(browser, base, { programs, engines, pages, rounds, pause, note }) {
  const report = {};
  for (const program of programs) {
    report[program] = {};
    for (const engine of engines) report[program][engine] = { first: [], warm: [], memory: 0 };
  }
  for (let page = 0; page < pages; page++) {
    for (const program of programs) {
      for (let k = 0; k < engines.length; k++) {
        const engine = engines[(k + page) % engines.length];
        const result = report[program][engine];
        if (result.error || result.missing) continue;
        try {
          const figures = await measure(browser, base, engine, program, rounds, pause);
          if (figures.missing) {
            result.missing = true;
            continue;
          }
          result.first.push(figures.first);
          // The fastest later run: what else the machine does only ever makes a run slower.
          if (rounds > 0) result.warm.push(Math.min(...figures.warm));
          result.memory = figures.heap + figures.memory;
        } catch (error) {
          result.error = error.message.split('\n    at ')[0].trim().split('\n').at(-1).slice(0, 120);
        }
        const times = result.error ?? `${result.first.at(-1).toFixed(1)} ms`;
        note(`page ${page + 1}/${pages} ${program} ${engine}: ${times}`);
      }
    }
  }
  return report;
}
