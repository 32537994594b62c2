/** The browser's dialog for files: a hidden input, opened with `click()`. */

import { element } from '../layout/dom.ts';

export function createPicker(
  label: string,
  accept: string | null,
  take: (files: File[]) => Promise<void>,
): HTMLInputElement {
  const names = { 'data-part': 'picker', 'aria-label': label, hidden: '' };
  const picker = element('input', { type: 'file', multiple: '', accept, ...names });
  picker.addEventListener('change', () => {
    void take([...(picker.files ?? [])]);
    picker.value = ''; // The same file may be chosen again. It empties `files`.
  });
  return picker;
}
