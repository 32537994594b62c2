import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { errorLineIn, errorText } from '../src/editor/error-place.ts';
import { readCatalogue } from '../src/examples/catalogue.ts';
import { sizeText, treeRows } from '../src/files/tree.ts';
import { actionFor, chordCaps } from '../src/layout/shortcut-list.ts';
import { isFreshPrompt, pastedBytes } from '../src/terminal/keys.ts';
import { readTraceback, tracePlaces } from '../src/terminal/traceback.ts';
import { boardPlace } from '../src/state/paths.ts';
import { createOutputQueue } from '../src/terminal/output-queue.ts';

test('output is handed over once per frame, whole and in order', async () => {
  const frames: (() => void)[] = [];
  const queue = createOutputQueue({ schedule: (callback) => frames.push(callback), frameLimit: 4 });
  const blocks: string[] = [];
  const done: (() => void)[] = [];
  const taken: number[] = [];
  const push = (text: string, number: number) =>
    void queue.push(new TextEncoder().encode(text)).then(() => taken.push(number));
  push('ab', 1);
  assert.equal(frames.length, 0, 'nothing is scheduled before there is a terminal');
  queue.attach((block, finished) => {
    blocks.push(new TextDecoder().decode(block));
    done.push(finished);
  });
  push('cd', 2);
  push('efghij', 3);
  frames.shift()!();
  assert.deepEqual(blocks, ['abcd']);
  assert.equal(frames.length, 0, 'one block at a time');
  assert.equal(queue.waiting, 10);
  done.shift()!();
  await Promise.resolve();
  assert.deepEqual(taken, [1, 2]);
  frames.shift()!();
  assert.deepEqual(blocks, ['abcd', 'efghij'], 'a chunk over the limit goes alone');
  done.shift()!();
  assert.equal(queue.waiting, 0);
  assert.equal(frames.length, 0);
});

test('several lines pasted at the prompt go through the paste mode', () => {
  assert.equal(pastedBytes('x = 1', true), 'x = 1');
  assert.equal(pastedBytes('x = 1\r\n', true), 'x = 1\r');
  assert.equal(pastedBytes('if x:\n  y()\n\n', true), '\x05if x:\r  y()\r\x04');
  assert.equal(pastedBytes('a\nb\n', false), 'a\rb\r');
  assert.equal(isFreshPrompt('>>>', 4), true);
  assert.equal(isFreshPrompt('>>> x', 5), false);
  assert.equal(isFreshPrompt('...', 4), false);
});

test('places of a traceback are found', () => {
  assert.deepEqual(tracePlaces('  File "main.py", line 12, in <module>'), [
    { start: 2, end: 25, file: 'main.py', line: 12 },
  ]);
  assert.deepEqual(tracePlaces('line 12'), []);
});

test('a traceback of a board is read', () => {
  const text =
    'Traceback (most recent call last):\r\n  File "<stdin>", line 7, in <module>\r\n' +
    '  File "lib/a.py", line 2, in f\r\nValueError: a: b\r\n';
  assert.deepEqual(
    readTraceback(text, (file) => boardPlace(file, '/main.py')),
    {
      type: 'ValueError',
      message: 'a: b',
      file: '/board:/lib/a.py',
      line: 2,
      traceback: [
        { file: '/main.py', line: 7, name: '<module>' },
        { file: '/board:/lib/a.py', line: 2, name: 'f' },
      ],
    },
  );
  const last = (line: string) => {
    const error = readTraceback(`  File "a.py", line 1, in <module>\r\n${line}\r\n`, () => null)!;
    return [error.type, error.message];
  };
  assert.deepEqual(last('KeyboardInterrupt: '), ['KeyboardInterrupt', '']);
  assert.deepEqual(last('StopIteration'), ['StopIteration', '']);
  assert.deepEqual(last('a:b'), ['a', 'b']);
  assert.equal(
    readTraceback('', () => null),
    null,
  );
  assert.equal(boardPlace('a.py', '/board:/lib/a.py'), '/board:/lib/a.py');
  assert.equal(boardPlace('<string>', '/main.py'), null);
});

test('the error is marked where the open file has part in it', () => {
  const error = {
    type: 'ValueError',
    message: 'no',
    file: '/lib/a.py',
    line: 3,
    traceback: [
      { file: 'main.py', line: 7, name: '<module>' },
      { file: 'main.py', line: 2, name: 'f' },
      { file: '/lib/a.py', line: 3, name: 'g' },
    ],
  };
  assert.equal(errorLineIn(error, '/lib/a.py'), 3);
  assert.equal(errorLineIn(error, '/main.py'), 2);
  assert.equal(errorLineIn(error, '/other.py'), null);
  assert.equal(errorText(error), 'ValueError: no');
  assert.equal(errorText({ ...error, message: '' }), 'ValueError');
  assert.equal(errorText({ ...error, hint: "expected ':'" }), "ValueError: no (expected ':')");
});

