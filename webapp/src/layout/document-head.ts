/** The editor's heading: which file, and whether it is stored. */

import type { SaveState } from '../state/events.ts';
import { shownPath } from '../state/paths.ts';
import type { Store } from '../state/store.ts';

const texts: Record<SaveState, string> = {
  saved: 'Saved',
  changed: 'Edited',
  saving: 'Saving',
  failed: 'Not stored',
};

export function createDocumentHead(
  host: HTMLElement,
  { store }: { store: Store },
): { dispose(): void } {
  const name = host.querySelector('[data-part=name]')!;
  const save = host.querySelector<HTMLElement>('[data-part=save]')!;
  const stops = [
    store.watch(
      (state) => state.document.path,
      (path) => {
        name.textContent = shownPath(path);
        document.title = `${shownPath(path)} - Pykopi`;
      },
    ),
    store.watch(
      (state) => state.document.save,
      (state) => {
        save.textContent = texts[state];
        save.dataset.save = state;
      },
    ),
  ];
  return {
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
