import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Documents } from '../src/state/documents.ts';
import { defaultPreferences, initialState } from '../src/state/model.ts';
import { createSession } from '../src/state/session.ts';
import { createStore } from '../src/state/store.ts';
import type { RunResult, VmClient, VmEvents, VmReady } from '../src/worker/client.ts';

function setUp() {
  const store = createStore(initialState('/main.py', { ...defaultPreferences }));
  const calls: string[] = [];
  let events!: VmEvents;
  let becomeReady!: (ready: VmReady) => void;
  let endRun: (result: RunResult) => void = () => undefined;
  const vm: VmClient = {
    ready: new Promise((resolve) => {
      becomeReady = resolve;
    }),
    run: (path) => {
      calls.push('run ' + path);
      events.onState('running');
      return new Promise((resolve) => {
        endRun = resolve;
      });
    },
    input: (bytes) => void calls.push('input ' + [...bytes]),
    interrupt: () => {
      calls.push('interrupt');
      events.onState('stopped');
      endRun({ ok: false, exitCode: 1, interrupted: true });
    },
    restart: (profile) => {
      calls.push(`restart ${profile}`);
      return profile === 'pycopy' ? Promise.resolve() : Promise.reject(new Error('no'));
    },
    compile: async () => new Uint8Array(),
    files: {} as VmClient['files'],
    dispose: () => undefined,
  };
  const documents = {
    save: async () => Boolean(calls.push('save')),
    attach: async () => void calls.push('attach'),
  } as unknown as Documents;
  const session = createSession({
    store,
    createVm: (given) => {
      events = given;
      return vm;
    },
    output: async () => undefined,
    forceJavaScript: false,
  });
  session.connect(documents);
  const start = () => {
    events.onState('ready');
    becomeReady({ engine: 'wasm', version: 'v', reduced: [] });
    return settle();
  };
  return { store, calls, start, vm };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 1));

test('Run saves, then runs', async () => {
  const { store, calls, start } = setUp();
  await start();
  store.emit('run-asked');
  await settle();
  assert.deepEqual(calls, ['attach', 'save', 'run /main.py']);
});

test('another Python is a restart, which waits for the runtime', async () => {
  const { store, calls, start } = setUp();
  store.emit('profile-chosen', { profile: 'pycopy' });
  await settle();
  assert.deepEqual(calls, []);
  await start();
  assert.deepEqual(calls, ['attach', 'restart pycopy']);
  assert.equal(store.state.preferences.profile, 'pycopy');
});

test('Run before the runtime is there waits for it, and can be taken back', async () => {
  const first = setUp();
  first.store.emit('run-asked');
  assert.equal(first.store.state.runQueued, true);
  await first.start();
  assert.deepEqual(first.calls, ['attach', 'save', 'run /main.py']);
  const second = setUp();
  second.store.emit('run-asked');
  second.store.emit('stop-asked');
  await second.start();
  assert.deepEqual(second.calls, ['attach']);
});

test('Run while a program runs stops it first', async () => {
  const { store, calls, start } = setUp();
  await start();
  store.emit('run-asked');
  await settle();
  store.emit('run-asked');
  await settle();
  assert.deepEqual(calls.slice(2), ['run /main.py', 'interrupt', 'save', 'run /main.py']);
});

test('Run that is pressed twice, or before the page hears that it runs, is no error', async () => {
  const { store, calls, start } = setUp();
  await start();
  store.emit('run-asked');
  store.emit('run-asked');
  await settle();
  assert.deepEqual(calls, ['attach', 'save', 'run /main.py']);
  store.emit('vm-state-changed', { state: 'ready' });
  store.emit('run-asked');
  await settle();
  assert.deepEqual(calls.slice(3), ['interrupt', 'save', 'run /main.py']);
});

test('Run waits until what was typed at the prompt has stopped', async () => {
  const { store, calls, start, vm } = setUp();
  await start();
  store.emit('vm-state-changed', { state: 'running' });
  vm.interrupt = () => void calls.push('interrupt');
  store.emit('run-asked');
  await settle();
  assert.deepEqual(calls, ['attach', 'interrupt']);
  store.emit('vm-state-changed', { state: 'ready' });
  await settle();
  assert.deepEqual(calls.slice(2), ['save', 'run /main.py']);
});

test('Ctrl-C interrupts a running program and is a key at the prompt', async () => {
  const { store, calls, start } = setUp();
  await start();
  store.emit('terminal-typed', { bytes: Uint8Array.of(3) });
  store.emit('run-asked');
  await settle();
  store.emit('terminal-typed', { bytes: Uint8Array.of(3) });
  assert.deepEqual(calls, ['attach', 'input 3', 'save', 'run /main.py', 'interrupt']);
});

test('a failing command is told', async () => {
  const { store, start } = setUp();
  await start();
  const notices: string[] = [];
  store.on('notice-given', ({ text }) => notices.push(text));
  store.emit('restart-asked');
  await settle();
  assert.deepEqual(notices, ['Python could not be restarted: no']);
});
