// Writes the expectation of each Python program with the oracle that its first line names.
//
//   node tests/tools/make-expected.mjs [--check] [FILE.py...]
//
// Without files: every program below tests/py that has no expectation yet. With --check nothing is
// written; differences are printed and the exit code is 1.
//
//   # oracle: cpython     CPython 3.13. MicroPython is asked too, and a difference is reported:
//                         such a program belongs to another oracle.
//   # oracle: cpython-only CPython 3.13; MicroPython lacks what the program needs (asyncio...).
//   # oracle: reference   MicroPython 1.27 from npm, see package.json.
//   # oracle: hand        written by hand; only --check looks at it, to show what others print.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SELF = fileURLToPath(import.meta.url);
const TESTS = path.dirname(path.dirname(SELF));
const CPYTHON = process.env.CPYTHON ?? 'python3.13';
const SECONDS = 30;

/** Files below a folder, by path relative to it. */
function filesBelow(folder, prefix = '') {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = prefix + entry.name;
    if (entry.isDirectory()) return filesBelow(path.join(folder, entry.name), `${name}/`);
    return entry.name === '__pycache__' ? [] : [name];
  });
}

/** Runs a program in a folder of its own, next to its extra files. */
function inFolder(file, command) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'expected-'));
  try {
    const extra = file.replace(/\.py$/, '');
    if (fs.existsSync(extra)) fs.cpSync(extra, folder, { recursive: true });
    fs.copyFileSync(file, path.join(folder, path.basename(file)));
    const input = fs.existsSync(`${file}.in`) ? fs.readFileSync(`${file}.in`) : '';
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' };
    const done = spawnSync(command[0], [...command.slice(1), path.basename(file)], {
      cwd: folder,
      env,
      input,
      timeout: SECONDS * 1000,
    });
    if (done.error) throw done.error;
    return done.stdout.toString() + done.stderr.toString();
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const cpython = (file) => inFolder(file, [CPYTHON]);
// It runs text, not a file: the name that a traceback would show is put in afterwards.
const reference = (file) =>
  inFolder(file, [process.execPath, SELF, '--reference']).replaceAll(
    'File "<stdin>"',
    `File "${path.basename(file)}"`,
  );

/** The child process: MicroPython for the browser with the current folder copied into its files. */
async function runReference(file) {
  const { loadMicroPython } = await import('@micropython/micropython-webassembly-pyscript');
  const input = fs.readFileSync(0);
  let position = 0;
  const write = (bytes) => fs.writeSync(1, bytes);
  const vm = await loadMicroPython({
    heapsize: 16 << 20,
    linebuffer: false,
    stdin: () => (position < input.length ? input[position++] : null),
    stdout: write,
    stderr: write,
  });
  for (const name of filesBelow('.')) {
    const folders = name.split('/').slice(0, -1);
    folders.forEach((_, i) => {
      const folder = `/${folders.slice(0, i + 1).join('/')}`;
      if (!vm.FS.analyzePath(folder).exists) vm.FS.mkdir(folder);
    });
    vm.FS.writeFile(`/${name}`, fs.readFileSync(name));
  }
  vm.FS.chdir('/');
  try {
    vm.runPython(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.name !== 'PythonError') throw error;
    write(Buffer.from(error.message));
  }
}

function oracleOf(file) {
  const first = fs.readFileSync(file, 'utf8').split('\n', 1)[0];
  const match = /^# oracle: (cpython-only|cpython|reference|hand)\b/.exec(first);
  if (!match) throw new Error(`${file}: the first line must name an oracle`);
  return match[1];
}

/** A module another program imports lies in that program's folder. */
function isExtraFile(file) {
  for (let folder = path.dirname(file); folder.startsWith(TESTS); folder = path.dirname(folder)) {
    if (fs.existsSync(`${folder}.py`)) return true;
  }
  return false;
}

function difference(got, wanted) {
  const a = got.split('\n');
  const b = wanted.split('\n');
  const i = a.findIndex((line, n) => line !== b[n]);
  const at = i < 0 ? a.length : i;
  return `line ${at + 1}: ${JSON.stringify(a[at])} for ${JSON.stringify(b[at])}`;
}

function main(args) {
  const check = args.includes('--check');
  const named = args.filter((arg) => !arg.startsWith('--')).map((file) => path.resolve(file));
  const all = filesBelow(path.join(TESTS, 'py')).map((name) => path.join(TESTS, 'py', name));
  const files = (named.length > 0 ? named : all).filter(
    (file) =>
      file.endsWith('.py') &&
      !file.includes(`${path.sep}errors${path.sep}`) &&
      !isExtraFile(file) &&
      (named.length > 0 || check || !fs.existsSync(`${file}.exp`)),
  );
  let wrong = 0;
  const complain = (file, text) => {
    wrong++;
    console.log(`${path.relative(TESTS, file)}: ${text}`);
  };
  for (const file of files) {
    const oracle = oracleOf(file);
    const exp = `${file}.exp`;
    const output = oracle === 'reference' || oracle === 'hand' ? reference(file) : cpython(file);
    if (oracle === 'hand' || check) {
      const wanted = fs.existsSync(exp) ? fs.readFileSync(exp, 'utf8') : '';
      if (output !== wanted) complain(file, `${oracle} differs, ${difference(output, wanted)}`);
      continue;
    }
    // The npm build cannot wait for input.
    if (oracle === 'cpython' && !fs.existsSync(`${file}.in`)) {
      const other = reference(file);
      if (other !== output) complain(file, `reference differs, ${difference(other, output)}`);
    }
    if (/Traceback \(most recent/.test(output)) complain(file, output.trim().split('\n').pop());
    fs.writeFileSync(exp, output);
  }
  console.log(`${files.length} programs, ${wrong} to look at`);
  return wrong > 0 ? 1 : 0;
}

if (process.argv[2] === '--reference') await runReference(process.argv[3]);
else process.exitCode = main(process.argv.slice(2));
