/** Addresses and sizes in flash memory as people type them. DOM-free. */

import type { Region } from './board.ts';

/** Stands for the address at which this chip starts its firmware. */
export const CHIP_DEFAULT = -1;

/** What can be erased: addresses are multiples of it. */
const SECTOR = 0x1000;

/** `0x1000`, `4096`, `64K`, `1M`; null when it is none of these. */
export function parseAddress(text: string): number | null {
  const match = /^(0x[0-9a-f]+|\d+)\s*([km]?)$/i.exec(text.trim());
  if (!match) return null;
  const unit = { '': 1, k: 1024, m: 1024 * 1024 }[match[2]!.toLowerCase()]!;
  const value = Number(match[1]) * unit;
  return value < 2 ** 31 ? value : null;
}

export function hex(value: number): string {
  return '0x' + value.toString(16);
}

/** `24 KB`, `1 MB`, `1000 bytes`: memories are counted by 1024. */
export function memoryText(bytes: number): string {
  if (bytes % 1024 !== 0) return `${bytes} bytes`;
  const kilo = bytes / 1024;
  return kilo % 1024 === 0 ? `${kilo / 1024} MB` : `${kilo} KB`;
}

/** What is wrong with a typed address, or null. Only a single part may do without. */
export function addressProblem(text: string, parts: number): string | null {
  if (text.trim() === '') {
    return parts === 1 ? null : 'With several files, each needs its address.';
  }
  const value = parseAddress(text);
  if (value === null) return 'An address looks like 0x1000.';
  return value % SECTOR === 0 ? null : 'An address is a multiple of 0x1000.';
}

/**
 * The part of the memory that was typed, or what is wrong with it. `flashSize` is -1 while it is
 * not known.
 */
export function readRegion(address: string, size: string, flashSize: number): Region | string {
  const region = { address: parseAddress(address), size: parseAddress(size) };
  if (region.address === null) return 'The start looks like 0x9000 or 36K.';
  if (region.size === null || region.size === 0) return 'The size looks like 0x6000 or 24K.';
  if (region.address % SECTOR !== 0 || region.size % SECTOR !== 0) {
    return 'Start and size are multiples of 0x1000, which is 4K.';
  }
  if (flashSize > 0 && region.address + region.size > flashSize) {
    return `That ends beyond the memory of ${memoryText(flashSize)}.`;
  }
  return region as Region;
}

/** Backups have their address in the name, so that they can be written back. */
export function backupName({ address }: Region): string {
  return `flash-backup-${hex(address)}.bin`;
}

/** The address in the name of a backup, as typed; empty when there is none. */
export function addressInName(name: string): string {
  return /^flash-backup-(0x[0-9a-f]+)\b/.exec(name)?.[1] ?? '';
}
