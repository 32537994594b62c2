// Runs MicroPython's own test suite from a folder outside the repository, in parallel and in few
// processes, by the rules of its runner run-tests.py.
//
//   node tests/tools/micropython-suite.mjs FOLDER [option...] [FOLDER-OR-FILE...]
//
// FOLDER is the folder "tests" of MicroPython's sources, with micropython-lib beside it in lib/.
// What to run is named relative to it; without names all folders run that the issue of a release
// counts: see FOLDERS. Build vm (and webapp for the browser) first.
//
//   --engine=jvm|wasm   the command line (the default) or the WebAssembly build in Chromium
//   --via-mpy           compile with our mpy-cross, run the .mpy file
//   --verbose           tell of each test that has run
//   --jobs=N            processes or pages at a time, 2 if not given
//   --results=FOLDER    where outputs of failing tests go; tests/target/micropython-suite
//   CPYTHON=python3.13  the oracle of tests without an expectation
//
// A failing test runs once more, alone, because many measure time. What still fails must stand in
// tests/known-failures.txt under micropython-suite, micropython-suite-mpy or
// micropython-suite-wasm; what stands there and passes is an error too, unless the reason begins
// with "sometimes:".

import { execFile, spawn, spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Browser } from './micropython-suite-browser.mjs';

const TESTS = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const ROOT = path.dirname(TESTS);
const CPYTHON = process.env.CPYTHON ?? 'python3.13';
const SECONDS = 60;
const FOLDERS = [
  ...['basics', 'float', 'unicode', 'import', 'io', 'misc', 'stress', 'micropython'],
  ...['extmod', 'cmdline', 'thread', 'ports/unix'],
];

/** Tests whose expectation is a list of regular expressions, beside those of cmdline. */
const EXPECTED_AS_PATTERNS = new Set([
  'micropython/meminfo.py',
  'basics/bytes_compare3.py',
  'basics/builtin_help.py',
  'basics/weakref_callback_exception.py',
  'misc/sys_settrace_cov.py',
  'ports/unix/extra_coverage.py',
  'thread/thread_exc2.py',
]);

/** Tests for builds or processors that neither we nor the usual Unix build are. */
const NOT_OURS = [
  [/tstring/, 't-strings'],
  [/^cmdline\/(cmd_parsetree|repl_sys_ps1_ps2)|^extmod\/ssl_poll/, 'build "coverage"'],
  [/^cmdline\/repl_/, 'needs a terminal: run-tests.py'],
];

/**
 * As in run-tests.py: the first print the name of the file, or trace it. Native code has no place in
 * a file for every processor, so mpy-cross refuses the others.
 */
const NOT_VIA_MPY = [
  /^import\/import_file|^io\/argv|^misc\/sys_settrace_(features|generator|loop)/,
  /\/(native|viper)_|^cmdline\//,
];

function options(words) {
  const names = words.filter((word) => !word.startsWith('--'));
  const given = new Map(
    words
      .filter((word) => word.startsWith('--'))
      .map((word) => [word.slice(2).split('=')[0], word.split('=')[1] ?? 'yes']),
  );
  if (names.length === 0) throw new Error('name the folder "tests" of the sources of MicroPython');
  return {
    suite: path.resolve(names[0]),
    names: names.length > 1 ? names.slice(1) : FOLDERS,
    engine: given.get('engine') ?? 'jvm',
    viaMpy: given.has('via-mpy'),
    isVerbose: given.has('verbose'),
    jobs: Number(given.get('jobs') ?? 2),
    results: path.resolve(given.get('results') ?? path.join(TESTS, 'target/micropython-suite')),
  };
}

