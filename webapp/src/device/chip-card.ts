/** The card that says what a chip is, and the table of its partitions. */

import { button, element } from '../layout/dom.ts';
import type { ChipInfo, Partition, Region } from './board.ts';
import { hex, memoryText } from './flash-address.ts';

export interface ChipCard {
  readonly node: HTMLElement;
  show(chip: ChipInfo | null): void;
}

/** `choose` takes the part of the memory that a partition is. */
export function createChipCard(choose: (region: Region) => void): ChipCard {
  const node = element('section', {
    class: 'chip-card',
    'data-part': 'facts',
    'aria-label': 'The chip',
    hidden: '',
  });

  function row(partition: Partition): HTMLElement {
    const { label, type, subtype, address, size } = partition;
    const title = 'Back up or erase only this partition';
    const chooses = button({ class: 'button small quiet', title }, label);
    chooses.addEventListener('click', () => choose({ address, size }));
    const cells = [type, subtype, hex(address), memoryText(size)];
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, chooses),
      ...cells.map((text) => element('td', {}, text)),
    );
  }

  function table(partitions: Partition[]): HTMLElement {
    const titles = ['Name', 'Type', 'Subtype', 'Start', 'Size'];
    return element(
      'div',
      { class: 'table-box', tabindex: '0', role: 'region', 'aria-label': 'Partitions' },
      element(
        'table',
        { class: 'partitions' },
        element('caption', {}, 'Partitions. Press a name to back it up or erase it alone.'),
        element(
          'thead',
          {},
          element('tr', {}, ...titles.map((title) => element('th', { scope: 'col' }, title))),
        ),
        element('tbody', {}, ...partitions.map(row)),
      ),
    );
  }

  return {
    node,
    show(chip) {
      node.hidden = chip === null;
      if (!chip) return;
      const facts = chip.facts.map(({ name, value }) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, value)),
      );
      const parts = chip.partitions.length > 0 ? [table(chip.partitions)] : [];
      node.replaceChildren(element('dl', { class: 'flash-facts' }, ...facts), ...parts);
    },
  };
}
