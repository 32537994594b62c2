import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import type { loadPykopi as LoadPykopi } from '../src/embed/pykopi.ts';

/** The built module, as another page would import it; in node it runs the JavaScript build. */
const MODULE = pathToFileURL(resolve(import.meta.dirname, '../../dist/pykopi.mjs')).href;

let loadPykopi: typeof LoadPykopi;

before(async () => {
  ({ loadPykopi } = (await import(MODULE)) as { loadPykopi: typeof LoadPykopi });
});

async function load(stdin = '') {
  const lines: string[] = [];
  const bytes = [...new TextEncoder().encode(stdin)];
  const python = await loadPykopi({
    stdin: () => bytes.shift() ?? null,
    stdout: (line) => lines.push(line as string),
    stderr: (line) => lines.push(`error: ${line as string}`),
  });
  return { python, lines };
}

test('runs programs and delivers their lines', async () => {
  const { python, lines } = await load('Ada\n');
  assert.equal(
    python.runPython(`
      name = input()
      print('hello', name)
      print('é', 2 ** 100)
    `),
    null,
  );
  assert.deepEqual(lines, ['hello Ada', 'é 1267650600228229401496703205376']);
});

test('is the Python that the profile names', async () => {
  const lines: string[] = [];
  const python = await loadPykopi({
    profile: 'pycopy',
    stdout: (line) => lines.push(line as string),
  });
  python.runPython('import sys, utime; print(sys.implementation.version, utime.__name__)');
  assert.deepEqual(lines, ['(3, 6, 1) utime']);
  await assert.rejects(loadPykopi({ profile: 'cpython' as never }), /no profile 'cpython'/);
});

test('without line buffering gives single bytes', async () => {
  const bytes: number[] = [];
  const python = await loadPykopi({
    linebuffer: false,
    stdout: (data) => bytes.push(...(data as Uint8Array)),
  });
  python.runPython('print("hi", end="")');
  assert.deepEqual(bytes, [104, 105]);
});

test('globals are shared', async () => {
  const { python, lines } = await load();
  python.runPython('x = 1');
  assert.equal(python.globals.get('x'), 1);
  python.globals.set('y', 'text');
  python.runPython('print(y, "y" in globals())');
  python.globals.delete('y');
  python.runPython('print("y" in globals())');
  assert.equal(python.globals.has('y'), false);
  assert.deepEqual(lines, ['text True', 'False']);
});

test('values are converted', async () => {
  const { python } = await load();
  python.runPython('values = [None, True, 1.5, -7, "é", 2**40, 2**60, b"ab", (1, [2])]');
  const values = python.PyProxy.toJs(python.globals.get('values'));
  const bytes = new Uint8Array([97, 98]);
  assert.deepEqual(values, [null, true, 1.5, -7, 'é', 2 ** 40, 2n ** 60n, bytes, [1, [2]]]);
  for (const value of [undefined, null, false, 0.25, -(2 ** 31), 2 ** 53, 1e30, 'ü', 10n ** 30n]) {
    python.globals.set('value', value);
    const back = python.globals.get('value');
    assert.equal(typeof value === 'number' ? Number(back) : back, value);
  }
});

test('a dict is a proxy whose keys are properties', async () => {
  const { python, lines } = await load();
  python.runPython('d = {"a": 1, "b": 2}');
  const d = python.globals.get('d') as Record<string, unknown>;
  assert.deepEqual(Object.keys(d), ['a', 'b']);
  assert.equal('c' in d, false);
  assert.equal(d['c'], undefined);
  d['c'] = [3];
  delete d['b'];
  python.runPython('print(sorted(d), d["c"][0])');
  assert.deepEqual(lines, ["['a', 'c'] 3"]);
});

test('objects keep their identity', async () => {
  const { python, lines } = await load();
  python.runPython('l = [1, 2, 3]');
  assert.equal(python.globals.get('l'), python.globals.get('l'));
  assert.deepEqual([...(python.globals.get('l') as Iterable<number>)], [1, 2, 3]);
  const object = { answer: 42 };
  python.globals.set('o', object);
  assert.equal(python.globals.get('o'), object);
  python.runPython('print(o.answer, o["answer"], hasattr(o, "question"))');
  assert.deepEqual(lines, ['42 42 False']);
});

test('functions cross both ways', async () => {
  const { python, lines } = await load();
  python.globals.set('add', (a: number, b: number) => a + b);
  python.globals.set('collect', (...args: unknown[]) => JSON.stringify(args));
  python.runPython('print(add(2, 3), collect(1, b=2))\ndef twice(x): return 2 * x');
  const twice = python.globals.get('twice') as (x: number) => number;
  assert.equal(twice(21), 42);
  assert.deepEqual(lines, ['5 [1,{"b":2}]']);
});