test('the tree has folders first and hides what is in closed ones', () => {
  const file = (path: string) => ({ path, size: 1, isFolder: false });
  const files = [file('/main.py'), file('/lib/a.py'), file('/lib/deep/b.py'), file('/a.txt')];
  const names = (closed: string[]) =>
    treeRows(files, new Set(closed)).map((row) => '.'.repeat(row.depth) + row.name);
  assert.deepEqual(names([]), ['lib', '.deep', '..b.py', '.a.py', 'a.txt', 'main.py']);
  assert.deepEqual(names(['/lib']), ['lib', 'a.txt', 'main.py']);
  assert.equal(sizeText(999), '999 B');
  assert.equal(sizeText(4240), '4.2 kB');
  assert.equal(sizeText(1_300_000), '1.3 MB');
});

test('the catalogue takes good entries and leaves bad ones', () => {
  const good = { file: 'a.py', title: 'A', description: 'd', files: ['x.csv', '../y'] };
  assert.deepEqual(readCatalogue([good, { file: '../b.py', title: 'B' }, { title: 'C' }, 7]), [
    { file: 'a.py', title: 'A', description: 'd', files: ['x.csv'] },
  ]);
  assert.equal(readCatalogue({ examples: [good] }).length, 1);
  assert.deepEqual(readCatalogue('nonsense'), []);
});

test('shortcuts', () => {
  const press = (key: string, more = {}) =>
    actionFor({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  assert.equal(press('F5'), 'run');
  assert.equal(press('F5', { shiftKey: true }), 'stop');
  assert.equal(press('Enter', { ctrlKey: true }), 'run');
  assert.equal(press('Enter', { metaKey: true }), 'run');
  assert.equal(press('Enter'), undefined);
  assert.equal(press('c', { ctrlKey: true }), undefined, 'the terminal has this key');
  assert.equal(press('F6', { altKey: true }), undefined);
  assert.deepEqual(chordCaps({ key: 'Enter', control: true }, false), ['Ctrl', 'Enter']);
  assert.deepEqual(chordCaps({ key: ' ', control: true }, true), ['\u2318', 'Space']);
});

test('dark by choice and dark by system have the same colours, and every colour has both', () => {
  const css = readFileSync('styles/tokens.css', 'utf8');
  const blocks = [...css.matchAll(/\{([^{}]*)\}/g)].map((match) =>
    match[1]!.trim().replace(/\n\s+/g, '\n'),
  );
  const [light, chosen, system] = blocks as [string, string, string];
  assert.equal(chosen, system);
  const names = (block: string) => [...block.matchAll(/(--[\w-]+):/g)].map((match) => match[1]!);
  const fixed = new Set(['--sans', '--mono', '--code-size', '--radius', '--gap']);
  assert.deepEqual(
    names(chosen),
    names(light).filter((name) => !fixed.has(name)),
  );
});

test('text has enough contrast on its ground', () => {
  const css = readFileSync('styles/tokens.css', 'utf8');
  const blocks = [...css.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
  const pairs: [string, string[]][] = [
    [
      'surface',
      [
        'text',
        'muted',
        'accent',
        'danger',
        'ok',
        'busy',
        'code-text',
        'code-keyword',
        'code-string',
        'code-literal',
        'code-comment',
        'code-function',
        'code-class',
        'code-meta',
        'code-operator',
        'code-number-line',
      ],
    ],
    ['ground', ['text', 'muted', 'accent', 'danger']],
    ['surface-2', ['text', 'muted', 'accent']],
    ['active-line', ['code-comment', 'code-string', 'code-keyword']],
    ['error-tint', ['danger', 'code-comment', 'code-string', 'code-keyword', 'code-function']],
    ['accent', ['on-accent']],
    ['danger', ['on-danger']],
    [
      'term-background',
      [
        'term-foreground',
        'term-red',
        'term-green',
        'term-yellow',
        'term-blue',
        'term-magenta',
        'term-cyan',
        'term-white',
      ],
    ],
  ];
  for (const block of [blocks[0]!, blocks[1]!]) {
    const color = (name: string) => new RegExp(`--${name}: (#\\w{6})`).exec(block)![1]!;
    for (const [ground, names] of pairs) {
      for (const name of names) {
        const value = contrast(color(name), color(ground));
        assert.ok(value >= 4.5, `${name} on ${ground}: ${value.toFixed(2)}`);
      }
    }
  }
});

/** The contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
