// The same programs on the command line: our machine on the JVM beside CPython, one process for each run.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BENCH, ROOT } from './server.mjs';

const JAR = path.join(ROOT, 'vm/target/pykopi.jar');
/** Runs in one process; the first is reported apart. */
const ROUNDS = 8;
const DRIVER = `
import time
_arguments, _wanted = bm_params['full']
_run, _result = bm_setup(_arguments)
_times = []
for _ in range(${ROUNDS}):
    _start = time.time_ns()
    _run()
    _times.append((time.time_ns() - _start) / 1000000)
    if _result() != _wanted:
        raise ValueError('wrong result')
print(_times)
`;

/** The commands there are: name, command, version; CPython is \`python3\` on the path or $PYTHON. */
export function desktopEngines() {
  const found = [];
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const version = (command, args) => {
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    return status === 0 ? (stdout + stderr).split('\n')[0].trim() : undefined;
  };
  const jvm = fs.existsSync(JAR) && version(java, ['-version']);
  if (jvm) found.push({ name: 'pykopi-jvm', command: [java, '-jar', JAR], version: jvm });
  const python = process.env.PYTHON ?? 'python3';
  const cpython = version(python, ['--version']);
  if (cpython) found.push({ name: 'cpython', command: [python], version: cpython });
  return found;
}

export function measureDesktop({ programs, pages, note }) {
  const engines = desktopEngines();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const report = { engines: {}, programs: {} };
  for (const { name, version } of engines) report.engines[name] = version;
  for (let page = 0; page < pages; page++) {
    for (const program of programs) {
      // Not by the plain name: json.py would stand in the way of the module json.
      const file = path.join(folder, `bm_${program}.py`);
      fs.writeFileSync(file, fs.readFileSync(path.join(BENCH, `bm_${program}.py`)) + DRIVER);
      report.programs[program] ??= {};
      for (const { name, command } of engines) {
        const run = spawnSync(command[0], [...command.slice(1), file], { encoding: 'utf8' });
        const result = (report.programs[program][name] ??= { first: [], warm: [] });
        if (run.status !== 0) {
          result.error = `${run.stdout}${run.stderr}`.trim().split('\n').at(-1);
          note(`command line ${program} ${name}: ${result.error}`);
          continue;
        }
        const times = JSON.parse(run.stdout);
        result.first.push(times[0]);
        result.warm.push(Math.min(...times.slice(1)));
      }
      note(`command line ${page + 1}/${pages} ${program}`);
    }
  }
  fs.rmSync(folder, { recursive: true });
  return report;
}