test('exceptions cross both ways', async () => {
  const { python, lines } = await load();
  assert.throws(
    () => python.runPython('def f():\n  1 / 0\nf()'),
    (error: Error & { type: string }) =>
      error.name === 'PythonError' &&
      error.type === 'ZeroDivisionError' &&
      error.message ===
        'Traceback (most recent call last):\n' +
          '  File "<stdin>", line 3, in <module>\n' +
          '  File "<stdin>", line 2, in f\n' +
          'ZeroDivisionError: divide by zero\n',
  );
  python.globals.set('fail', () => {
    throw new RangeError('too far');
  });
  python.runPython(`
    import jsffi
    try:
        fail()
    except jsffi.JsException as e:
        print(e.args[1:])
  `);
  assert.deepEqual(lines, ["('RangeError', 'too far')"]);
});

test('promises are awaited at the top level and in coroutines', async () => {
  const { python, lines } = await load();
  python.globals.set('later', (value: unknown) => Promise.resolve(value));
  python.globals.set('never', () => Promise.reject(new Error('no')));
  const result = await python.runPythonAsync(`
    async def get():
        return 1 + await later(1)
    print(await get(), await later('x'))
    try:
        await never()
    except Exception as e:
        print(type(e).__name__, e.args[2])
  `);
  assert.equal(result, null);
  const get = python.globals.get('get') as () => Promise<number>;
  assert.equal(await get(), 2);
  assert.deepEqual(lines, ['2 x', 'JsException no']);
});

test('tasks of asyncio go on in the page', async () => {
  const { python, lines } = await load();
  const delay = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
  python.globals.set('delay', delay);
  await python.runPythonAsync(`
    import asyncio
    event = asyncio.Event()
    async def worker():
        await asyncio.sleep(0.01)
        await delay(5)
        print('worker')
        event.set()
    task = asyncio.create_task(worker())
    print('start')
    await event.wait()
    await task
    print('end')
  `);
  python.runPython('asyncio.create_task(worker())');
  for (let i = 0; i < 500 && lines.length < 4; i++) {
    await delay(10);
  }
  assert.deepEqual(lines, ['start', 'worker', 'end', 'worker']);
});

test('asyncio.run runs to its end', async () => {
  const { python, lines } = await load();
  python.runPython(`
    import asyncio
    async def main():
        await asyncio.sleep(0.01)
        return 'done'
    print(asyncio.run(main()))
  `);
  assert.deepEqual(lines, ['done']);
});

test('files and modules', async () => {
  const { python, lines } = await load();
  python.FS.mkdir('/lib');
  python.FS.writeFile('/lib/helper.py', 'v = 5');
  assert.equal((python.pyimport('helper') as { v: number }).v, 5);
  python.runPython('f = open("/made.txt", "w"); f.write("text"); f.close()');
  assert.equal(python.FS.readFile('/made.txt', { encoding: 'utf8' }), 'text');
  assert.equal(python.FS.stat('/made.txt').size, 4);
  assert.deepEqual(python.FS.readdir('/').sort(), ['.', '..', 'lib', 'made.txt']);
  python.FS.unlink('/made.txt');
  assert.throws(() => python.FS.stat('/made.txt'), { code: 'ENOENT' });
  assert.throws(() => python.FS.rmdir('/lib'), { code: 'ENOTEMPTY' });
  python.registerJsModule('js_module', { y: 2, self: () => 'called' });
  python.runPython('import js_module\nfrom js_module import y\nprint(js_module.self(), y)');
  assert.deepEqual(lines, ['called 2']);
});

test('the prompt takes single characters', async () => {
  let output = '';
  const python = await loadPykopi({
    linebuffer: false,
    stdout: (data) => (output += String.fromCharCode((data as Uint8Array)[0]!)),
  });
  python.replInit();
  for (const character of '6 * 7\r') {
    assert.equal(python.replProcessChar(character.charCodeAt(0)), 0);
  }
  assert.match(output, /\r\n42\n>>> $/);
  assert.notEqual(python.replProcessChar(4), 0);
});

test('two Pythons share nothing', async () => {
  const first = (await load()).python;
  const second = (await load()).python;
  first.runPython('x = 1');
  assert.throws(() => second.runPython('x'), /NameError/);
});

test('imports the modules of an image', async () => {
  const text = 'tea = 3\n';
  // A file system that holds the file drinks.py, which holds data.
  const name = [9, ...new TextEncoder().encode('drinks.py')];
  const data = [2, text.length, ...new TextEncoder().encode(text)];
  const file = [5, name.length + data.length, ...name, ...data];
  const image = new Uint8Array([0xd2, 0xcd, 0x31, file.length, ...file]);
  const python = await loadPykopi({ image });
  python.runPython('import drinks\nplace = drinks.__file__, drinks.tea');
  assert.deepEqual(
    [...(python.globals.get('place') as Iterable<unknown>)],
    ['.frozen/drinks.py', 3],
  );
  await assert.rejects(loadPykopi({ image: new Uint8Array(9) }), /no image of frozen modules/);
});
