/** Keys that a phone's keyboard lacks, in a row under the terminal. */

import { element } from '../layout/dom.ts';
import { extraKeys } from './keys.ts';

export interface KeyRowOptions {
  press(send: string, application?: string): void;
}

export function createKeyRow(host: HTMLElement, options: KeyRowOptions): { dispose(): void } {
  for (const key of extraKeys) {
    const button = element(
      'button',
      { class: 'key', type: 'button', 'aria-label': key.name },
      key.label,
    );
    // The terminal keeps the focus, so the phone's keyboard stays open.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => options.press(key.send, key.application));
    host.append(button);
  }
  return { dispose: () => host.replaceChildren() };
}
