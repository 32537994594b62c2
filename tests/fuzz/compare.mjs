// Random differential test: generated programs on our machine and on MicroPython's npm build.
//
//   node tests/fuzz/compare.mjs [--seed N] [--count N] [--save FOLDER] [--no-reduce] [--classes PATH] [--golden]
//
// Prints each program whose output differs, reduced to the lines that matter, and ends with code 1
// if there was one. With --golden it writes what the build compares our machine with. README.md tells
// the rest.

import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { explanationOf, normalised } from './differences.mjs';

const TESTS = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const ROOT = path.dirname(TESTS);

/** A line for each program on which both agree to the letter: seed, digests of source and output. */
const GOLDEN = path.join(TESTS, 'golden/reference/fuzz.txt');

/** Programs per instance of the reference: its heap becomes fragmented. */
const BATCH = 100;

/** For a program that our machine ends within its limit of steps. */
const LIMIT_MS = 20_000;

// Two lines of a traceback belong to this program, not to the tested one.
const WRAPPER = `
import sys, gc
def _run(source):
    try:
        exec(compile(source, 'main.py', 'exec'), {'__name__': '__main__'})
    except BaseException as e:
        sys.print_exception(e, sys.stdout)
    gc.collect()
`;

function options(args) {
  const found = { seed: 1, count: 300, save: null, reduce: true, classes: null, golden: false };
  for (let i = 0; i < args.length; i++) {
    const name = args[i].slice(2);
    if (name === 'no-reduce') found.reduce = false;
    else if (name === 'golden') found.golden = true;
    else if (name === 'seed' || name === 'count') found[name] = Number(args[++i]);
    else if (name === 'save' || name === 'classes') found[name] = args[++i];
    else throw new Error(`unknown option ${args[i]}`);
  }
  return found;
}

// ---- our machine: a Java process that answers line by line ----

