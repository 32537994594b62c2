/** The part of the flash memory that is backed up or erased alone. */

import { button, element } from '../layout/dom.ts';
import type { Region } from './board.ts';
import { hex, memoryText, readRegion } from './flash-address.ts';

export interface FlashRegionOptions {
  /** Bytes of flash memory; -1 while that is not known. */
  flashSize(): number;
  backup(region: Region): void;
  erase(region: Region): void;
}

export interface FlashRegion {
  readonly node: HTMLElement;
  choose(region: Region): void;
}

export function createFlashRegion(options: FlashRegionOptions): FlashRegion {
  const input = (part: string, placeholder: string) =>
    element('input', {
      type: 'text',
      'data-part': part,
      placeholder,
      autocomplete: 'off',
      spellcheck: 'false',
    });
  const start = input('region-start', '0x9000');
  const size = input('region-size', '24K');
  const hint = element('p', { class: 'muted', 'data-part': 'region-hint', role: 'status' });
  const backup = button({ 'data-part': 'region-backup' }, 'Back up this part');
  const erase = button({ 'data-part': 'region-erase' }, 'Erase this part');
  const node = element(
    'details',
    { class: 'flash-region', 'data-part': 'region' },
    element('summary', {}, 'Only a part of the memory'),
    element(
      'div',
      { class: 'flash-choice' },
      element('label', {}, 'Start ', start),
      element('label', {}, 'Size ', size),
      backup,
      erase,
    ),
    hint,
  );

  const region = () => readRegion(start.value, size.value, options.flashSize());

  function draw(): void {
    const found = region();
    const isEmpty = start.value === '' && size.value === '';
    hint.textContent =
      typeof found !== 'string'
        ? `From ${hex(found.address)} to ${hex(found.address + found.size - 1)}, ${memoryText(found.size)}.`
        : isEmpty
          ? 'Type a start and a size, or press Chip info and choose a partition.'
          : found;
    for (const action of [backup, erase]) {
      action.setAttribute('aria-disabled', String(typeof found === 'string'));
    }
  }

  function act(action: (region: Region) => void): void {
    const found = region();
    if (typeof found === 'string') start.focus();
    else action(found);
  }

  start.addEventListener('input', draw);
  size.addEventListener('input', draw);
  backup.addEventListener('click', () => act(options.backup));
  erase.addEventListener('click', () => act(options.erase));
  draw();
  return {
    node,
    choose(given) {
      start.value = hex(given.address);
      size.value = memoryText(given.size).replace(/ (K|M)B$/, '$1');
      node.open = true;
      draw();
      backup.focus();
    },
  };
}
