/** Addresses in flash memory as people type them. DOM-free. */

/** Stands for the address at which this chip starts its firmware. */
export const CHIP_DEFAULT = -1;

/** `0x1000`, `4096`, `64K`, `1M`; null when it is none of these. */
export function parseAddress(text: string): number | null {
  const match = /^(0x[0-9a-f]+|\d+)([km]?)$/i.exec(text.trim());
  if (!match) return null;
  const unit = { '': 1, k: 1024, m: 1024 * 1024 }[match[2]!.toLowerCase()]!;
  const value = Number(match[1]) * unit;
  return value < 2 ** 31 ? value : null;
}

/** What is wrong with a typed address, or null. Only a single part may do without. */
export function addressProblem(text: string, parts: number): string | null {
  if (text.trim() === '') {
    return parts === 1 ? null : 'With several files, each needs its address.';
  }
  const value = parseAddress(text);
  if (value === null) return 'An address looks like 0x1000.';
  return value % 4096 === 0 ? null : 'An address is a multiple of 0x1000.';
}
