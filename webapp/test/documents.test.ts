import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDocuments, type TextView } from '../src/state/documents.ts';
import { createDrafts } from '../src/state/drafts.ts';
import { defaultPreferences, initialState } from '../src/state/model.ts';
import { memoryStorage } from '../src/state/storage.ts';
import { createStore } from '../src/state/store.ts';
import type { VmFiles } from '../src/worker/client.ts';

/** A file system in memory that can be full. */
function memoryFiles(start: Record<string, string> = {}) {
  const texts = new Map(Object.entries(start));
  const state = { full: false, writes: 0 };
  const files: VmFiles = {
    list: async () =>
      [...texts].map(([path, text]) => ({ path, size: text.length, isFolder: false })),
    read: async (path) => {
      const text = texts.get(path);
      if (text === undefined) throw new Error('[Errno 2] ENOENT');
      return new TextEncoder().encode(text);
    },
    write: async (path, data) => {
      if (state.full) throw new Error('[Errno 28] ENOSPC');
      state.writes++;
      texts.set(path, new TextDecoder().decode(data));
    },
    rename: async (from, to) => {
      texts.set(to, texts.get(from)!);
      texts.delete(from);
    },
    remove: async (path) => void texts.delete(path),
    mkdir: async () => undefined,
  };
  return { files, texts, state };
}

