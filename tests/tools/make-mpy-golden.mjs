// Writes what the reference cross-compilers make of every program below tests/py and examples.
//
//   node tests/tools/make-mpy-golden.mjs
//   MPY_CROSS=/path/to/mpy-cross node tests/tools/make-mpy-golden.mjs
//   PYCOPY_CROSS=/path/to/pycopy-cross node tests/tools/make-mpy-golden.mjs
//
// Always: golden/reference/mpy-cross-npm.txt by the npm package in package.json (MicroPython 1.19),
// with the whole files, so that the test can tell how they differ. One line per program:
//
//   program  hash of the source  the .mpy file in base64, or "error" and the message
//
// With MPY_CROSS: golden/reference/mpy-cross.txt by that newer program, hashes of the files only.
// With PYCOPY_CROSS: the same by Pycopy 3.6.1 on x86-64 in golden/reference/pycopy-cross.txt, and
// with all functions as machine code in pycopy-cross-native.txt and pycopy-cross-viper.txt.
// Programs that did not change are taken over from the old lists.

import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TESTS = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const ROOT = path.dirname(TESTS);
const GOLDEN = path.join(TESTS, 'golden', 'reference');
const require = createRequire(import.meta.url);

const hash = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 32);

function programsBelow(folder) {
  return fs
    .readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return programsBelow(name);
      return name.endsWith('.py') ? [name] : [];
    });
}

/** The old list as program -> line. */
function oldLines(file) {
  if (!fs.existsSync(file)) return new Map();
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return new Map(lines.filter(Boolean).map((line) => [line.split('\t')[0], line]));
}

async function writeList(name, programs, compile) {
  const file = path.join(GOLDEN, name);
  const old = oldLines(file);
  const lines = [];
  for (const program of programs) {
    const source = fs.readFileSync(path.join(ROOT, program));
    const start = `${program}\t${hash(source)}\t`;
    const known = old.get(program);
    lines.push(known?.startsWith(start) ? known : start + (await compile(program, source)));
  }
  fs.mkdirSync(GOLDEN, { recursive: true });
  fs.writeFileSync(file, lines.join('\n') + '\n');
}

/** The npm package looks for fetch and then wants a URL; without it, it reads the file. */
function npmCompiler() {
  delete globalThis.fetch;
  const { compile } = require('@pybricks/mpy-cross-v6');
  const wasm = require.resolve('@pybricks/mpy-cross-v6').replace(/index\.js$/, 'mpy-cross-v6.wasm');
  return async (program, source) => {
    const result = await compile('program.py', source.toString(), ['-s', program], wasm);
    process.removeAllListeners('uncaughtException');
    process.removeAllListeners('unhandledRejection');
    if (result.status === 0) return Buffer.from(result.mpy).toString('base64');
    return `error ${[...result.out, ...result.err].at(-1)}`;
  };
}

function programCompiler(command, options = []) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mpy-'));
  const output = path.join(folder, 'out.mpy');
  return async (program) => {
    const names = ['-s', program, '-o', output, path.join(ROOT, program)];
    const done = spawnSync(command, [...options, ...names]);
    if (done.status === 0) return hash(fs.readFileSync(output));
    if (done.signal) return 'error assertion';
    return `error ${(done.stdout.toString() + done.stderr.toString()).trim().split('\n').at(-1)}`;
  };
}

const programs = [...programsBelow('examples'), ...programsBelow('tests/py')].sort();
await writeList('mpy-cross-npm.txt', programs, npmCompiler());
if (process.env.MPY_CROSS) {
  await writeList('mpy-cross.txt', programs, programCompiler(process.env.MPY_CROSS));
}
if (process.env.PYCOPY_CROSS) {
  await writeList('pycopy-cross.txt', programs, programCompiler(process.env.PYCOPY_CROSS));
  for (const kind of ['native', 'viper']) {
    const compile = programCompiler(process.env.PYCOPY_CROSS, ['-X', `emit=${kind}`]);
    await writeList(`pycopy-cross-${kind}.txt`, programs, compile);
  }
}