/** Throws when something is missing without which every test would fail. */
function checkNeeds({ suite, engine }) {
  if (!fs.existsSync(path.join(suite, 'run-tests.py'))) {
    throw new Error(`${suite} is not the folder "tests" of the sources of MicroPython`);
  }
  for (const built of ['vm/target/pykopi.jar', ...(engine === 'wasm' ? ['webapp/dist'] : [])]) {
    if (!fs.existsSync(path.join(ROOT, built))) throw new Error(`${built} is missing: build first`);
  }
  if (spawnSync(CPYTHON, ['--version']).status !== 0) {
    throw new Error(`${CPYTHON} does not run: name CPython 3.13 in the variable CPYTHON`);
  }
}

function findTests({ suite, names }) {
  return names.flatMap((name) =>
    name.endsWith('.py')
      ? [name]
      : fs
          .readdirSync(path.join(suite, name))
          .filter((file) => file.endsWith('.py'))
          .sort()
          .map((file) => `${name}/${file}`),
  );
}

/** Why the runner leaves a test out, or undefined. */
function reasonToSkip(test, { viaMpy }) {
  if (viaMpy && NOT_VIA_MPY.some((pattern) => pattern.test(test))) return 'not via .mpy';
  return NOT_OURS.find(([pattern]) => pattern.test(test))?.[1];
}

// ---- the command line ----

/** Arguments of a special test are named in comments at its top. */
function commandWords(text) {
  const line = text.split('\n').find((each) => !each.startsWith('#') || /^# cmdline:/.test(each));
  return line?.startsWith('# cmdline:') ? line.slice(10).trim().split(/\s+/).filter(Boolean) : [];
}

/** Where tests find asyncio and unittest, as in run-tests.py. */
function searchPath(suite) {
  const library = path.resolve(suite, '../lib/micropython-lib/python-stdlib/unittest');
  return ['.frozen', path.resolve(suite, '../extmod'), library].join(path.delimiter);
}

/** Lines for SuiteWorker: current folder and arguments; all but the last only prepare. */
function commands(test, { suite, viaMpy }, number) {
  const file = path.join(suite, test);
  if (test.startsWith('cmdline/')) {
    return [[suite, ...commandWords(fs.readFileSync(file, 'utf8')), test]];
  }
  const folder = path.dirname(file);
  const emit = ['-X', 'emit=bytecode'];
  if (!viaMpy) return [[folder, ...emit, file]];
  const module = `via_mpy_${number}`;
  const output = path.join(folder, `${module}.mpy`);
  return [
    [folder, 'mpy-cross', '-o', output, ...emit, test.includes('/') ? file : test],
    [folder, ...emit, '-m', module],
  ];
}

/** Runs tests one after the other in Java processes; a new one when a test hangs or ends it. */
class CommandLine {
  constructor(settings) {
    this.settings = settings;
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-'));
    this.started = 0;
  }

  async run(tests, report) {
    let left = tests;
    while (left.length > 0) left = left.slice(await this.runSome(left, report));
  }

  /** Resolves with the number of tests that are done with. */
  runSome(tests, report) {
    const list = path.join(this.folder, `jobs-${this.started++}-${process.hrtime.bigint()}`);
    const jobs = tests.flatMap((test, i) =>
      commands(test, this.settings, `${process.pid}_${this.started}_${i}`).map((words, step, all) =>
        [step === all.length - 1 ? i : -1, ...words].join('\t'),
      ),
    );
    fs.writeFileSync(list, jobs.join('\n'));
    const java = process.env.PYKOPI_JAVA ?? 'java';
    const jar = path.join(ROOT, 'vm/target/pykopi.jar');
    const worker = path.join(TESTS, 'src/main/java/org/pykopi/tests/SuiteWorker.java');
    const line = `exec ${java} -XX:+UseSerialGC -Xss16m -Xmx256m -cp ${jar} ${worker} ${list} 2>&1 </dev/null`;
    const child = spawn('sh', ['-c', line], {
      detached: true,
      cwd: this.settings.suite,
      env: { ...process.env, MICROPYPATH: searchPath(this.settings.suite) },
    });
    return new Promise((resolve) => {
      let data = Buffer.alloc(0);
      let done = 0;
      let timer;
      const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(() => end('TIMEOUT'), SECONDS * 1000);
      };
      const end = (how) => {
        clearTimeout(timer);
        child.removeAllListeners();
        try {
          process.kill(-child.pid, 'SIGKILL');
        } catch {
          // It has ended already.
        }
        if (done < tests.length) {
          report(tests[done++], data.toString().split('\n').slice(1).join('\n') + how);
        }
        resolve(done);
      };
      child.stdout.on('data', (piece) => {
        watch();
        data = Buffer.concat([data, piece]);
        let match;
        while ((match = /\x1e(-?\d+)\n([^\x1e]*)\x1e(-?\d+)\n/.exec(data.toString('latin1')))) {
          const from = match.index + match[1].length + 2;
          const output = data.subarray(from, from + match[2].length).toString();
          data = data.subarray(match.index + match[0].length);
          if (match[1] !== '-1') report(tests[done++], output + (match[3] === '0' ? '' : 'CRASH'));
        }
        if (done === tests.length) end('');
      });
      child.on('exit', () => end('CRASH'));
      watch();
    });
  }

  close() {
    fs.rmSync(this.folder, { recursive: true });
    if (!this.settings.viaMpy) return;
    for (const folder of new Set(findTests(this.settings).map((test) => path.dirname(test)))) {
      const full = path.join(this.settings.suite, folder);
      for (const name of fs.readdirSync(full)) {
        if (/^via_mpy_\d+_\d+_\d+\.mpy$/.test(name)) fs.rmSync(path.join(full, name));
      }
    }
  }
}

