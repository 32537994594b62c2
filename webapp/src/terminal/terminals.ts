/** The two terminals in one pane: that of Python in the page, and that of a connected board. */

import { byId } from '../layout/dom.ts';
import type { TerminalName } from '../state/events.ts';
import { hasBoard, isBusy, isIdle } from '../state/model.ts';
import { boardPlace, isNoFile, normalizePath } from '../state/paths.ts';
import type { Store } from '../state/store.ts';
import type { OutputQueue } from './output-queue.ts';
import { createTerminal, type TerminalView } from './terminal.ts';

export interface TerminalsOptions {
  store: Store;
  output: Record<TerminalName, OutputQueue>;
}

/** Noise of a board that boots may hold it; terminals print nothing for it, xterm.js complains. */
const DELETE = 0x7f;

/** The terminal in front takes the focus and the extra keys. */
export function createTerminals(options: TerminalsOptions): Omit<TerminalView, 'sink'> {
  const { store, output } = options;
  const hosts = { page: byId('terminal'), board: byId('board-terminal') };
  const bar = byId('terminal-switch');
  const buttons = [...bar.querySelectorAll<HTMLElement>('[data-terminal]')];

  const page = createTerminal(hosts.page, {
    store,
    label: 'Terminal',
    typed: (bytes) => store.emit('terminal-typed', { bytes }),
    isBusy: () => isBusy(store.state),
    isIdle: () => isIdle(store.state),
    placeOf: (file) => (isNoFile(file) ? null : normalizePath(file)),
  });
  output.page.attach(page.sink);
  const views: Partial<Record<TerminalName, TerminalView>> = { page };

  /** A board's terminal is made when there is a board. */
  function boardView(): TerminalView {
    if (views.board) return views.board;
    hosts.board.hidden = false; // It measures its box.
    views.board = createTerminal(hosts.board, {
      store,
      label: 'Terminal of the board',
      convertsLines: true,
      typed: (bytes) => store.emit('board-typed', { bytes }),
      isBusy: () => store.state.board.status === 'running',
      isIdle: () => store.state.board.status === 'ready',
      placeOf: (file) => boardPlace(file, store.state.document.path),
    });
    const { sink } = views.board;
    output.board.attach((block, done) =>
      sink(
        block.filter((byte) => byte !== DELETE),
        done,
      ),
    );
    return views.board;
  }

  const shown = () => (store.state.terminal === 'board' ? boardView() : page);

  for (const button of buttons) {
    button.addEventListener('click', () => {
      store.emit('terminal-chosen', { terminal: button.dataset.terminal as TerminalName });
      shown().focus();
    });
  }

  const stops = [
    store.watch(hasBoard, (has) => {
      bar.hidden = !has;
      if (has) boardView();
      show(store.state.terminal);
    }),
    store.watch((state) => state.terminal, show),
  ];

  function show(terminal: TerminalName): void {
    hosts.page.hidden = terminal !== 'page';
    hosts.board.hidden = terminal !== 'board';
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.terminal === terminal));
    }
  }

  return {
    press: (send, application) => shown().press(send, application),
    focus: () => shown().focus(),
    dispose() {
      for (const stop of stops) stop();
      page.dispose();
      views.board?.dispose();
    },
  };
}
