/** Connects to boards, runs programs on them and keeps the page's knowledge of them true. */

import type { Board, BoardInfo } from '../device/board.ts';
import { BoardError, type LinkEvents } from '../device/link.ts';
import type { BoardPort, Way } from '../device/port.ts';
import type { VmFiles } from '../worker/client.ts';
import type { Documents } from './documents.ts';
import type { JointFiles } from './joint-files.ts';
import { hasBoard } from './model.ts';
import { readTraceback } from '../terminal/traceback.ts';
import { boardPlace, isOnBoard } from './paths.ts';
import type { Store } from './store.ts';
import { capital, words } from '../words.ts';

/** A board and the line to it. */
export interface OpenBoard {
  board: Board;
  /** Key strokes for it. */
  type(bytes: Uint8Array): Promise<void>;
  /** Ends what it is doing at the next place where it stays usable. */
  cancel(): void;
}

export interface BoardSessionOptions {
  store: Store;
  documents: Documents;
  files: JointFiles;
  /** Asks the user for a port; null when they think better of it. */
  askPort(way: Way, wantsChoice: boolean): Promise<BoardPort | null>;
  openBoard(port: BoardPort, events: LinkEvents): Promise<OpenBoard>;
  output(bytes: Uint8Array): void;
  /** A line of the log of what was done with the board. */
  log(line: string): void;
}

export interface BoardSession {
  /** Connects to a port that is there already: allowed earlier, or plugged in again. */
  connect(port: BoardPort, isQuiet?: boolean): Promise<void>;
  /** Asks for a port when none is open, without looking for a prompt. False: there is none. */
  open(): Promise<boolean>;
  /** Does something with the chip, such as flashing it; the board restarts at the end. */
  use<T>(step: string, action: (board: Board) => Promise<T>): Promise<T>;
  cancel(): void;
  dispose(): void;
}

export const REPL_BAUD = 115_200;

/** Half of it for the keys, half of it for a restart. */
const FIND_MILLIS = 10_000;

const LEAVE_MILLIS = 3000;

const LOST: Record<Way, string> = {
  cable: 'The board was unplugged. It connects again when it is back.',
  network: 'The connection to the board was lost. Connect again.',
  page: 'The Python that stood for a board has ended. Connect again.',
};