// ---- what a test must print ----

/** The expectation of a test, from its file or from CPython, whose answers are kept. */
async function expectation(test, { suite, results }) {
  const file = path.join(suite, test);
  if (fs.existsSync(`${file}.exp`)) {
    return fs.readFileSync(`${file}.exp`, 'utf8').replaceAll('\r\n', '\n');
  }
  const hash = crypto.createHash('sha256').update(test).update(fs.readFileSync(file));
  const kept = path.join(results, 'cpython', hash.digest('hex').slice(0, 16));
  if (!fs.existsSync(kept)) {
    fs.mkdirSync(path.dirname(kept), { recursive: true });
    fs.writeFileSync(kept, await askCPython(file));
  }
  return fs.readFileSync(kept, 'utf8');
}

/** With few open files allowed, which extmod/select_poll_fd.py counts on. */
async function askCPython(file) {
  const line = 'ulimit -n 1024; exec "$0" -BS "$1" 2>&1';
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8' };
  try {
    const answer = await promisify(execFile)('sh', ['-c', line, CPYTHON, file], {
      cwd: path.dirname(file),
      env,
      timeout: SECONDS * 1000,
    });
    return answer.stdout.replaceAll('\r\n', '\n');
  } catch (error) {
    return `CPYTHON3 CRASH:\n${error.stdout}`;
  }
}

/** A line of an expectation as a pattern: only what is escaped has a meaning. */
function pattern(line) {
  let result = '';
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\\') result += line[++i] ?? '';
    else result += line[i].replace(/[.^$*+?{}[\]()|\\]/, '\\$&');
  }
  return new RegExp(`^${result}$`);
}

/** Whether lines match patterns; a line of eight # stands for any number of lines. */
function matchesPatterns(output, expected) {
  const lines = output.split('\n');
  const wanted = expected.split('\n');
  let at = 0;
  for (let i = 0; i < wanted.length; i++) {
    if (wanted[i] === '########') {
      const next = pattern(wanted[i + 1] ?? '');
      while (at < lines.length && !next.test(lines[at])) at++;
      if (at === lines.length) return false;
    } else if (at >= lines.length || !pattern(wanted[i]).test(lines[at++])) {
      return false;
    }
  }
  return at === lines.length;
}