function startOurs(classes) {
  const folders = ['vm/target/classes', 'tests/target/test-classes'].map((f) => path.join(ROOT, f));
  const server = spawn('java', [
    '-XX:+UseSerialGC',
    '-cp',
    classes ?? folders.join(path.delimiter),
    'org.pykopi.tests.fuzz.ProgramServer',
  ]);
  server.stderr.pipe(process.stderr);
  const lines = readline.createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const text = (word) => Buffer.from(word, 'base64').toString();
  const ask = async (request) => {
    server.stdin.write(`${request}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('the Java process ended; compile first: mvn -q test-compile');
    const [source, output] = value.split(' ');
    return { source: text(source), output: output === '-' ? null : text(output) };
  };
  return {
    program: (seed) => ask(`program ${seed}`),
    run: (source) => ask(`run ${Buffer.from(source).toString('base64')}`),
    stop: () => server.stdin.end(),
  };
}

// ---- the reference: a thread, because nothing else can stop a program that does not end ----

if (!isMainThread) await serveReference();

async function serveReference() {
  const decoder = new TextDecoder();
  let output = '';
  const write = (bytes) => {
    output += decoder.decode(bytes, { stream: true });
  };
  const vm = await loadMicroPython({
    heapsize: 16 << 20,
    linebuffer: false,
    stdout: write,
    stderr: write,
  });
  vm.runPython(WRAPPER);
  const run = vm.globals.get('_run');
  parentPort.on('message', (source) => {
    output = '';
    run(source);
    parentPort.postMessage(output.replace('  File "<stdin>", line 5, in _run\n', ''));
  });
}

/** Runs a program; gives what it prints, or how it ended the reference. */
function createReference() {
  let worker = null;
  let left = 0;
  const stop = () => {
    worker?.terminate();
    worker = null;
  };
  const run = (source, isFresh = false) =>
    new Promise((resolve) => {
      if (left-- <= 0 || worker === null || isFresh) {
        stop();
        worker = new Worker(fileURLToPath(import.meta.url), { stdout: true, stderr: true });
        left = BATCH;
      }
      const ended = (output) => {
        clearTimeout(timer);
        worker.off('message', ended).off('error', failed);
        resolve(output);
      };
      const broken = (why) => {
        ended(`(${why})`);
        stop();
      };
      const failed = (error) => broken(`crashed: ${error.message}`);
      const timer = setTimeout(() => broken('does not end'), LIMIT_MS);
      worker.once('message', ended);
      worker.once('error', failed);
      worker.postMessage(source);
    });
  return { run, stop };
}

// ---- comparing ----

/** The first line that differs in each part of the program's output. */
function differences(ours, wanted) {
  const a = normalised(ours).split(/^(?=-- part )/m);
  const b = normalised(wanted).split(/^(?=-- part )/m);
  const found = [];
  const both = Math.min(a.length, b.length);
  for (let i = 0; i < both; i++) {
    if (a[i] !== b[i]) found.push(firstDifference(a[i], b[i]));
  }
  // One ended early: the last part that both have tells why.
  if (a.length !== b.length && a[both - 1] === b[both - 1]) {
    found.push(firstDifference(a[both] ?? '', b[both] ?? ''));
  }
  return found;
}

function firstDifference(ours, wanted) {
  const a = ours.split('\n');
  const b = wanted.split('\n');
  const i = a.findIndex((line, n) => line !== b[n]);
  const at = i < 0 ? a.length : i;
  // What follows may say what happened: a handler ran first, or a traceback begins.
  const rest = (lines) => [...lines.slice(at, at + 4), lines.at(-2)].join(' / ');
  return { ours: a[at] ?? '', wanted: b[at] ?? '', oursRest: rest(a), wantedRest: rest(b) };
}

const isEqual = (ours, wanted) => normalised(ours) === normalised(wanted);

/** Fewer lines with a difference of the same kind: removes parts as long as that works. */
async function reduce(source, check) {
  let lines = source.split('\n');
  let before = 0;
  while (lines.length !== before) {
    before = lines.length;
    for (let size = lines.length >> 1; size >= 1; size >>= 1) {
      for (let at = 0; at < lines.length;) {
        const fewer = [...lines.slice(0, at), ...lines.slice(at + size)];
        if (await check(fewer.join('\n'))) lines = fewer;
        else at += size;
      }
    }
  }
  return lines.join('\n');
}

const digest = (text) => crypto.createHash('sha1').update(text).digest('hex').slice(0, 8);

/** What makes two differences the same: their lines without numbers and names. */
const kindOf = ({ ours, wanted }) => `${ours}|${wanted}`.replace(/[\d'"]+/g, '#').slice(0, 200);

async function main() {
  const { seed, count, save, reduce: reduces, classes, golden } = options(process.argv.slice(2));
  const ours = startOurs(classes);
  const reference = createReference();
  const differs = async (source) => {
    const { output } = await ours.run(source);
    if (output === null) return null;
    const wanted = await reference.run(source);
    if (/SyntaxError|IndentationError/.test(output + wanted) || isEqual(output, wanted))
      return null;
    return differences(output, wanted).find((it) => !explanationOf(it, source)) ?? null;
  };
  const kinds = new Map();
  const reasons = new Map();
  const same = [];
  const total = { equal: 0, explained: 0, differing: 0, tooLong: 0 };
  for (let i = seed; i < seed + count; i++) {
    const { source, output } = await ours.program(i);
    if (output === null) {
      total.tooLong++;
      continue;
    }
    let wanted = await reference.run(source);
    if (output === wanted) same.push(`${i} ${digest(source)} ${digest(output)}\n`);
    // Some programs damage the heap of the reference, which the next one then meets.
    if (!isEqual(output, wanted)) wanted = await reference.run(source, true);
    if (isEqual(output, wanted)) {
      total.equal++;
      continue;
    }
    const all = differences(output, wanted);
    for (const it of all) {
      const reason = explanationOf(it, source);
      if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    const found = all.find((it) => !explanationOf(it, source));
    if (!found) {
      total.explained++;
      continue;
    }
    total.differing++;
    const kind = kindOf(found);
    const seen = kinds.get(kind) ?? 0;
    kinds.set(kind, seen + 1);
    if (seen > 0) {
      console.log(`==== seed ${i}, as above`);
      continue;
    }
    console.log(`==== seed ${i}\n  ours:      ${found.ours}\n  reference: ${found.wanted}`);
    if (reduces) {
      const check = async (text) => {
        const now = await differs(text);
        return now !== null && kindOf(now) === kind;
      };
      console.log(await reduce(source, check));
    }
    if (save) fs.writeFileSync(path.join(save, `${i}.py`), source);
  }
  ours.stop();
  reference.stop();
  if (golden) fs.writeFileSync(GOLDEN, same.join(''));
  for (const [kind, n] of kinds) if (n > 1) console.log(`${n} times: ${kind}`);
  for (const [reason, n] of [...reasons].sort((a, b) => b[1] - a[1])) {
    console.log(`${String(n).padStart(5)} explained: ${reason}`);
  }
  console.log(`seeds ${seed} to ${seed + count - 1}:`, total);
  process.exitCode = total.differing > 0 ? 1 : 0;
}

if (isMainThread) await main();
