/** The flat list of files as rows of an indented tree. DOM-free. */

import { baseName, folderOf } from '../state/paths.ts';
import type { FileInfo } from '../worker/client.ts';

export interface TreeRow {
  path: string;
  name: string;
  depth: number;
  isFolder: boolean;
  isOpen: boolean;
  size: number;
}

/**
 * What lies under a root folder: folders first, then files, each by name; the contents of closed
 * folders are left out.
 */
export function treeRows(
  files: readonly FileInfo[],
  closed: ReadonlySet<string>,
  root = '/',
): TreeRow[] {
  const byFolder = new Map<string, FileInfo[]>();
  for (const file of withFolders(files)) {
    const folder = folderOf(file.path);
    const siblings = byFolder.get(folder);
    if (siblings) siblings.push(file);
    else byFolder.set(folder, [file]);
  }
  const rows: TreeRow[] = [];
  const visit = (folder: string, depth: number) => {
    for (const file of (byFolder.get(folder) ?? []).sort(inOrder)) {
      const isOpen = file.isFolder && !closed.has(file.path);
      rows.push({ ...file, name: baseName(file.path), depth, isOpen });
      if (isOpen) visit(file.path, depth + 1);
    }
  };
  visit(root, 0);
  return rows;
}

/** Adds the folders that are only known from the paths of their files. */
function withFolders(files: readonly FileInfo[]): FileInfo[] {
  const all = new Map(files.filter((file) => file.path !== '/').map((file) => [file.path, file]));
  for (const file of files) {
    for (let folder = folderOf(file.path); folder !== '/'; folder = folderOf(folder)) {
      if (!all.has(folder)) all.set(folder, { path: folder, size: 0, isFolder: true });
    }
  }
  return [...all.values()];
}

function inOrder(a: FileInfo, b: FileInfo): number {
  if (a.isFolder !== b.isFolder) return a.isFolder ? -1 : 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** `312 B`, `4.2 kB`, `1.3 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