export function createBoardSession(options: BoardSessionOptions): BoardSession {
  const { store, documents, files } = options;
  const notify = (text: string) => store.emit('notice-given', { text, kind: 'error' });
  let open: OpenBoard | null = null;
  /** The port that left by itself; it may come back, perhaps as another device. */
  let lostPort: BoardPort | null = null;
  let port: BoardPort | null = null;
  /** Until then a loss is no news: chips with USB of their own leave the bus when they restart. */
  let leavesUntil = 0;
  /** Counts the lines that are opened and left: who left one before it was open gets no board. */
  let attempts = 0;
  let finding: Promise<unknown> = Promise.resolve();
  /** The last work that was begun with the board that is open. */
  let turn: Promise<unknown> = Promise.resolve();

  const events: LinkEvents = {
    onOutput: (bytes) => options.output(bytes),
    onProgress(step, done, total) {
      const part = total > 0 ? done / total : 0;
      store.emit('board-changed', { step: capital(step), part, total });
    },
    onLog: (level, text) => options.log(`${['trace', 'info', 'warning'][level]}: ${text}`),
    onLost() {
      const { way } = store.state.board;
      lostPort = way === 'cable' ? port : null;
      drop();
      if (performance.now() < leavesUntil) return;
      notify(LOST[way]);
    },
  };

  // ---- the line ----

  async function connectAsked(way: Way, wantsChoice: boolean): Promise<void> {
    if (hasBoard(store.state)) return;
    let chosen: BoardPort | null;
    try {
      chosen = await options.askPort(way, wantsChoice);
    } catch (error) {
      notify(words(error));
      return;
    }
    if (chosen) await connect(chosen);
  }

  /** A quiet one that fails says nothing: the user did not ask for it. */
  async function connect(found: BoardPort, isQuiet = false): Promise<void> {
    if (hasBoard(store.state)) return;
    try {
      if (!(await openPort(found))) return;
      const problem = await findPrompt();
      // Without a cable there is nothing else that could be done with it.
      if (problem !== '' && found.way !== 'cable') throw new Error(problem);
    } catch (error) {
      await disconnect();
      if (!isQuiet) notify(`The board could not be connected: ${words(error)}`);
    }
  }

  /** False: the user left it meanwhile. */
  async function openPort(found: BoardPort): Promise<boolean> {
    const { name, way } = found;
    const attempt = ++attempts;
    store.emit('board-changed', { status: 'connecting', name, way, step: 'Connecting' });
    const onLost = () => attempt === attempts && events.onLost();
    const opened = await options.openBoard(found, { ...events, onLost });
    if (attempt !== attempts) return false;
    open = opened;
    turn = Promise.resolve();
    port = found;
    lostPort = null;
    files.setBoard(guarded(open.board.files));
    store.emit('terminal-chosen', { terminal: 'board' });
    return true;
  }

  async function openAsked(): Promise<boolean> {
    if (open) return true;
    const chosen = lostPort ?? (await options.askPort('cable', false));
    if (!chosen) return false;
    try {
      if (!(await openPort(chosen))) return false;
    } catch (error) {
      await disconnect();
      throw error;
    }
    store.emit('board-changed', { status: 'silent', step: '' });
    return true;
  }

  /** Why there is no prompt, or nothing. A board without one stays connected: it can be flashed. */
  function findPrompt(): Promise<string> {
    const found = find();
    finding = found;
    return found;
  }

  async function find(): Promise<string> {
    const asked = open;
    if (!asked) return '';
    store.emit('board-changed', { status: 'connecting', step: 'Looking for the prompt', part: 0 });
    let info: BoardInfo;
    try {
      info = await asked.board.find(REPL_BAUD, FIND_MILLIS);
    } catch (error) {
      if (open !== asked) return '';
      const isStopped = error instanceof BoardError && error.cancelled;
      const problem = isStopped ? 'The search was stopped' : words(error);
      // Meanwhile the board may be flashed.
      if (store.state.board.status === 'connecting') {
        store.emit('board-changed', { status: 'silent', step: problem, part: 0 });
      }
      return problem;
    }
    if (open !== asked) return '';
    store.emit('board-changed', { status: 'ready', step: '', ...info });
    await refreshFound();
    if (open !== asked) return '';
    const greeting = [info.python, info.machine].filter((text) => text !== '').join(', ');
    options.output(lines(`\r\x1b[K${greeting}\n>>> `));
    return '';
  }

  /** A board whose files can not be listed has its prompt still. */
  async function refreshFound(): Promise<void> {
    try {
      await refresh();
    } catch (error) {
      const isStopped = error instanceof BoardError && error.cancelled;
      if (open && !isStopped) notify(`The files of the board could not be listed: ${words(error)}`);
    }
  }

  async function disconnect(): Promise<void> {
    const { board } = open ?? {};
    lostPort = null;
    open?.cancel();
    drop();
    await board?.close().catch(() => undefined);
  }

  function drop(): void {
    open = null;
    attempts++;
    files.setBoard(null);
    store.emit('board-changed', { status: 'none' });
    void documents.refreshFiles().catch(() => undefined);
  }

  // ---- work ----

  /** Work after which the board restarts, and may leave the bus for a moment. */
  async function restarting<T>(action: () => Promise<T>): Promise<T> {
    leavesUntil = Infinity;
    try {
      return await action();
    } finally {
      leavesUntil = performance.now() + LEAVE_MILLIS;
    }
  }

  /** Who flashes a board does not wait for its prompt. */
  async function useChip<T>(step: string, action: (board: Board) => Promise<T>): Promise<T> {
    if (store.state.board.status === 'connecting') open?.cancel();
    await finding;
    // What ran there may be something else afterwards.
    if (open) store.emit('board-changed', { python: '', machine: '' });
    return await restarting(() => use(step, action));
  }

  /** Work goes one after the other. */
  function use<T>(step: string, action: (board: Board) => Promise<T>): Promise<T> {
    const asked = open;
    const result = turn.then(() => useNow(asked, step, action));
    turn = result.catch(() => undefined);
    return result;
  }

  /** Shows that the board is busy while an action lasts. */
  async function useNow<T>(
    asked: OpenBoard | null,
    step: string,
    action: (board: Board) => Promise<T>,
  ): Promise<T> {
    if (!asked || open !== asked) throw new Error('No board is connected.');
    const { status } = store.state.board;
    if (status === 'running') {
      throw new Error('A program is running on the board. Stop it first.');
    }
    const after = status === 'connecting' ? 'silent' : status;
    store.emit('board-changed', { status: 'working', step, part: 0 });
    try {
      return await action(asked.board);
    } finally {
      if (open === asked) store.emit('board-changed', { status: after, step: '', part: 0 });
    }
  }

  function guarded(plain: VmFiles): VmFiles {
    const name = (path: string) => path.slice(path.lastIndexOf('/') + 1);
    return {
      list: () => use('Reading the list of files', () => plain.list()),
      read: (path) => use(`Reading ${name(path)}`, () => plain.read(path)),
      write: (path, data) => use(`Writing ${name(path)}`, () => plain.write(path, data)),
      rename: (from, to) => use(`Renaming ${name(from)}`, () => plain.rename(from, to)),
      remove: (path) => use(`Deleting ${name(path)}`, () => plain.remove(path)),
      mkdir: (path) => use(`Making ${name(path)}`, () => plain.mkdir(path)),
    };
  }

  async function refresh(): Promise<void> {
    await files.refreshBoard();
    await documents.refreshFiles();
  }

  async function run(): Promise<void> {
    const asked = open;
    if (!asked) {
      notify('No board is connected. Connect one first.');
      return;
    }
    if (store.state.board.status !== 'ready') {
      const isSilent = store.state.board.status === 'silent';
      notify(
        isSilent
          ? 'No MicroPython answers on the board. Flash it first.'
          : 'The board is busy. Wait, or stop it first.',
      );
      return;
    }
    store.emit('board-run-started');
    store.emit('board-changed', { status: 'running', step: '' });
    const { path } = store.state.document;
    options.output(heading(`Run ${isOnBoard(path) ? '' : 'on the board: '}${path.slice(1)}`));
    try {
      const { stopped, traceback } = await asked.board.run(documents.text());
      options.output(lines(traceback));
      const error = readTraceback(traceback, (file) => boardPlace(file, path));
      const ok = traceback === '';
      const result = { ok, exitCode: ok ? 0 : 1, interrupted: stopped, ...(error && { error }) };
      store.emit('run-ended', { path, result });
    } catch (error) {
      notify(`The program could not be run on the board: ${words(error)}`);
    }
    if (open !== asked) return;
    store.emit('board-changed', { status: 'ready' });
    options.output(new TextEncoder().encode('>>> '));
    await refresh().catch(() => undefined);
  }

  async function reset(hard: boolean): Promise<void> {
    if (!open) return;
    if (store.state.board.status === 'running') open.cancel();
    try {
      const { board } = open;
      await (hard ? restarting(() => board.hardReset()) : board.softReset());
    } catch (error) {
      notify(`The board could not be reset: ${words(error)}`);
    }
  }

  const attempt = (action: () => Promise<void>) => () =>
    void action().catch((error: unknown) => notify(words(error)));

  const stops = [
    store.on(
      'board-connect-asked',
      ({ way, wantsChoice }) => void connectAsked(way, wantsChoice ?? false),
    ),
    store.on('board-disconnect-asked', () => void disconnect()),
    store.on('board-run-asked', () => void run()),
    store.on('board-reset-asked', ({ hard }) => void reset(hard)),
    store.on('board-files-asked', attempt(refresh)),
    store.on('board-prompt-asked', () => void findPrompt()),
    store.on('board-typed', ({ bytes }) => {
      open?.type(bytes).catch(() => undefined); // A lost line is told by the link.
    }),
    store.on('stop-asked', () => {
      if (store.state.board.status === 'running') open?.cancel();
    }),
  ];

  return {
    connect,
    open: openAsked,
    use: useChip,
    cancel: () => open?.cancel(),
    dispose() {
      for (const stop of stops) stop();
      void disconnect();
    },
  };
}

function heading(text: string): Uint8Array {
  return new TextEncoder().encode(`\r\x1b[K\x1b[90m${text}\x1b[0m\r\n`);
}

/** A terminal wants a carriage return before each line feed. */
function lines(text: string): Uint8Array {
  return new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'));
}
