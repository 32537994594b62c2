/** Runs, stops and feeds the VM: the wishes of the page on one side, its facts on the other. */

import type { RunResult, VmClient, VmClientOptions, VmEvents } from '../worker/client.ts';
import type { Documents } from './documents.ts';
import { isBusy } from './model.ts';
import { isOnBoard, shownPath } from './paths.ts';
import type { Store } from './store.ts';
import { words } from '../words.ts';

export type CreateVm = (events: VmEvents, options?: VmClientOptions) => VmClient;

export interface Session {
  readonly vm: VmClient;
  /** Gives the session what it saves before each run; once, before the first event. */
  connect(documents: Documents): void;
  dispose(): void;
}

export interface SessionOptions {
  store: Store;
  createVm: CreateVm;
  /** Writes to the terminal; the promise holds the VM back while the terminal is busy. */
  output(bytes: Uint8Array): Promise<void>;
  forceJavaScript: boolean;
}

const CTRL_C = 3;
const LINE_FEED = 10;

export function createSession(options: SessionOptions): Session {
  const { store } = options;
  const notify = (text: string) => store.emit('notice-given', { text, kind: 'error' });
  let documents: Documents | undefined;
  /** A program is wanted, and not with the VM yet. */
  let starting = false;
  /** The program that the VM has. */
  let running: Promise<void> | null = null;
  /** The runtime is there and has the newest text. */
  let started = false;
  /** The last output did not end its line. */
  let lineIsOpen = false;

  function output(bytes: Uint8Array): Promise<void> {
    lineIsOpen = bytes.at(-1) !== LINE_FEED;
    return options.output(bytes);
  }

  const vm = options.createVm(
    {
      onOutput: output,
      onState: (state) => {
        // A worker that takes the place of another begins with its banner.
        if (state === 'loading' && lineIsOpen) void output(new TextEncoder().encode('\r\n'));
        store.emit('vm-state-changed', { state });
      },
      onFilesChanged: (paths) => store.emit('files-touched', { paths }),
      onNotice: (text) => notify(text),
      onProgress: (loaded, total) => store.emit('vm-progressed', { loaded, total }),
    },
    { forceJavaScript: options.forceJavaScript, profile: store.state.preferences.profile },
  );

  async function run(): Promise<void> {
    if (!started) {
      if (store.state.vm.state === 'failed') notify('The Python runtime did not start.');
      else store.emit('run-queued', { queued: !store.state.runQueued });
      return;
    }
    if (starting) return; // Pressed twice.
    starting = true;
    let path: string;
    try {
      path = await prepare();
    } finally {
      starting = false;
    }
    running = runNow(path);
    await running;
    running = null;
  }

  /** Stops what runs, and stores the program; its path. */
  async function prepare(): Promise<string> {
    if (running || isBusy(store.state)) {
      vm.interrupt();
      await running;
      await rest();
    }
    const { path } = store.state.document;
    await documents?.save();
    return path;
  }

  /** Until nothing runs; also what was typed at the prompt may be at work. */
  async function rest(): Promise<void> {
    let stop = () => {};
    await new Promise<void>((resolve) => {
      stop = store.watch(isBusy, (busy) => busy || resolve());
    });
    stop();
  }

  async function runNow(path: string): Promise<void> {
    store.emit('run-started', { path });
    void output(runHeading(path));
    let result: RunResult;
    try {
      result = await vm.run(path);
    } catch (error) {
      notify(`The program could not be run: ${words(error)}`);
      return;
    }
    store.emit('run-ended', { path, result });
  }

  async function restart(): Promise<void> {
    try {
      await vm.restart(store.state.preferences.profile);
      if (!started) await start();
    } catch (error) {
      notify(`Python could not be restarted: ${words(error)}`);
    }
  }

  /** Becomes another Python; while the runtime loads that waits. */
  async function changeProfile(): Promise<void> {
    try {
      await vm.ready;
      await vm.restart(store.state.preferences.profile);
    } catch (error) {
      notify(`The other Python could not be started: ${words(error)}`);
    }
  }

  function type(bytes: Uint8Array): void {
    const isInterrupt = bytes.length === 1 && bytes[0] === CTRL_C;
    if (isInterrupt && isBusy(store.state)) vm.interrupt();
    else vm.input(bytes);
  }

  async function start(): Promise<void> {
    try {
      const ready = await vm.ready;
      store.emit('vm-became-ready', ready);
      if (ready.reduced.length > 0) notify(reducedText(ready.reduced));
      await documents?.attach();
      started = true;
    } catch (error) {
      notify(`Python could not be started: ${words(error)} Restart tries again.`);
      return;
    }
    if (store.state.runQueued) await run();
  }

  const stops = [
    // A file runs where it lives.
    store.on('run-asked', () => {
      if (isOnBoard(store.state.document.path)) store.emit('board-run-asked');
      else void run();
    }),
    store.on('stop-asked', () => {
      if (store.state.runQueued) store.emit('run-queued', { queued: false });
      else if (store.state.board.status !== 'running') vm.interrupt();
    }),
    store.on('restart-asked', () => void restart()),
    store.on('profile-chosen', () => void changeProfile()),
    store.on('terminal-typed', ({ bytes }) => type(bytes)),
  ];

  return {
    vm,
    connect(given) {
      documents = given;
      void start();
    },
    dispose() {
      for (const stop of stops) stop();
      vm.dispose();
    },
  };
}

/** Takes the place of the prompt, so that the program's output starts on a line of its own. */
function runHeading(path: string): Uint8Array {
  return new TextEncoder().encode(`\r\x1b[K\x1b[90mRun ${shownPath(path)}\x1b[0m\r\n`);
}

const reductions: Record<string, string> = {
  input: 'a program cannot wait for input()',
  interrupt: 'Stop starts Python again, without the variables of the program',
};

function reducedText(reduced: string[]): string {
  const texts = reduced.map((feature) => reductions[feature] ?? `${feature} does not work`);
  return `In this browser ${texts.join(', and ')}. A newer Chrome, Edge, Firefox or Safari can do it.`;
}
