import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  clampShare,
  defaultPreferences,
  initialState,
  isBusy,
  isUsable,
  stateLabel,
} from '../src/state/model.ts';
import { freePath, isUnder, movedPath, nameProblem, normalizePath } from '../src/state/paths.ts';
import { loadPreferences, storePreferences } from '../src/state/preferences.ts';
import { memoryStorage } from '../src/state/storage.ts';
import { createStore } from '../src/state/store.ts';

const start = () => createStore(initialState('/main.py', { ...defaultPreferences }));

test('an event changes the state and reaches its listeners and the watchers', () => {
  const store = start();
  const seen: string[] = [];
  store.on('vm-state-changed', ({ state }) => seen.push('event ' + state));
  store.watch(stateLabel, (label) => seen.push(label));
  store.emit('vm-state-changed', { state: 'running' });
  assert.deepEqual(seen, ['Loading', 'event running', 'Running']);
  assert.equal(isBusy(store.state), true);
});

test('an event emitted by a listener comes after the one it answers', () => {
  const store = start();
  const seen: string[] = [];
  store.on('run-asked', () => {
    store.emit('stop-asked');
    seen.push('first');
  });
  store.on('run-asked', () => seen.push('second'));
  store.on('stop-asked', () => seen.push('stop'));
  store.emit('run-asked');
  assert.deepEqual(seen, ['first', 'second', 'stop']);
});

test('a stopped listener hears nothing', () => {
  const store = start();
  let count = 0;
  const stop = store.on('run-asked', () => count++);
  stop();
  store.emit('run-asked');
  assert.equal(count, 0);
});

test('an edit clears the error and marks the document', () => {
  const store = start();
  const error = { type: 'E', message: 'm', file: '/main.py', line: 1, traceback: [] };
  store.emit('run-ended', {
    path: '/main.py',
    result: { ok: false, exitCode: 1, interrupted: false, error },
  });
  assert.equal(store.state.error, error);
  store.emit('document-edited');
  assert.equal(store.state.error, null);
  assert.equal(store.state.document.save, 'changed');
});

test('a stopped run stays visible until something else runs', () => {
  const store = start();
  store.emit('vm-state-changed', { state: 'ready' });
  const result = { ok: false, exitCode: 1, interrupted: true };
  store.emit('run-ended', { path: '/main.py', result });
  assert.equal(stateLabel(store.state), 'Stopped');
  store.emit('vm-state-changed', { state: 'running' });
  store.emit('vm-state-changed', { state: 'ready' });
  assert.equal(stateLabel(store.state), 'Ready');
});

test('the chip says what waits', () => {
  const store = start();
  store.emit('run-queued', { queued: true });
  assert.equal(stateLabel(store.state), 'Loading, then run');
});

test('preferences survive, and nonsense becomes the default', () => {
  const storage = memoryStorage();
  storePreferences(storage, { ...defaultPreferences, theme: 'dark', split: 0.3 });
  assert.equal(loadPreferences(storage).theme, 'dark');
  assert.equal(loadPreferences(storage).split, 0.3);
  storePreferences(storage, { ...defaultPreferences, profile: 'pycopy-dev' });
  assert.equal(loadPreferences(storage).profile, 'pycopy-dev');
  storage.setItem(
    'pykopi.preferences',
    '{"theme": 7, "split": "x", "filesShown": null, "profile": "perl"}',
  );
  assert.deepEqual(loadPreferences(storage), defaultPreferences);
  storage.setItem('pykopi.preferences', '{');
  assert.deepEqual(loadPreferences(storage), defaultPreferences);
});

test('the split leaves both panes room', () => {
  assert.equal(clampShare(0), 0.2);
  assert.equal(clampShare(1), 0.8);
  assert.equal(clampShare(Number.NaN), 0.5);
});

test('paths', () => {
  assert.equal(normalizePath('a//b/./c/../d.py'), '/a/b/d.py');
  assert.equal(normalizePath('../..'), '/');
  assert.equal(isUnder('/lib/a.py', '/lib'), true);
  assert.equal(isUnder('/library.py', '/lib'), false);
  assert.equal(movedPath('/lib/a.py', '/lib', '/old'), '/old/a.py');
  assert.equal(movedPath('/main.py', '/lib', '/old'), '/main.py');
  assert.equal(freePath('/a.py', new Set()), '/a.py');
  assert.equal(freePath('/a.py', new Set(['/a.py', '/a-2.py'])), '/a-3.py');
  assert.equal(freePath('/lib.d/readme', new Set(['/lib.d/readme'])), '/lib.d/readme-2');
});

test('names', () => {
  const taken = new Set(['/main.py']);
  assert.equal(nameProblem('lib/util.py', taken), null);
  assert.match(nameProblem('main.py', taken)!, /exists/);
  assert.match(nameProblem('  ', taken)!, /Type/);
  assert.match(nameProblem('..', taken)!, /Type/);
  assert.match(nameProblem('a:b', taken)!, /characters/);
});

test('a board whose boot loader is at work has no files to reach', () => {
  const store = start();
  store.emit('board-changed', { status: 'ready', python: 'MicroPython 1.27.0' });
  assert.equal(isUsable(store.state), true);
  store.emit('board-changed', { status: 'working' });
  assert.equal(isUsable(store.state), true);
  store.emit('board-changed', { python: '' });
  assert.equal(isUsable(store.state), false);
});
