/** Tracebacks as Python prints them. DOM-free. */

import type { RunError } from '../worker/client.ts';

export interface TracePlace {
  /** Where it stands in the text. */
  start: number;
  end: number;
  file: string;
  line: number;
}

/** Places of the form `File "main.py", line 3` in one line of text. */
export function tracePlaces(text: string): TracePlace[] {
  return [...text.matchAll(/File "([^"]+)", line (\d+)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    file: match[1]!,
    line: Number(match[2]),
  }));
}

/**
 * What a whole traceback says; null when it names no place. `placeOf` is the file of the page that
 * a name in it means, or null.
 */
export function readTraceback(
  text: string,
  placeOf: (file: string) => string | null,
): RunError | null {
  const lines = text.trimEnd().split(/\r?\n/);
  const traceback = lines.flatMap((line) =>
    tracePlaces(line).map(({ file, line: number }) => ({
      file: placeOf(file) ?? file,
      line: number,
      name: /, in (.+)$/.exec(line)?.[1] ?? '',
    })),
  );
  const innermost = traceback.at(-1);
  if (!innermost) return null;
  // Without a message: `KeyboardInterrupt: `, or the name alone.
  const [, type, message] = /^([^:]*):? ?([^]*)$/.exec(lines.at(-1)!)!;
  const { file, line } = innermost;
  return { type: type!, message: message!, file, line, traceback };
}
