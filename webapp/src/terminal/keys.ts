/** Keys as a VT100 sends them, for the row of extra keys on a phone. DOM-free. */

export interface ExtraKey {
  /** What the key shows. */
  label: string;
  /** What a screen reader says. */
  name: string;
  /** The bytes; `application` is what an arrow sends in application mode. */
  send: string;
  application?: string;
}

export const extraKeys: readonly ExtraKey[] = [
  { label: 'Ctrl-C', name: 'Ctrl-C: interrupt', send: '\x03' },
  { label: 'Tab', name: 'Tab: complete', send: '\t' },
  { label: '\u2191', name: 'Up: earlier line', send: '\x1b[A', application: '\x1bOA' },
  { label: '\u2193', name: 'Down: later line', send: '\x1b[B', application: '\x1bOB' },
  { label: '\u2190', name: 'Left', send: '\x1b[D', application: '\x1bOD' },
  { label: '\u2192', name: 'Right', send: '\x1b[C', application: '\x1bOC' },
  { label: 'Home', name: 'Home: start of the line', send: '\x1b[H', application: '\x1bOH' },
  { label: 'End', name: 'End: end of the line', send: '\x1b[F', application: '\x1bOF' },
  { label: 'Ctrl-D', name: 'Ctrl-D: soft reset', send: '\x04' },
  { label: 'Esc', name: 'Esc: escape', send: '\x1b' },
];

const PASTE_START = '\x05';
const PASTE_END = '\x04';

/**
 * Text pasted at a fresh prompt. Several lines go through the REPL's paste mode, where nothing is
 * indented by itself and nothing runs before the end.
 */
export function pastedBytes(text: string, atFreshPrompt: boolean): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '\n');
  const isBlock = lines.slice(0, -1).includes('\n');
  if (!isBlock || !atFreshPrompt) return lines.replace(/\n/g, '\r');
  return PASTE_START + lines.replace(/\n/g, '\r') + PASTE_END;
}

/** Whether the cursor's line is a primary prompt with nothing typed. */
export function isFreshPrompt(line: string, cursor: number): boolean {
  return line.trimEnd() === '>>>' && cursor === 4;
}