/** pass, fail or skip. */
async function verdict(test, raw, settings) {
  const isSpecial = test.startsWith('cmdline/');
  let output = raw.replaceAll('\r\n', '\n');
  if (isSpecial) {
    if (output.endsWith('CRASH')) output = 'CRASH';
    else if (!output.endsWith('\n')) output += '\n';
  }
  if (output === 'SKIP\n' || (isSpecial && output.includes('\nSKIP\n'))) return 'skip';
  if (/^-{70}\nRan \d+ tests\n\nOK( \(skipped=\d+\))?\n$/m.test(output.slice(-140))) return 'pass';
  const expected = await expectation(test, settings);
  const isEqual =
    isSpecial || EXPECTED_AS_PATTERNS.has(test)
      ? matchesPatterns(output, expected)
      : output === expected;
  return isEqual ? 'pass' : 'fail';
}

// ---- all of it ----

function knownFailures(engine) {
  const known = new Map();
  for (const line of fs.readFileSync(path.join(TESTS, 'known-failures.txt'), 'utf8').split('\n')) {
    const [test, name, ...reason] = line.trim().split(/\s+/);
    if (name === engine && !test.startsWith('#')) known.set(test, reason.join(' '));
  }
  return known;
}

async function runAll(tests, settings, jobs) {
  const outputs = new Map();
  const groups = Array.from({ length: jobs }, (_, j) => tests.filter((_, i) => i % jobs === j));
  await Promise.all(
    groups.map(async (group) => {
      const engine =
        settings.engine === 'wasm' ? new Browser(settings, ROOT) : new CommandLine(settings);
      try {
        await engine.run(group, (test, output) => {
          outputs.set(test, output);
          if (settings.isVerbose)
            console.log(outputs.size, test, JSON.stringify(output.slice(-60)));
        });
      } finally {
        await engine.close();
      }
    }),
  );
  const verdicts = new Map();
  for (const test of tests) {
    verdicts.set(test, await verdict(test, outputs.get(test) ?? '', settings));
  }
  return { outputs, verdicts };
}

async function main() {
  const settings = options(process.argv.slice(2));
  checkNeeds(settings);
  const found = findTests(settings);
  const tests = found.filter((test) => reasonToSkip(test, settings) === undefined);
  const started = Date.now();
  const { outputs, verdicts } = await runAll(tests, settings, settings.jobs);
  const failing = tests.filter((test) => verdicts.get(test) === 'fail');
  if (failing.length > 0) {
    const again = await runAll(failing, settings, 1);
    again.verdicts.forEach((value, test) => verdicts.set(test, value));
    again.outputs.forEach((value, test) => outputs.set(test, value));
  }

  const engine = `micropython-suite${settings.engine === 'wasm' ? '-wasm' : settings.viaMpy ? '-mpy' : ''}`;
  const known = knownFailures(engine);
  const count = { pass: 0, fail: 0, skip: found.length - tests.length, known: 0 };
  const wrong = [];
  for (const test of tests) {
    const isKnown = known.has(test);
    const result = verdicts.get(test);
    count[result === 'fail' && isKnown ? 'known' : result]++;
    if (result === 'fail') await writeOutputs(test, outputs.get(test) ?? '', settings);
    if (result === 'fail' && !isKnown) wrong.push(`FAIL ${test}`);
    if (result === 'pass' && isKnown && !known.get(test).startsWith('sometimes:'))
      wrong.push(`listed but passes: ${test}`);
  }
  wrong.forEach((line) => console.log(line));
  console.log(
    `${engine}: ${tests.length} tests, ${count.pass} passed, ${count.fail} failed, ` +
      `${count.known} known failures, ${count.skip} skipped, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  process.exit(wrong.length > 0 ? 1 : 0);
}

async function writeOutputs(test, output, settings) {
  const base = path.join(settings.results, test.replaceAll('/', '_'));
  fs.mkdirSync(settings.results, { recursive: true });
  fs.writeFileSync(`${base}.out`, output);
  fs.writeFileSync(`${base}.exp`, await expectation(test, settings));
}

try {
  await main();
} catch (error) {
  console.error(`micropython-suite: ${error.message}`);
  process.exit(1);
}
