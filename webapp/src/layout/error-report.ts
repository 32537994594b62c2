/**
 * What a run's error says outside the editor: to a screen reader always, and as a message with a
 * button where the marked line is not in sight (on a phone, or in another file).
 */

import { errorPlace, errorText } from '../editor/error-place.ts';
import { normalizePath, shownPath } from '../state/paths.ts';
import type { Store } from '../state/store.ts';
import type { RunError } from '../worker/client.ts';
import { PHONE } from './views.ts';

export function createErrorReport(host: HTMLElement, { store }: { store: Store }) {
  /** The message that is on the page. */
  let told = '';
  /** The file it speaks of. */
  let place = '';

  function report(error: RunError): void {
    const { path, line } = errorPlace(error, new Set(store.state.files.map((file) => file.path)));
    host.textContent = `${errorText(error)}, in ${shownPath(path)}, line ${line}`;
    const isElsewhere = path !== store.state.document.path;
    if (!isElsewhere && !matchMedia(PHONE).matches) return;
    place = path;
    told = `${errorText(error)} (${shownPath(path)}, line ${line})`;
    store.emit('notice-given', {
      text: told,
      kind: 'info',
      action: { label: 'Show', run: () => show(path, line) },
    });
  }

  function show(path: string, line: number): void {
    store.emit('view-chosen', { view: 'editor' });
    store.emit('open-asked', { path: normalizePath(path), line });
  }

  function takeBack(): void {
    if (told !== '') store.emit('notice-over', { text: told });
    told = '';
  }

  const stops = [
    store.watch(
      (state) => state.error,
      (error) => {
        host.textContent = '';
        takeBack();
        if (error) report(error);
      },
    ),
    store.on('view-chosen', ({ view }) => {
      if (view === 'editor' && place === store.state.document.path) takeBack();
    }),
  ];
  return {
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
