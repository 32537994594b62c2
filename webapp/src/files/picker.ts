/** The browser's dialog for files: a hidden input, opened with `click()`. */

import { element } from '../layout/dom.ts';

export function createPicker(
  label: string,
  accept: string | null,
  take: (files: FileList | null) => Promise<void>,
): HTMLInputElement {
  const names = { 'data-part': 'picker', 'aria-label': label, hidden: '' };
  const picker = element('input', { type: 'file', multiple: '', accept, ...names });
  picker.addEventListener('change', () => {
    void take(picker.files).then(() => {
      picker.value = ''; // The same file may be chosen again.
    });
  });
  return picker;
}
