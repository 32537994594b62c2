/**
 * The open file: from the draft to the editor, from the editor to the VM's file system.
 *
 * Invariant: text typed by the user is at any moment in the editor and, 250 ms later or when the
 * page is hidden, in the drafts too. A draft leaves only after the file system has taken it.
 */

import type { VmFiles } from '../worker/client.ts';
import type { Drafts } from './drafts.ts';
import { clause } from '../words.ts';
import type { Store } from './store.ts';
import { baseName, isOnBoard, isUnder, looksLikeText, movedPath, shownPath } from './paths.ts';

/** What the documents need of the editor. */
export interface TextView {
  /** Shows a file; a file shown before keeps its undo history if the text is the same. */
  show(path: string, text: string): void;
  text(): string;
  /** Forgets what it kept of a file. */
  forget(path: string): void;
  goTo(line: number): void;
}

export interface Documents {
  /** Stores the text now, if it changed. False: the file system refused. */
  save(): Promise<boolean>;
  /** Puts the text into the drafts at once: the page may go away. */
  keepDraft(): void;
  /** What the editor shows. */
  text(): string;
  open(path: string, line?: number): Promise<void>;
  /** Creates a file and opens it. */
  create(path: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** When the runtime is there: stores waiting drafts, or shows what the file system has. */
  attach(): Promise<void>;
  refreshFiles(): Promise<void>;
  dispose(): void;
}

export interface DocumentOptions {
  store: Store;
  files: VmFiles;
  drafts: Drafts;
  view: TextView;
  /** The text of the first visit; it never replaces a stored file. */
  welcome: string;
  saveDelay?: number;
  draftDelay?: number;
}

export const FIRST_PATH = '/main.py';

export function createDocuments(options: DocumentOptions): Documents {
  const { store, files, drafts, view, welcome } = options;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let draftTimer: ReturnType<typeof setTimeout> | undefined;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let lastSave: Promise<boolean> = Promise.resolve(true);
  /** Counts the edits, to see whether a save still holds the newest text. */
  let edition = 0;
  let attached = false;
  /** The text on the screen is the welcome text, untouched. */
  let untouched = drafts.openPath() === null;
  let storageWarned = false;
  let turn: Promise<void> = Promise.resolve();

  const path = () => store.state.document.path;
  const isChanged = () => store.state.document.save !== 'saved';
  const notify = (text: string) => store.emit('notice-given', { text, kind: 'error' });

  function keepDraft(): void {
    clearTimeout(draftTimer);
    draftTimer = undefined;
    if (untouched) return;
    drafts.setOpenPath(path());
    const kept = drafts.put(path(), { text: view.text(), saved: !isChanged() });
    if (!kept && !storageWarned) {
      storageWarned = true;
      notify('The browser keeps no draft of this text: its storage is full or switched off.');
    }
  }

  function onEdited(): void {
    edition++;
    untouched = false;
    draftTimer ??= setTimeout(keepDraft, options.draftDelay ?? 250);
    clearTimeout(saveTimer);
    // Flash memory wears, and a running program would be stopped: a board's file waits for Ctrl-S.
    if (isOnBoard(path())) return;
    saveTimer = setTimeout(() => void save(), options.saveDelay ?? 1000);
  }

  function save(): Promise<boolean> {
    clearTimeout(saveTimer);
    if (!attached) {
      keepDraft();
      return Promise.resolve(false);
    }
    lastSave = lastSave.then(saveNow, saveNow);
    return lastSave;
  }

  async function saveNow(): Promise<boolean> {
    if (!isChanged()) return true;
    const savedPath = path();
    const savedEdition = edition;
    const text = view.text();
    store.emit('document-saving', { save: 'saving' });
    const stored = await writeFile(savedPath, text);
    if (path() !== savedPath) return stored;
    if (savedEdition === edition) {
      store.emit('document-saving', { save: stored ? 'saved' : 'failed' });
      keepDraft();
    }
    return stored;
  }

  /** Writes one file; says so when the storage is full. */
  async function writeFile(target: string, text: string): Promise<boolean> {
    const isNew = !store.state.files.some((file) => file.path === target);
    let stored = true;
    try {
      await files.write(target, encoder.encode(text));
    } catch (error) {
      notify(`${shownPath(target)} could not be stored: ${clause(error)} The text stays here.`);
      stored = false;
    }
    if (isNew) await refreshFiles().catch(() => undefined);
    return stored;
  }

  /** Takes leave of the open file: stored, or kept as a draft; also what is typed meanwhile. */
  async function leave(): Promise<void> {
    let seen: number;
    do {
      seen = edition;
      keepDraft();
      if (!attached) return;
      const left = path();
      if (await save()) drafts.remove(left);
    } while (seen !== edition);
  }

  function show(target: string, text: string, saved: boolean): void {
    untouched = false;
    view.show(target, text);
    store.emit('document-shown', { path: target });
    if (!saved) store.emit('document-saving', { save: 'changed' });
    drafts.setOpenPath(target);
    drafts.put(target, { text, saved });
  }

  async function open(target: string, line?: number): Promise<void> {
    if (target !== path()) {
      await leave();
      const draft = drafts.get(target);
      if (draft && !draft.saved) {
        show(target, draft.text, false);
      } else {
        const data = await files.read(target);
        if (!looksLikeText(data)) {
          notify(`${baseName(target)} is not text, so the editor cannot show it. Download it.`);
          return;
        }
        await leave(); // With what was typed while the file was read.
        show(target, decoder.decode(data), true);
      }
    }
    if (line !== undefined) view.goTo(line);
  }

  async function create(target: string, text: string): Promise<void> {
    await leave();
    show(target, text, false);
    if (attached) await save();
  }

  /** No save may come between: it would write the old name again. */
  async function rename(from: string, to: string): Promise<void> {
    await save();
    const renamed = lastSave.then(() => renameNow(from, to));
    lastSave = renamed.then(
      () => true,
      () => false,
    );
    await renamed;
    await refreshFiles();
  }

  async function renameNow(from: string, to: string): Promise<void> {
    await files.rename(from, to);
    if (isUnder(path(), from)) {
      const text = view.text();
      drafts.remove(path());
      view.forget(path());
      show(movedPath(path(), from, to), text, !isChanged());
    }
  }

  async function remove(target: string): Promise<void> {
    const wasOpen = isUnder(path(), target);
    clearTimeout(saveTimer);
    await lastSave;
    await files.remove(target);
    if (wasOpen) {
      drafts.remove(path());
      view.forget(path());
    }
    await refreshFiles();
    if (wasOpen) await openAnother();
  }

  /** After the open file went away: the first file left, or an empty new one. */
  async function openAnother(): Promise<void> {
    const left = store.state.files.filter((file) => !file.isFolder).map((file) => file.path);
    const next = left.includes(FIRST_PATH) ? FIRST_PATH : left.find((p) => p.endsWith('.py'));
    if (next === undefined) {
      show(FIRST_PATH, '', true);
      return;
    }
    const data = await files.read(next);
    show(next, decoder.decode(data), true);
  }

  async function attach(): Promise<void> {
    await refreshFiles();
    attached = true;
    for (const waiting of drafts.unsavedPaths()) {
      const draft = drafts.get(waiting);
      if (waiting === path() || isOnBoard(waiting) || !draft) continue;
      if (await writeFile(waiting, draft.text)) drafts.remove(waiting);
    }
    if (isOnBoard(path())) return;
    if (openDraft && !(await isStored())) store.emit('document-saving', { save: 'changed' });
    if (isChanged()) await save();
    else await reload(true);
  }

  /** A draft is never older than the file: where they differ, the browser refused the file. */
  async function isStored(): Promise<boolean> {
    if (!store.state.files.some((file) => file.path === path())) return false;
    return decoder.decode(await files.read(path())) === view.text();
  }

  /** Shows what the file system has, unless the user has typed something newer. */
  async function reload(first: boolean): Promise<void> {
    const target = path();
    const known = store.state.files.some((file) => file.path === target);
    if (!known) {
      if (first && (await writeFile(target, view.text()))) keepDraft();
      return;
    }
    const before = edition;
    const text = decoder.decode(await files.read(target));
    if (edition !== before || path() !== target || text === view.text()) return;
    show(target, text, true);
  }

  async function refreshFiles(): Promise<void> {
    store.emit('files-listed', { files: await files.list() });
  }

  async function onTouched(paths: string[]): Promise<void> {
    await refreshFiles();
    if (!paths.includes(path())) return;
    if (isChanged()) notify(`The program changed ${shownPath(path())}. Your text here is kept.`);
    else await reload(false);
  }

  /** Opening, creating, renaming and removing happen one after the other. */
  function inTurn<A extends unknown[]>(action: (...given: A) => Promise<void>) {
    return (...given: A): Promise<void> => {
      const result = turn.then(() => action(...given));
      turn = result.catch(() => undefined);
      return result;
    };
  }

  const openInTurn = inTurn(open);

  const stops = [
    store.on('document-edited', onEdited),
    store.on('save-asked', () => void save()),
    store.on('open-asked', ({ path: target, line }) => {
      openInTurn(target, line).catch((error: unknown) =>
        notify(`${shownPath(target)} could not be opened: ${clause(error)}`),
      );
    }),
    store.on('files-touched', ({ paths }) => void onTouched(paths).catch(() => undefined)),
  ];

  const openPath = drafts.openPath();
  const openDraft = openPath === null ? null : drafts.get(openPath);
  if (openPath !== null && openDraft) show(openPath, openDraft.text, openDraft.saved);
  else view.show(path(), welcome);

  return {
    save,
    keepDraft,
    text: () => view.text(),
    open: openInTurn,
    create: inTurn(create),
    rename: inTurn(rename),
    remove: inTurn(remove),
    attach,
    refreshFiles,
    dispose() {
      for (const stop of stops) stop();
      clearTimeout(draftTimer);
      clearTimeout(saveTimer);
    },
  };
}
