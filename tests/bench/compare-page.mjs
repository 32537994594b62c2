// The browser's half of compare.mjs: loads each engine, runs each benchmark, posts the times.

const WARM_UP = 3;
const HEAP = 64 << 20;

/** Each loader resolves to a function that runs Python text and gives back what `text` evaluates to, as text. */
const LOADERS = {
  pykopi: () => ours({}),
  'pykopi-js': () => ours({ forceJavaScript: true }),
  pyodide: async () => {
    const { loadPyodide } = await import('/npm/pyodide/pyodide.mjs');
    const vm = await loadPyodide({ indexURL: '/npm/pyodide/' });
    return (code) => vm.runPython(code);
  },
  micropython: async () => {
    const { loadMicroPython } = await import(
      '/npm/@micropython/micropython-webassembly-pyscript/micropython.mjs'
    );
    const vm = await loadMicroPython({ heapsize: HEAP });
    return (code) => vm.runPython(code);
  },
};

async function ours(options) {
  const { loadPykopi } = await import('/dist/pykopi.mjs');
  const vm = await loadPykopi({ heapsize: HEAP, ...options });
  return (code) => vm.runPythonAsync(code);
}

const post = (message) => fetch('/', { method: 'POST', body: JSON.stringify(message) });

async function measure(engine, source, rounds) {
  const run = await LOADERS[engine]();
  await run(source);
  await run(`_args, _want = bm_params['full']\n_run, _result = bm_setup(_args)`);
  const times = [];
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const start = performance.now();
    await run('_run()');
    const time = performance.now() - start;
    await run(`if _result() != _want: raise ValueError('wrong result: ' + str(_result()))`);
    if (round >= WARM_UP) times.push(time);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return times;
}

try {
  const query = new URLSearchParams(location.search);
  const rounds = Number(query.get('rounds'));
  const report = {};
  for (const file of query.get('files').split(',')) {
    const name = file.replace(/^bm_|\.py$/g, '');
    const source = await (await fetch(`/bench/${file}`)).text();
    report[name] = {};
    for (const engine of query.get('engines').split(',')) {
      report[name][engine] = await measure(engine, source, rounds);
      await post({ note: `${name} ${engine} ${report[name][engine].map((t) => t.toFixed(1))}` });
    }
  }
  await post({ report });
} catch (error) {
  await post({ error: String(error.stack ?? error) });
}
