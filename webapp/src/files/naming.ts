/** How the paths below a root folder are shown and typed. DOM-free. */

import { joinPath, nameProblem, normalizePath, shownPath } from '../state/paths.ts';

export interface Naming {
  /** A path as the list shows it: from the root on. */
  shownHere(path: string): string;
  /** The path that a typed name means. */
  pathOf(name: string): string;
  /** What is wrong with a typed name (folders allowed: `lib/util.py`), or null. */
  problemHere(name: string, taken: ReadonlySet<string>): string | null;
}

export function createNaming(root: string): Naming {
  const shownHere = (path: string) => shownPath(root === '/' ? path : path.slice(root.length));
  const pathOf = (name: string) => joinPath(root, normalizePath(name));
  return {
    shownHere,
    pathOf,
    problemHere(name, taken) {
      const problem = nameProblem(name, new Set());
      if (problem !== null) return problem;
      return taken.has(pathOf(name)) ? `${shownHere(pathOf(name))} exists already.` : null;
    },
  };
}
