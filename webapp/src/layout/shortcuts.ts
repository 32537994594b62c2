/** Listens for the page's shortcuts and shows the list of them. */

import type { Store } from '../state/store.ts';
import { createDialog } from './dialogs.ts';
import { element } from './dom.ts';
import { actionFor, chordCaps, shortcuts } from './shortcut-list.ts';

export function createShortcuts({ store }: { store: Store }): { dispose(): void } {
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const list = element('dl', { class: 'shortcut-list' });
  const reader = element('input', { type: 'checkbox', 'data-part': 'reader' });
  const dialog = createDialog(
    'shortcuts-dialog',
    'Keyboard',
    list,
    element(
      'label',
      { class: 'check' },
      reader,
      'Terminal for screen readers (slower with much output)',
    ),
  );
  for (const { chords, text } of shortcuts) {
    const keys = element('dt', {});
    chords.forEach((chord, index) => {
      if (index > 0) keys.append(' ');
      const caps = chordCaps(chord, isMac).map((cap) => element('kbd', {}, cap));
      keys.append(element('span', { class: 'chord' }, ...caps));
    });
    list.append(element('div', {}, keys, element('dd', {}, text)));
  }

  reader.addEventListener('change', () => store.emit('reader-chosen', { on: reader.checked }));

  /** Captured, so that neither the editor nor the terminal nor the browser takes the key first. */
  function onKey(event: KeyboardEvent): void {
    const action = actionFor(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (document.querySelector('dialog[open]')) return;
    switch (action) {
      case 'run':
        return store.emit('run-asked');
      case 'board-run':
        return store.emit('board-run-asked');
      case 'stop':
        return store.emit('stop-asked');
      case 'save':
        return store.emit('save-asked');
      case 'examples':
        return store.emit('examples-asked');
      case 'shortcuts':
        return store.emit('shortcuts-asked');
      case 'next-pane':
        return store.emit('pane-step-asked', { step: 1 });
      case 'earlier-pane':
        return store.emit('pane-step-asked', { step: -1 });
    }
  }

  window.addEventListener('keydown', onKey, true);
  const stops = [
    store.on('shortcuts-asked', () => dialog.showModal()),
    store.watch(
      (state) => state.preferences.screenReader,
      (on) => {
        reader.checked = on;
      },
    ),
  ];
  return {
    dispose() {
      for (const stop of stops) stop();
      window.removeEventListener('keydown', onKey, true);
    },
  };
}
