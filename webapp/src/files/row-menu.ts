/** The small menu of one file: opened by its button, left with Escape, walked with the arrows. */

import { element, icon } from '../layout/dom.ts';

export interface MenuItem {
  text: string;
  icon: string;
  run(): void;
}

export interface RowMenu {
  open(anchor: HTMLElement, label: string, items: MenuItem[]): void;
  dispose(): void;
}

export function createRowMenu(host: HTMLElement): RowMenu {
  let menu: HTMLElement | undefined;
  let opener: HTMLElement | undefined;

  function close(giveBackFocus: boolean): void {
    menu?.remove();
    menu = undefined;
    if (giveBackFocus) opener?.focus();
  }

  function open(anchor: HTMLElement, label: string, items: MenuItem[]): void {
    close(false);
    opener = anchor;
    const made = element('div', { class: 'menu', role: 'menu', 'aria-label': label });
    for (const item of items) {
      const button = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' });
      button.append(icon(item.icon), item.text);
      button.addEventListener('click', () => {
        close(true);
        item.run();
      });
      made.append(button);
    }
    made.addEventListener('keydown', onKey);
    menu = made;
    host.append(made);
    place(made, anchor);
    (made.firstElementChild as HTMLElement).focus();
  }

  /** Below the button, or above it where there is no room. */
  function place(box: HTMLElement, anchor: HTMLElement): void {
    const from = anchor.getBoundingClientRect();
    const below = from.bottom + box.offsetHeight + 8 <= window.innerHeight;
    const top = below ? from.bottom + 4 : from.top - box.offsetHeight - 4;
    box.style.top = `${Math.max(8, top)}px`;
    box.style.left = `${Math.max(8, Math.min(from.left, window.innerWidth - box.offsetWidth - 8))}px`;
  }

  function onKey(event: KeyboardEvent): void {
    if (!menu) return;
    const buttons = [...menu.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) buttons[(at + step + buttons.length) % buttons.length]!.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onPointer(event: PointerEvent): void {
    if (menu && !menu.contains(event.target as Node)) close(false);
  }

  document.addEventListener('pointerdown', onPointer, true);
  return {
    open,
    dispose() {
      close(false);
      document.removeEventListener('pointerdown', onPointer, true);
    },
  };
}
