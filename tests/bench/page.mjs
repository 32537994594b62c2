// The browser's half: loads one engine and runs one program; the figures go back through the DevTools protocol.

import { LOADERS } from './engines.mjs';

/** The linear memories of the engine: what it keeps there is not in the heap of the browser. */
const memories = [];
for (const name of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...args) => {
    const result = await original(...args);
    const { exports } = result.instance ?? result;
    memories.push(...Object.values(exports).filter((each) => each instanceof WebAssembly.Memory));
    return result;
  };
}
const linearMemory = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

/** Runs a program once cold, `pause` after the page is ready, and `rounds` times more; times in milliseconds. */
async function measure(name, program, rounds, pause) {
  const start = performance.now();
  const engine = await LOADERS[name]();
  const load = performance.now() - start;
  const source = await (await fetch(`/bench/bm_${program}.py`)).text();
  if (!(await engine.prepare(source, program))) return { missing: true };
  await new Promise((resolve) => setTimeout(resolve, pause));
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const begin = performance.now();
    await engine.run();
    times.push(performance.now() - begin);
    await engine.check();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  globalThis.kept = engine;
  return { load, first: times[0], warm: times.slice(1), memory: linearMemory() };
}

/** Milliseconds from the start of loading to the first text a program prints. */
async function firstOutput(name) {
  const start = performance.now();
  let end = 0;
  const engine = await LOADERS[name](() => (end ||= performance.now()));
  await engine.print();
  globalThis.kept = engine;
  return { time: end - start, memory: linearMemory() };
}

/** Loads an engine that stays, for `execute`. */
async function load(name) {
  globalThis.kept = await LOADERS[name]();
}

const execute = (code) => globalThis.kept.execute(code);

/** Errors of an engine may be objects that the DevTools protocol cannot carry. */
const plain =
  (action) =>
  async (...args) => {
    try {
      return await action(...args);
    } catch (error) {
      throw new Error(String(error?.message ?? error).slice(-300));
    }
  };

Object.assign(globalThis, {
  bench: {
    measure: plain(measure),
    firstOutput: plain(firstOutput),
    load: plain(load),
    execute: plain(execute),
  },
});
