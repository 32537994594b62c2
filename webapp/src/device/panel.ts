/** The board's pane: connect, what is connected, what it is doing. Its files are a file list. */

import { element, iconButton } from '../layout/dom.ts';
import { createRowMenu, type MenuItem } from '../files/row-menu.ts';
import { hasBoard, isUsable, type BoardState } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import { sentence } from '../words.ts';
import type { Way } from './port.ts';

export interface BoardPanelOptions {
  store: Store;
  /** Why this browser cannot reach any board; empty when it can. */
  problem: string;
  /** Why it cannot reach boards on a cable; empty when it can. */
  cableProblem: string;
  cancel(): void;
}

export function createBoardPanel(
  host: HTMLElement,
  options: BoardPanelOptions,
): { dispose(): void } {
  const { store, problem, cableProblem } = options;
  const part = (name: string) => host.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  const bar = part('bar') as HTMLProgressElement;
  const connect = part('connect');
  const menu = createRowMenu(host.closest('main')!);
  const more = iconButton('more', 'More for the board', {
    'data-part': 'more',
    'aria-haspopup': 'menu',
  });
  part('tools').append(more);
  const compiles = element('input', { type: 'checkbox' });
  const option = element(
    'label',
    {
      class: 'check',
      'data-part': 'compiles',
      title: 'Compiled files are smaller and load faster. boot.py and main.py stay as they are.',
    },
    compiles,
    'Copy programs as .mpy',
  );
  part('text').after(option);
  compiles.addEventListener('change', () =>
    store.emit('compiles-chosen', { on: compiles.checked }),
  );

  function openWays(anchor: HTMLElement): void {
    const item = (text: string, icon: string, way: Way): MenuItem => ({
      text,
      icon,
      run: () => store.emit('board-connect-asked', { way, wantsChoice: true }),
    });
    const cable = cableProblem === '' ? [item('Choose a board', 'board', 'cable')] : [];
    menu.open(anchor, 'Ways to connect', [
      ...cable,
      item('Board on the network', 'network', 'network'),
      item('Python in this page', 'terminal', 'page'),
    ]);
  }

  connect.addEventListener('click', () => {
    if (cableProblem === '') store.emit('board-connect-asked', { way: 'cable' });
    else openWays(connect);
  });
  part('ways').addEventListener('click', () => openWays(part('ways')));
  part('ways').hidden = cableProblem !== '';
  part('again').addEventListener('click', () => store.emit('board-prompt-asked'));
  part('flash').addEventListener('click', () => store.emit('flash-asked'));
  part('cancel').addEventListener('click', () => options.cancel());
  more.addEventListener('click', () => {
    const isCable = store.state.board.way === 'cable';
    const items: (MenuItem | false)[] = [
      {
        text: 'Restart Python',
        icon: 'restart',
        run: () => store.emit('board-reset-asked', { hard: false }),
      },
      store.state.board.way !== 'page' && {
        text: 'Reset the board',
        icon: 'restart',
        run: () => store.emit('board-reset-asked', { hard: true }),
      },
      { text: 'Read the files again', icon: 'files', run: () => store.emit('board-files-asked') },
      isCable && { text: 'Flash firmware', icon: 'flash', run: () => store.emit('flash-asked') },
      { text: 'Disconnect', icon: 'close', run: () => store.emit('board-disconnect-asked') },
    ];
    menu.open(
      more,
      'More for the board',
      items.filter((item) => item !== false),
    );
  });

  function show(board: BoardState): void {
    const focused = document.activeElement;
    draw(board);
    // A button that is gone leaves the keyboard with what can be done now.
    if (focused && host.contains(focused) && focused.closest('[hidden]')) {
      [part('cancel'), part('again'), part('connect'), more]
        .find((button) => !button.closest('[hidden]'))
        ?.focus();
    }
  }

  function draw(board: BoardState): void {
    host.dataset.status = board.status;
    host.dataset.files = board.python === '' ? 'none' : 'shown';
    part('title').textContent = board.status === 'none' ? 'Board' : board.name;
    part('text').textContent = boardText(board, problem || cableProblem);
    part('tools').hidden = board.status === 'none';
    part('start').hidden = problem !== '' || (board.status !== 'none' && board.status !== 'silent');
    option.hidden = !isUsable(store.state);
    part('connect-group').hidden = hasBoard(store.state);
    part('again').hidden = board.status !== 'silent';
    part('flash').hidden = cableProblem !== '';
    const works = board.status === 'connecting' || board.status === 'working';
    part('progress').hidden = !works;
    part('step').textContent = board.step;
    if (board.part > 0) bar.value = board.part;
    else bar.removeAttribute('value');
  }

  const stops = [
    store.watch((state) => state.board, show),
    store.watch(
      (state) => state.preferences.compiles,
      (on) => {
        compiles.checked = on;
      },
    ),
  ];
  return {
    dispose() {
      for (const stop of stops) stop();
      menu.dispose();
    },
  };
}

function boardText(board: BoardState, problem: string): string {
  switch (board.status) {
    case 'none':
      return problem || 'Plug in an ESP32, an ESP8266 or another board with MicroPython.';
    case 'silent':
      return `No MicroPython answers on the ${board.name}. ${silence(board.step)}`;
    case 'connecting':
      return '';
    default:
      // Its name alone is the title already.
      return board.python === ''
        ? ''
        : [board.python, board.machine, board.name].filter((text) => text !== '').join(', ');
  }
}

/** Why there is no prompt, without the step in which that was seen. */
function silence(problem: string): string {
  return problem === '' ? 'Flash it?' : sentence(problem.replace(/^[^:]*: /, ''));
}
