/** The page's keyboard shortcuts: the one list that both the keys and the dialog read. DOM-free. */

export interface Chord {
  key: string;
  control?: boolean;
  shift?: boolean;
}

export interface Shortcut {
  chords: Chord[];
  text: string;
  /** What the page does; without it the editor or the terminal has the key already. */
  does?:
    'run' | 'board-run' | 'stop' | 'save' | 'next-pane' | 'earlier-pane' | 'examples' | 'shortcuts';
}

export const shortcuts: readonly Shortcut[] = [
  {
    chords: [{ key: 'Enter', control: true }, { key: 'F5' }],
    text: 'Run the program',
    does: 'run',
  },
  {
    chords: [{ key: 'Enter', control: true, shift: true }],
    text: 'Run the program on the board',
    does: 'board-run',
  },
  { chords: [{ key: 'F5', shift: true }], text: 'Stop the program', does: 'stop' },
  {
    chords: [{ key: 'c', control: true }],
    text: 'In the terminal: stop, or copy the selection at the prompt',
  },
  {
    chords: [{ key: 'd', control: true }],
    text: 'In the terminal: fresh start of Python (soft reset)',
  },
  { chords: [{ key: 'F6' }], text: 'Go to the next pane', does: 'next-pane' },
  { chords: [{ key: 'F6', shift: true }], text: 'Go to the pane before', does: 'earlier-pane' },
  {
    chords: [{ key: 'Escape' }, { key: 'Tab' }],
    text: 'One after the other: leave the editor or terminal',
  },
  {
    chords: [{ key: 's', control: true }],
    text: 'Save now (it also saves by itself)',
    does: 'save',
  },
  { chords: [{ key: 'F2', shift: true }], text: 'Open the examples', does: 'examples' },
  { chords: [{ key: 'F1' }], text: 'Show this list', does: 'shortcuts' },
  { chords: [{ key: 'f', control: true }], text: 'In the editor: find and replace' },
  { chords: [{ key: '/', control: true }], text: 'In the editor: comment lines in or out' },
  { chords: [{ key: ' ', control: true }], text: 'In the editor: complete the word' },
  { chords: [{ key: 'F2' }, { key: 'Delete' }], text: 'In the file list: rename, delete' },
];

/** The part of a keyboard event that matters. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** What the page does on that key; Command counts as Control. */
export function actionFor(press: KeyPress): Shortcut['does'] {
  if (press.altKey) return undefined;
  const control = press.ctrlKey || press.metaKey;
  const hit = shortcuts.find(
    ({ does, chords }) =>
      does !== undefined &&
      chords.some(
        (chord) =>
          chord.key === press.key &&
          (chord.control ?? false) === control &&
          (chord.shift ?? false) === press.shiftKey,
      ),
  );
  return hit?.does;
}

/** `Ctrl Enter`, as the dialog shows it: one text per key cap. */
export function chordCaps(chord: Chord, isMac: boolean): string[] {
  const caps = [];
  if (chord.control) caps.push(isMac && chord.key !== 'c' && chord.key !== 'd' ? '\u2318' : 'Ctrl');
  if (chord.shift) caps.push('Shift');
  const names: Record<string, string> = { ' ': 'Space', Escape: 'Esc' };
  caps.push(names[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key));
  return caps;
}
