/** Wires the page together. Nothing here decides anything. */

import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/layout.css';
import '../styles/parts.css';
import '../styles/phone.css';

import { createBoards } from './device/boards.ts';
import { createFlashDialog } from './device/flash-dialog.ts';
import { createEditor } from './editor/editor.ts';
import { createExamplesMenu } from './examples/menu.ts';
import { createCompiling } from './files/compiling.ts';
import { createFilesPanel } from './files/panel.ts';
import { createDocumentHead } from './layout/document-head.ts';
import { byId } from './layout/dom.ts';
import { createErrorReport } from './layout/error-report.ts';
import { createNotices } from './layout/notices.ts';
import { createProfileChoice } from './layout/profile.ts';
import { createShortcuts } from './layout/shortcuts.ts';
import { createSplit } from './layout/split.ts';
import { createToolbar } from './layout/toolbar.ts';
import { createViews } from './layout/views.ts';
import { FIRST_PATH, createDocuments } from './state/documents.ts';
import { createDrafts } from './state/drafts.ts';
import { createJointFiles } from './state/joint-files.ts';
import { initialState, isUsable } from './state/model.ts';
import { BOARD_ROOT } from './state/paths.ts';
import { loadPreferences, storePreferences } from './state/preferences.ts';
import { createSession } from './state/session.ts';
import { createStore } from './state/store.ts';
import { browserStorage } from './state/storage.ts';
import { createKeyRow } from './terminal/key-row.ts';
import { createOutputQueue } from './terminal/output-queue.ts';
import { nextFrame } from './terminal/frames.ts';
import { createVmClient } from './worker/client.ts';
import { welcome } from './welcome.ts';

const storage = browserStorage();
const store = createStore(initialState(FIRST_PATH, loadPreferences(storage)));
const output = createOutputQueue({ schedule: nextFrame });
const boardOutput = createOutputQueue({ schedule: nextFrame });

createNotices(byId('notices'), { store });
createToolbar(byId('bar'), { store });
createDocumentHead(byId('editor-head'), { store });
createProfileChoice(byId('profile') as HTMLSelectElement, { store });
createSplit(byId('split'), { store, area: byId('pair') });
const editor = createEditor(byId('editor'), { store });
createErrorReport(byId('error-report'), { store });

/** A page that brings frozen modules names their image: <meta name="pykopi-image" content="my.image">. */
const image = document.querySelector<HTMLMetaElement>('meta[name="pykopi-image"]')?.content;

const session = createSession({
  store,
  createVm: (events, options) => createVmClient(events, { ...options, image }),
  output: (bytes) => output.push(bytes),
  forceJavaScript: new URLSearchParams(location.search).get('engine') === 'js',
});
const files = createJointFiles(session.vm.files);
const documents = createDocuments({
  store,
  files,
  drafts: createDrafts(storage),
  view: editor,
  welcome,
});
session.connect(documents);

const prepare = createCompiling({
  store,
  compile: (name, source) => session.vm.compile(name, source),
});
const panel = createFilesPanel(byId('files-pane'), {
  store,
  documents,
  files,
  prepare,
  root: '/',
  copyTo: () => (isUsable(store.state) ? { text: 'Copy to board', root: BOARD_ROOT } : null),
});
createFilesPanel(byId('board-pane'), {
  store,
  documents,
  files,
  prepare,
  root: BOARD_ROOT,
  copyTo: () => ({ text: 'Copy to page', root: '/' }),
});
const boards = createBoards(byId('board-pane'), {
  store,
  documents,
  files,
  output: (bytes) => void boardOutput.push(bytes),
});
createFlashDialog({ store, boards });
createExamplesMenu({
  store,
  documents,
  files,
  base: './examples/',
});
createShortcuts({ store });

// The terminal's code comes after the first paint; output waits in the queue for it.
const terminal = import('./terminal/terminals.ts').then(({ createTerminals }) =>
  createTerminals({ store, output: { page: output, board: boardOutput } }),
);
createKeyRow(byId('keys'), {
  press: (send, application) => void terminal.then((made) => made.press(send, application)),
});
createViews(byId('tabs'), {
  store,
  area: byId('panes'),
  focus: {
    editor: () => editor.focus(),
    terminal: () => void terminal.then((made) => made.focus()),
    files: () => panel.focus(),
  },
});

store.watch(
  (state) => state.preferences,
  (preferences) => storePreferences(storage, preferences),
);
addEventListener('pagehide', () => documents.keepDraft());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') documents.keepDraft();
});
