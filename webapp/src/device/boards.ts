/** Wires what belongs to boards: the session, the pane, and the boards that come back. */

import { createBoardSession, type BoardSession, type OpenBoard } from '../state/board-session.ts';
import type { Documents } from '../state/documents.ts';
import type { JointFiles } from '../state/joint-files.ts';
import { browserStorage } from '../state/storage.ts';
import type { Store } from '../state/store.ts';
import { Board } from './board.ts';
import { Link, type LinkEvents } from './link.ts';
import { createBoardPanel } from './panel.ts';
import type { BoardPort } from './port.ts';
import { createKnownBoard } from './known-board.ts';
import { askPort, cableProblem, reachProblem } from './reach.ts';
import { within } from './within.ts';

export interface BoardsOptions {
  store: Store;
  documents: Documents;
  files: JointFiles;
  output(bytes: Uint8Array): void;
}

export interface Boards {
  readonly session: BoardSession;
  /** Why this browser cannot flash boards; empty when it can. */
  readonly problem: string;
  /** What was done with the board, line by line, newest last. */
  log(): string[];
  dispose(): void;
}

/** Lines of the log that are kept. */
const MOST_LINES = 5000;

/** The file beside the page's own. */
const CODE = 'serial.wasm';

const LOAD_MILLIS = 60_000;

export function createBoards(host: HTMLElement, options: BoardsOptions): Boards {
  const { store } = options;
  const lines: string[] = [];
  const problem = reachProblem();
  const cable = problem || cableProblem();

  const session = createBoardSession({
    ...options,
    askPort,
    openBoard(port, events) {
      known.remember(port);
      return openBoard(port, events);
    },
    log(line) {
      lines.push(`${new Date().toISOString().slice(11, 23)} ${line}`);
      if (lines.length > MOST_LINES) lines.splice(0, MOST_LINES / 10);
    },
  });
  const panel = createBoardPanel(host, {
    store,
    problem,
    cableProblem: cable,
    cancel: () => session.cancel(),
  });
  const known = createKnownBoard({
    store,
    storage: browserStorage(),
    connect: (port, isQuiet) => session.connect(port, isQuiet),
  });

  return {
    session,
    problem: cable,
    log: () => lines,
    dispose() {
      known.dispose();
      panel.dispose();
      session.dispose();
    },
  };
}

async function openBoard(port: BoardPort, events: LinkEvents): Promise<OpenBoard> {
  const loading = Link.load(new URL(CODE, document.baseURI).href, port, events);
  const link = await within(LOAD_MILLIS, loading, 'a part of the page does not load. Try again');
  return {
    board: new Board(link),
    type: (bytes) => link.type(bytes),
    cancel: () => link.cancel(),
  };
}
