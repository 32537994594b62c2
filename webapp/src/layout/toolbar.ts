/** The bar at the top: Run, Stop, the state chip and the other commands. */

import type { ThemeChoice } from '../state/events.ts';
import { hasBoard, isBusy, shownState, stateLabel, type AppState } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import { byId } from './dom.ts';

const nextTheme: Record<ThemeChoice, ThemeChoice> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};
const themeText: Record<ThemeChoice, string> = { system: 'Auto', light: 'Light', dark: 'Dark' };

export function createToolbar(bar: HTMLElement, { store }: { store: Store }): { dispose(): void } {
  const run = byId('run');
  const stop = byId('stop');
  const boardRun = byId('board-run');
  const chip = byId('chip');
  const chipText = byId('chip-text');
  const chipPart = byId('chip-part');
  const theme = byId('theme');
  const files = byId('toggle-files');
  const menu = byId('menu-toggle');
  const dock = byId('dock');

  const clicks: [string, () => void][] = [
    ['run', () => store.emit('run-asked')],
    ['stop', () => canStop(store.state) && store.emit('stop-asked')],
    ['board-run', () => canRunOnBoard(store.state) && store.emit('board-run-asked')],
    ['examples', () => store.emit('examples-asked')],
    ['shortcuts', () => store.emit('shortcuts-asked')],
    ['restart', restart],
    ['clear', () => store.emit('clear-terminal-asked')],
    [
      'theme',
      () => store.emit('theme-chosen', { theme: nextTheme[store.state.preferences.theme] }),
    ],
    [
      'toggle-files',
      () => store.emit('files-shown', { shown: !store.state.preferences.filesShown }),
    ],
    ['dock', () => store.emit('stacked-chosen', { stacked: !store.state.preferences.stacked })],
    ['menu-toggle', () => setMenu(menu.getAttribute('aria-expanded') !== 'true')],
  ];
  for (const [id, action] of clicks) byId(id).addEventListener('click', action);

  /** Of the Python whose terminal is in front. */
  function restart(): void {
    if (store.state.terminal === 'board') store.emit('board-reset-asked', { hard: false });
    else store.emit('restart-asked');
  }

  function setMenu(open: boolean): void {
    menu.setAttribute('aria-expanded', String(open));
    bar.classList.toggle('menu-open', open);
  }

  function closeMenu(event: Event): void {
    const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
    if (event instanceof KeyboardEvent && !isEscape) return;
    const target = event.target as Element;
    if (!isEscape && (menu.contains(target) || target.closest('.choice'))) return;
    if (!bar.classList.contains('menu-open')) return;
    setMenu(false);
    if (isEscape) menu.focus();
  }

  document.addEventListener('click', closeMenu);
  document.addEventListener('keydown', closeMenu);

  const stops = [
    store.watch(shownState, (state) => {
      chip.dataset.state = state;
    }),
    store.watch(
      (state) => state.preferences.profile,
      () => setMenu(false),
    ),
    store.watch(canStop, (can) => {
      // Not `disabled`: a button that loses the focus when it is used loses the user's place.
      stop.setAttribute('aria-disabled', String(!can));
      document.body.dataset.busy = String(can);
    }),
    store.watch(hasBoard, (has) => {
      boardRun.hidden = !has;
      document.body.dataset.board = has ? 'there' : 'none';
    }),
    store.watch(canRunOnBoard, (can) => {
      boardRun.setAttribute('aria-disabled', String(!can));
    }),
    store.watch(stateLabel, (label) => {
      chipText.textContent = label;
    }),
    store.watch(
      (state) => loadedPart(state),
      (part) => {
        chipPart.textContent = part > 0 ? `${Math.round(part * 100)}%` : '';
        chip.style.setProperty('--part', String(part));
      },
    ),
    store.watch(
      (state) => state.preferences.theme,
      (choice) => {
        document.documentElement.dataset.theme = choice;
        theme.querySelector('[data-part=text]')!.textContent = themeText[choice];
        theme.setAttribute('aria-label', `Colours: ${themeText[choice]}. Change`);
        theme.title = `Colours of the page: ${themeText[choice]}. Press to change`;
        theme.dataset.choice = choice;
      },
    ),
    store.watch(
      (state) => state.preferences.stacked,
      (stacked) => {
        dock.querySelector('use')!.setAttribute('href', stacked ? '#icon-beside' : '#icon-below');
        dock.querySelector('[data-part=text]')!.textContent = stacked ? 'Beside' : 'Below';
        dock.title = `Put the terminal ${stacked ? 'beside' : 'below'} the editor`;
      },
    ),
    store.watch(
      (state) => state.preferences.filesShown,
      (shown) => {
        files.setAttribute('aria-expanded', String(shown));
        document.body.dataset.files = shown ? 'shown' : 'hidden';
      },
    ),
    store.watch(
      (state) => state.vm.version,
      (version) => {
        chip.title =
          version === '' ? '' : `Pykopi ${version} on ${engineName(store.state.vm.engine)}`;
      },
    ),
  ];
  run.removeAttribute('disabled');
  return {
    dispose() {
      for (const end of stops) end();
      document.removeEventListener('click', closeMenu);
      document.removeEventListener('keydown', closeMenu);
    },
  };
}

function canStop(state: AppState): boolean {
  return isBusy(state) || state.runQueued || state.board.status === 'running';
}

function canRunOnBoard(state: AppState): boolean {
  return state.board.status === 'ready';
}

function loadedPart(state: AppState): number {
  if (state.vm.state !== 'loading' || state.vm.total <= 0) return 0;
  return Math.min(0.99, state.vm.loaded / state.vm.total);
}

function engineName(engine: string): string {
  return engine === 'wasm' ? 'WebAssembly' : 'JavaScript';
}