function setUp(files: VmFiles, storage = memoryStorage()) {
  const store = createStore(initialState('/main.py', { ...defaultPreferences }));
  let text = '';
  const view: TextView = {
    show: (_path, shown) => {
      text = shown;
    },
    text: () => text,
    forget: () => undefined,
    goTo: () => undefined,
  };
  const notices: string[] = [];
  store.on('notice-given', (notice) => notices.push(notice.text));
  const drafts = createDrafts(storage);
  const documents = createDocuments({
    store,
    files,
    drafts,
    view,
    welcome: 'welcome',
    saveDelay: 5,
    draftDelay: 1,
  });
  const type = (typed: string) => {
    text = typed;
    store.emit('document-edited');
  };
  return { store, documents, drafts, storage, notices, type, shown: () => text };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('the first visit shows the welcome text and stores it', async () => {
  const { files, texts } = memoryFiles();
  const page = setUp(files);
  assert.equal(page.shown(), 'welcome');
  await page.documents.attach();
  assert.equal(texts.get('/main.py'), 'welcome');
  page.documents.dispose();
});

test('a stored file goes before the welcome text', async () => {
  const page = setUp(memoryFiles({ '/main.py': 'mine' }).files);
  await page.documents.attach();
  assert.equal(page.shown(), 'mine');
  page.documents.dispose();
});

test('text typed before the runtime is there is stored when it comes', async () => {
  const { files, texts } = memoryFiles({ '/main.py': 'old' });
  const page = setUp(files);
  page.type('typed early');
  await page.documents.attach();
  assert.equal(page.shown(), 'typed early');
  assert.equal(texts.get('/main.py'), 'typed early');
  page.documents.dispose();
});

test('a reload in the middle of typing loses nothing', async () => {
  const { files } = memoryFiles();
  const first = setUp(files);
  await first.documents.attach();
  first.type('half a li');
  first.documents.keepDraft();
  first.documents.dispose();
  const second = setUp(files, first.storage);
  assert.equal(second.shown(), 'half a li');
  assert.equal(second.store.state.document.save, 'changed');
  second.documents.dispose();
});

test('the draft is kept soon after each change', async () => {
  const page = setUp(memoryFiles().files);
  page.type('abc');
  await pause(20);
  assert.deepEqual(page.drafts.get('/main.py'), { text: 'abc', saved: false });
  page.documents.dispose();
});

test('typing is saved by itself', async () => {
  const { files, texts } = memoryFiles();
  const page = setUp(files);
  await page.documents.attach();
  page.type('x = 1');
  await pause(40);
  assert.equal(texts.get('/main.py'), 'x = 1');
  assert.equal(page.store.state.document.save, 'saved');
  page.documents.dispose();
});

test('a full storage is told, and the text stays in editor and draft', async () => {
  const { files, state } = memoryFiles();
  const page = setUp(files);
  await page.documents.attach();
  state.full = true;
  page.type('precious');
  assert.equal(await page.documents.save(), false);
  assert.equal(page.shown(), 'precious');
  assert.equal(page.store.state.document.save, 'failed');
  assert.deepEqual(page.drafts.get('/main.py'), { text: 'precious', saved: false });
  assert.match(page.notices[0]!, /main\.py could not be stored: .*ENOSPC/);
  state.full = false;
  assert.equal(await page.documents.save(), true);
  page.documents.dispose();
});

test('a draft outlives a file that the browser took but did not keep', async () => {
  const { files, texts } = memoryFiles();
  const first = setUp(files);
  await first.documents.attach();
  first.type('precious');
  await first.documents.save();
  first.documents.dispose();
  texts.set('/main.py', 'old');
  const second = setUp(files, first.storage);
  await second.documents.attach();
  assert.equal(second.shown(), 'precious');
  assert.equal(texts.get('/main.py'), 'precious');
  second.documents.dispose();
});

test('opening another file keeps unsaved text of a full storage', async () => {
  const { files, state } = memoryFiles({ '/main.py': 'a', '/b.py': 'b' });
  const page = setUp(files);
  await page.documents.attach();
  state.full = true;
  page.type('precious');
  await page.documents.open('/b.py');
  assert.equal(page.shown(), 'b');
  await page.documents.open('/main.py');
  assert.equal(page.shown(), 'precious');
  assert.equal(page.store.state.document.save, 'changed');
  page.documents.dispose();
});

test('what is typed while another file is read or this one is stored stays in its file', async () => {
  const { files, texts } = memoryFiles({ '/main.py': 'one', '/other.py': 'two' });
  const page = setUp({
    ...files,
    async read(path) {
      const data = await files.read(path);
      if (path === '/other.py') page.type('typed while reading');
      return data;
    },
    async write(path, data) {
      await files.write(path, data);
      if (texts.get(path) === 'typed while reading') page.type('typed while writing');
    },
  });
  await page.documents.attach();
  await page.documents.open('/other.py');
  assert.equal(page.shown(), 'two');
  assert.equal(texts.get('/main.py'), 'typed while writing');
  await page.documents.open('/main.py');
  assert.equal(page.shown(), 'typed while writing');
  page.documents.dispose();
});

test('what is typed while the file is renamed is stored under its new name', async () => {
  const { files, texts } = memoryFiles({ '/main.py': 'old' });
  const page = setUp({
    ...files,
    async rename(from, to) {
      await files.rename(from, to);
      page.type('new');
    },
  });
  await page.documents.attach();
  await page.documents.rename('/main.py', '/tool.py');
  assert.equal(page.store.state.document.save, 'changed');
  await pause(20);
  assert.equal(texts.get('/tool.py'), 'new');
  assert.equal(texts.has('/main.py'), false);
  page.documents.dispose();
});

test('a save that falls due during a slow rename does not bring the old name back', async () => {
  const { files, texts } = memoryFiles({ '/main.py': 'old' });
  const page = setUp({
    ...files,
    async rename(from, to) {
      page.type('new');
      await files.rename(from, to);
      await pause(20);
    },
  });
  await page.documents.attach();
  await page.documents.rename('/main.py', '/tool.py');
  await pause(20);
  assert.equal(texts.get('/tool.py'), 'new');
  assert.equal(texts.has('/main.py'), false);
  page.documents.dispose();
});

test('a file that a program changed is shown anew, unless the user typed', async () => {
  const { files, texts } = memoryFiles({ '/main.py': 'a' });
  const page = setUp(files);
  await page.documents.attach();
  texts.set('/main.py', 'by program');
  page.store.emit('files-touched', { paths: ['/main.py'] });
  await pause(5);
  assert.equal(page.shown(), 'by program');
  page.type('by user');
  texts.set('/main.py', 'again');
  page.store.emit('files-touched', { paths: ['/main.py'] });
  await pause(2);
  assert.equal(page.shown(), 'by user');
  assert.match(page.notices[0]!, /changed main\.py/);
  page.documents.dispose();
});

test('rename follows the open file, remove opens another', async () => {
  const { files, texts } = memoryFiles({ '/main.py': 'a', '/b.py': 'b' });
  const page = setUp(files);
  await page.documents.attach();
  await page.documents.rename('/main.py', '/first.py');
  assert.equal(page.store.state.document.path, '/first.py');
  assert.equal(texts.get('/first.py'), 'a');
  await page.documents.remove('/first.py');
  assert.equal(page.store.state.document.path, '/b.py');
  assert.equal(page.shown(), 'b');
  await page.documents.remove('/b.py');
  assert.equal(page.store.state.document.path, '/main.py');
  assert.equal(page.shown(), '');
  page.documents.dispose();
});

test('a file that is not text is refused', async () => {
  const { files } = memoryFiles({ '/main.py': 'a', '/x.bin': 'a\u0000b' });
  const page = setUp(files);
  await page.documents.attach();
  await page.documents.open('/x.bin');
  assert.equal(page.shown(), 'a');
  assert.match(page.notices[0]!, /not text/);
  page.documents.dispose();
});

test('a storage that refuses drafts is told once', () => {
  const storage = memoryStorage();
  const page = setUp(memoryFiles().files, {
    ...storage,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  } as ReturnType<typeof memoryStorage>);
  page.type('a');
  page.documents.keepDraft();
  page.documents.keepDraft();
  assert.equal(page.notices.length, 1);
  page.documents.dispose();
});
