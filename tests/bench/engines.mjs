// How each engine is loaded and driven, in the browser. A loader takes what to do with each line of output and gives
//   prepare(source, program)  defines `_run`; false when the engine does not have the program
//   run(), check()            the work to be timed; an error when its result is wrong
//   print()                   prints a line
//   execute(code)             runs Python, where the engine has a prompt

const HEAP = 64 << 20;
const SETUP = `
_arguments, _wanted = bm_params['full']
_run, _result = bm_setup(_arguments)
`;
const CHECK = `
if _result() != _wanted:
    raise ValueError('wrong result: ' + str(_result()))
`;

/** An engine with runPython() or runPythonAsync(), whose globals stay. */
function promptEngine(execute) {
  return {
    async prepare(source) {
      await execute(source + SETUP);
      return true;
    },
    run: () => execute('_run()'),
    check: () => execute(CHECK),
    print: () => execute('print("hello")'),
    execute,
  };
}

async function pykopi(onLine, options) {
  const { loadPykopi } = await import('/dist/pykopi.mjs');
  const vm = await loadPykopi({ heapsize: HEAP, ...(onLine && { stdout: onLine }), ...options });
  return promptEngine((code) => vm.runPythonAsync(code));
}

async function pyodide(onLine) {
  const { loadPyodide } = await import('/npm/pyodide/pyodide.mjs');
  const vm = await loadPyodide({ indexURL: '/npm/pyodide/', ...(onLine && { stdout: onLine }) });
  return promptEngine((code) => vm.runPython(code));
}

async function micropython(onLine) {
  const { loadMicroPython } =
    await import('/npm/@micropython/micropython-webassembly-pyscript/micropython.mjs');
  const vm = await loadMicroPython({ heapsize: HEAP, ...(onLine && { stdout: onLine }) });
  return promptEngine((code) => vm.runPython(code));
}

const script = (src) =>
  new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement('script'), { src, onload: resolve });
    element.onerror = () => reject(new Error(`cannot load ${src}`));
    document.head.append(element);
  });

/** Brython forgets the globals of a text: the program leaves its functions with the page. */
async function brython(onLine) {
  await script('/npm/brython/brython.min.js');
  await script('/npm/brython/brython_stdlib.js');
  globalThis.brython({ debug: 0 });
  globalThis.benchLine = onLine;
  const execute = (code) => globalThis.__BRYTHON__.runPythonSource(code, { id: '__main__' });
  const leave = `
def _check():
    if _result() != _wanted:
        raise ValueError('wrong result: ' + str(_result()))
from browser import window
window.bench_run = _run
window.bench_check = _check
`;
  const print = `
import sys
from browser import window
class Out:
    def write(self, text):
        window.benchLine(text)
    def flush(self):
        pass
sys.stdout = Out()
print("hello")
`;
  return {
    async prepare(source) {
      execute(source + SETUP + leave);
      return true;
    },
    run: () => globalThis.bench_run(),
    check: () => globalThis.bench_check(),
    print: () => execute(print),
  };
}

async function skulpt(onLine) {
  await script('/npm/skulpt/dist/skulpt.min.js');
  await script('/npm/skulpt/dist/skulpt-stdlib.js');
  const { Sk } = globalThis;
  Sk.configure({
    output: (text) => onLine?.(text),
    read: (file) => {
      const text = Sk.builtinFiles?.files[file];
      if (text === undefined) throw new Error(`no file ${file}`);
      return text;
    },
    __future__: Sk.python3,
    execLimit: Number.POSITIVE_INFINITY,
  });
  const execute = async (code) => {
    try {
      return await Sk.misceval.asyncToPromise(() => Sk.importMainWithBody('<stdin>', false, code, true));
    } catch (error) {
      throw new Error(String(error.toString()));
    }
  };
  const call = (name) => Sk.misceval.asyncToPromise(() => Sk.misceval.callsimOrSuspend(name));
  let names;
  return {
    async prepare(source) {
      const check = `\ndef _check():\n${CHECK.replaceAll('\n', '\n    ')}\n`;
      names = (await execute(source + SETUP + check)).$d;
      return true;
    },
    run: () => call(names._run),
    check: () => call(names._check),
    print: () => execute('print("hello")'),
  };
}

/** The same programs by hand in JavaScript: how far the machine itself can go. */
async function javascript() {
  const { PROGRAMS } = await import('./reference.mjs');
  let run, result, wanted, args;
  return {
    async prepare(source, program) {
      if (!PROGRAMS[program]) return false;
      // The parameters are tuples of numbers, which are arrays of numbers in other brackets.
      const line = /^bm_params = .*'full': (.*)\}$/m.exec(source)[1];
      [args, wanted] = JSON.parse(line.replaceAll('(', '[').replace(/,?\)/g, ']'));
      run = PROGRAMS[program];
      return true;
    },
    run: () => (result = run(...args)),
    check() {
      if (result !== wanted) throw new Error(`wrong result: ${result}`);
    },
  };
}

export const LOADERS = {
  pykopi: (onLine) => pykopi(onLine, {}),
  'pykopi-js': (onLine) => pykopi(onLine, { forceJavaScript: true }),
  pyodide,
  micropython,
  brython,
  skulpt,
  javascript,
};
