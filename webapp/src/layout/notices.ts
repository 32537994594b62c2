/** Messages at the foot of the page. Errors stay until closed; others leave by themselves. */

import type { Notice } from '../state/events.ts';
import type { Store } from '../state/store.ts';
import { button, element, iconButton } from './dom.ts';

/** Long enough to read a sentence and to reach the Undo button by keyboard. */
const SHOWN_TIME = 10_000;
const MOST = 3;

export function createNotices(host: HTMLElement, { store }: { store: Store }): { dispose(): void } {
  function takeAway(text: string): void {
    for (const old of host.querySelectorAll('[data-text]')) {
      if (old.getAttribute('data-text') === text) old.remove();
    }
  }

  function show(notice: Notice): void {
    takeAway(notice.text);
    const close = iconButton('close', 'Close message');
    const box = element(
      'div',
      { class: `notice ${notice.kind}`, 'data-text': notice.text },
      element('p', {}, notice.text),
    );
    const remove = () => box.remove();
    if (notice.action) {
      const { label, run } = notice.action;
      const act = button({}, label);
      act.addEventListener('click', () => {
        remove();
        run();
      });
      box.append(act);
    }
    close.addEventListener('click', remove);
    box.append(close);
    host.append(box);
    while (host.children.length > MOST) host.firstElementChild!.remove();
    if (notice.kind !== 'error') leaveLater(box);
  }

  /** The message stays while the pointer or the focus is on it. */
  function leaveLater(box: HTMLElement): void {
    setTimeout(() => {
      if (box.matches(':hover, :focus-within')) leaveLater(box);
      else box.remove();
    }, SHOWN_TIME);
  }

  const stops = [
    store.on('notice-given', show),
    store.on('notice-over', ({ text }) => takeAway(text)),
  ];
  return {
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
