/** Hands a file to the user, as a download. */

import { element } from '../layout/dom.ts';

export function saveFile(name: string, data: Uint8Array | string): void {
  const content = typeof data === 'string' ? data : new Uint8Array(data);
  const address = URL.createObjectURL(new Blob([content]));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
