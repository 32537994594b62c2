/** Which pane is in front: tabs on a phone, the focus on a wide screen. */

import type { View } from '../state/events.ts';
import type { Store } from '../state/store.ts';

export interface ViewsOptions {
  store: Store;
  /** The element whose `data-view` picks the pane on a phone. */
  area: HTMLElement;
  focus: Record<View, () => void>;
}

/** The width below which only one pane is shown; `styles/phone.css` has the same figure. */
export const PHONE = '(max-width: 719px)';

const views: readonly View[] = ['editor', 'terminal', 'files'];

export function createViews(tabs: HTMLElement, options: ViewsOptions): { dispose(): void } {
  const { store, area, focus } = options;
  const phone = matchMedia(PHONE);
  const buttons = views.map((view) => tabs.querySelector<HTMLElement>(`[data-view=${view}]`)!);
  const panes = views.map((view) => document.getElementById(`${view}-pane`)!);

  /** The user watches the program run, so its first question may take the focus. */
  let follows = false;

  buttons.forEach((button, index) => {
    button.addEventListener('click', () => store.emit('view-chosen', { view: views[index]! }));
    button.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const next = (index + step + views.length) % views.length;
      store.emit('view-chosen', { view: views[next]! });
      buttons[next]!.focus();
    });
  });

  function bring(view: View): void {
    if (view === 'files' && !phone.matches) store.emit('files-shown', { shown: true });
    store.emit('view-chosen', { view });
    queueMicrotask(() => focus[view]());
  }

  /** F6 and Shift-F6: the next pane that is shown. */
  function moveOn(step: number): void {
    const shown = views.filter(
      (view) => view !== 'files' || phone.matches || store.state.preferences.filesShown,
    );
    const here = panes.findIndex((pane) => pane.contains(document.activeElement));
    const at = here < 0 ? (step > 0 ? -1 : 0) : shown.indexOf(views[here]!);
    bring(shown[(at + step + shown.length) % shown.length]!);
  }

  function watchProgram(): void {
    follows = true;
    if (phone.matches) store.emit('view-chosen', { view: 'terminal' });
  }

  /** The tab roles are only true while the tabs are there. */
  function onWidth(): void {
    panes.forEach((pane, index) => {
      if (phone.matches) pane.setAttribute('role', 'tabpanel');
      else pane.removeAttribute('role');
      buttons[index]!.setAttribute('aria-controls', pane.id);
    });
  }

  phone.addEventListener('change', onWidth);
  onWidth();
  const stops = [
    store.watch(
      (state) => state.view,
      (view) => {
        area.dataset.view = view;
        buttons.forEach((button, index) => {
          const chosen = views[index] === view;
          button.setAttribute('aria-selected', String(chosen));
          button.tabIndex = chosen ? 0 : -1;
        });
      },
    ),
    store.on('focus-asked', ({ view }) => bring(view)),
    store.on('pane-step-asked', ({ step }) => moveOn(step)),
    store.on('run-started', watchProgram),
    store.on('board-run-started', watchProgram),
    store.on('document-edited', () => {
      follows = false;
    }),
    store.on('vm-state-changed', ({ state }) => {
      if (state === 'waiting-input' && follows) bring('terminal');
      if (state !== 'running') follows = false;
    }),
  ];
  return {
    dispose() {
      for (const stop of stops) stop();
      phone.removeEventListener('change', onWidth);
    },
  };
}
