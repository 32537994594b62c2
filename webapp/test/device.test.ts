import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Board, BoardInfo } from '../src/device/board.ts';
import {
  addressInName,
  addressProblem,
  backupName,
  memoryText,
  parseAddress,
  readRegion,
} from '../src/device/flash-address.ts';
import type { LinkEvents } from '../src/device/link.ts';
import { networkAddress, networkProblem } from '../src/device/network-address.ts';
import { createPace } from '../src/device/pace.ts';
import { type BoardPort, usbName, type Way } from '../src/device/port.ts';
import { ReceiveQueue } from '../src/device/receive-queue.ts';
import { withoutHeaders } from '../src/device/web-usb.ts';
import { within } from '../src/device/within.ts';
import { createCompiling } from '../src/files/compiling.ts';
import { createNaming } from '../src/files/naming.ts';
import { treeRows } from '../src/files/tree.ts';
import { createBoardSession } from '../src/state/board-session.ts';
import type { Documents } from '../src/state/documents.ts';
import { createJointFiles } from '../src/state/joint-files.ts';
import { defaultPreferences, initialState } from '../src/state/model.ts';
import { BOARD_ROOT } from '../src/state/paths.ts';
import { createStore } from '../src/state/store.ts';
import type { FileInfo, VmFiles } from '../src/worker/client.ts';

/** Files in a map. */
function filesIn(contents: Map<string, Uint8Array>): VmFiles {
  return {
    list: async () =>
      [...contents].map(([path, data]) => ({ path, size: data.length, isFolder: false })),
    async read(path) {
      const data = contents.get(path);
      if (!data) throw new Error('ENOENT');
      return data;
    },
    write: async (path, data) => void contents.set(path, data),
    async rename(from, to) {
      contents.set(to, contents.get(from)!);
      contents.delete(from);
    },
    remove: async (path) => void contents.delete(path),
    mkdir: async () => undefined,
  };
}

const text = (data: Uint8Array) => new TextDecoder().decode(data);
const bytes = (data: string) => new TextEncoder().encode(data);
const settle = () => new Promise((resolve) => setTimeout(resolve, 1));

test('files of the page and of the board are one tree', async () => {
  const local = new Map([['/main.py', bytes('here')]]);
  const board = new Map([['/boot.py', bytes('there')]]);
  const files = createJointFiles(filesIn(local));
  await assert.rejects(() => files.read(BOARD_ROOT + '/boot.py'), /No board is connected/);
  files.setBoard(filesIn(board));
  await files.refreshBoard();
  assert.deepEqual(
    (await files.list()).map((file) => file.path),
    ['/main.py', '/board:/boot.py'],
  );
  assert.equal(text(await files.read('/board:/boot.py')), 'there');
  await files.write('/board:/main.py', bytes('new'));
  assert.equal(text(board.get('/main.py')!), 'new');
  assert.equal(text(local.get('/main.py')!), 'here');
  await files.rename('/board:/main.py', '/board:/app.py');
  assert.ok(board.has('/app.py') && !board.has('/main.py'));
  await assert.rejects(() => files.rename('/main.py', '/board:/main.py'), /copied, not moved/);
  await files.remove('/board:/app.py');
  assert.deepEqual([...board.keys()], ['/boot.py']);
  files.setBoard(null);
  assert.equal((await files.list()).length, 1);
});

test('the list of a board starts at its root', () => {
  const files: FileInfo[] = ['/a.py', '/board:/b.py', '/board:/lib/c.py'].map((path) => ({
    path,
    size: 1,
    isFolder: false,
  }));
  const rows = treeRows(files, new Set(), BOARD_ROOT);
  assert.deepEqual(
    rows.map(({ name, depth }) => [name, depth]),
    [
      ['lib', 0],
      ['c.py', 1],
      ['b.py', 0],
    ],
  );
});

test('names below a root are typed without it', () => {
  const naming = createNaming(BOARD_ROOT);
  assert.equal(naming.shownHere('/board:/lib/a.py'), 'lib/a.py');
  assert.equal(naming.pathOf('lib/../a.py'), '/board:/a.py');
  assert.match(naming.problemHere('a.py', new Set(['/board:/a.py']))!, /exists already/);
  assert.equal(naming.problemHere('a.py', new Set(['/a.py'])), null);
  assert.equal(createNaming('/').pathOf('a.py'), '/a.py');
});

test('bytes of a board wait in a queue', async () => {
  const queue = new ReceiveQueue();
  const began = performance.now();
  await queue.wait(20);
  assert.ok(performance.now() - began >= 15);
  setTimeout(() => queue.push(bytes('abc')), 5);
  await queue.wait(5000);
  queue.push(bytes('de'));
  const target = new Uint8Array(8);
  assert.equal(queue.take(target, 4), 4);
  assert.equal(text(target.subarray(0, 4)), 'abcd');
  assert.equal(queue.take(target, 4), 1);
  assert.equal(queue.size, 0);
});

test('no wait is without an end', async () => {
  assert.equal(await within(5000, Promise.resolve(1), 'late'), 1);
  await assert.rejects(() => within(10, new Promise(() => {}), 'too late'), /too late/);
});

test('addresses in flash memory', () => {
  assert.equal(parseAddress('0x1000'), 4096);
  assert.equal(parseAddress(' 64k '), 65536);
  assert.equal(parseAddress('1M'), 1048576);
  assert.equal(parseAddress('12q'), null);
  assert.equal(parseAddress('0xFFFFFFFF'), null);
  assert.equal(addressProblem('', 1), null);
  assert.match(addressProblem('', 2)!, /each needs/);
  assert.match(addressProblem('0x123', 1)!, /multiple/);
  assert.equal(addressInName(backupName({ address: 0x9000, size: 4096 })), '0x9000');
  assert.equal(addressInName('firmware.bin'), '');
});

test('a part of the memory is checked before it is used', () => {
  assert.deepEqual(readRegion('36K', '0x6000', -1), { address: 0x9000, size: 0x6000 });
  assert.deepEqual(readRegion('3M', '1M', 4 << 20), { address: 3 << 20, size: 1 << 20 });
  assert.match(readRegion('3M', '1028K', 4 << 20) as string, /beyond the memory of 4 MB/);
  assert.match(readRegion('', '4K', -1) as string, /start looks like/);
  assert.match(readRegion('0', '0', -1) as string, /size looks like/);
  assert.match(readRegion('0x9000', '100', -1) as string, /multiples of 0x1000/);
  assert.equal(memoryText(24 * 1024), '24 KB');
  assert.equal(memoryText(1000), '1000 bytes');
});

test('pace is told once it is known', () => {
  let now = 0;
  const pace = createPace(() => now);
  assert.equal(pace.text('write', 0, 1_000_000), '');
  now = 500;
  assert.equal(pace.text('write', 0.05, 1_000_000), '');
  now = 2000;
  assert.equal(pace.text('write', 0.2, 1_000_000), '100 kB/s, 8 s left');
  now = 2100;
  assert.equal(pace.text('check', 0, 0), '', 'a new step begins anew');
});

test('ports have names that people know', () => {
  assert.equal(usbName({ vendor: 0x10c4, product: 0xea60 }), 'CP2102 adapter');
  assert.equal(usbName({ vendor: 1, product: 2 }), 'USB device 0001:0002');
  assert.equal(usbName(undefined), 'Serial port');
});

function sessionWith(
  board: Partial<Board>,
  contents = new Map<string, Uint8Array>(),
  {
    way = 'cable',
    onAsk = () => {},
    loading = Promise.resolve(),
  }: { way?: Way; onAsk?: () => void; loading?: Promise<void> } = {},
) {
  const store = createStore(initialState('/main.py', { ...defaultPreferences }));
  const files = createJointFiles(filesIn(new Map()));
  const said: string[] = [];
  const notices: string[] = [];
  store.on('notice-given', (notice) => notices.push(notice.text));
  let events!: LinkEvents;
  let cancelled = 0;
  const documents = {
    text: () => 'print(1)',
    refreshFiles: async () => store.emit('files-listed', { files: await files.list() }),
  } as unknown as Documents;
  const session = createBoardSession({
    store,
    documents,
    files,
    async askPort() {
      onAsk();
      return { name: 'A port', way } as BoardPort;
    },
    openBoard: async (_port, given) => {
      events = given;
      await loading;
      return {
        board: { files: filesIn(contents), close: async () => undefined, ...board } as Board,
        type: async () => undefined,
        cancel: () => void cancelled++,
      };
    },
    output: (data) => said.push(text(data)),
    log: () => undefined,
  });
  return {
    store,
    files,
    session,
    said,
    notices,
    lost: () => events.onLost(),
    stops: () => cancelled,
  };
}

test('a board is found, its files are listed, a program runs', async () => {
  const { store, said } = sessionWith(
    {
      find: async () => ({ python: 'MicroPython 1.27.0', machine: 'ESP32', mpyVersion: 6 }),
      run: async (code) => {
        assert.equal(code, 'print(1)');
        await Promise.resolve();
        assert.equal(store.state.board.status, 'running');
        return { stopped: false, traceback: 'ValueError: x\n' };
      },
    },
    new Map([['/boot.py', bytes('x')]]),
  );
  store.emit('board-connect-asked', { way: 'cable' });
  await settle();
  assert.equal(store.state.board.status, 'ready');
  assert.equal(store.state.board.machine, 'ESP32');
  assert.equal(store.state.terminal, 'board');
  assert.deepEqual(
    store.state.files.map((file) => file.path),
    ['/board:/boot.py'],
  );
  store.emit('board-run-asked');
  await settle();
  assert.equal(store.state.board.status, 'ready');
  assert.match(said.join(''), /main\.py[^]*ValueError: x\r\n>>> $/);
});

test('a board on the network without a prompt is no board', async () => {
  const { store, notices } = sessionWith(
    { find: () => Promise.reject(new Error('the board refuses the password')) },
    new Map(),
    { way: 'network' },
  );
  store.emit('board-connect-asked', { way: 'network' });
  await settle();
  assert.equal(store.state.board.status, 'none');
  assert.match(notices.join(), /could not be connected: the board refuses/);
});

test('a board without a prompt can be flashed', async () => {
  const { store } = sessionWith({
    find: () => Promise.reject(new Error('no MicroPython prompt')),
  });
  store.emit('board-connect-asked', { way: 'cable' });
  await settle();
  assert.equal(store.state.board.status, 'silent');
});

test('files of a board wait for the end of a program', async () => {
  let end!: () => void;
  const { store, files, session, stops } = sessionWith({
    find: async () => ({ python: '', machine: '', mpyVersion: 6 }),
    run: () =>
      new Promise((resolve) => {
        end = () => resolve({ stopped: true, traceback: '' });
      }),
  });
  store.emit('board-connect-asked', { way: 'cable' });
  await settle();
  store.emit('board-run-asked');
  await settle();
  await assert.rejects(() => files.read('/board:/a'), /Stop it first/);
  await assert.rejects(() => session.use('x', async () => undefined), /Stop it first/);
  store.emit('stop-asked');
  assert.equal(stops(), 1);
  end();
  await settle();
  assert.equal(store.state.board.status, 'ready');
});

test('programs are compiled for a board that takes that', async () => {
  const { store } = sessionWith({});
  const prepare = createCompiling({ store, compile: async (name) => bytes(`compiled ${name}`) });
  const made = async (path: string) => {
    const { path: to, data } = await prepare(path, bytes('x = 1'));
    return [to, text(data)];
  };
  assert.deepEqual(await made('/board:/lib/a.py'), ['/board:/lib/a.py', 'x = 1']);
  store.emit('compiles-chosen', { on: true });
  store.emit('board-changed', { status: 'ready', mpyVersion: 6 });
  assert.deepEqual(await made('/board:/lib/a.py'), ['/board:/lib/a.mpy', 'compiled a.py']);
  for (const path of ['/a.py', '/board:/main.py', '/board:/boot.py', '/board:/a.txt']) {
    assert.deepEqual(await made(path), [path, 'x = 1']);
  }
  store.emit('board-changed', { mpyVersion: 5 });
  await assert.rejects(() => made('/board:/a.py'), /takes compiled files of version 5/);
  store.emit('board-changed', { mpyVersion: 0 });
  await assert.rejects(() => made('/board:/a.py'), /takes no compiled files/);
});

test('a board that leaves the bus when it restarts is used again without a question', async () => {
  let asked = 0;
  const { store, session, lost, notices } = sessionWith({}, new Map(), { onAsk: () => asked++ });
  assert.equal(await session.open(), true);
  await session.use('Chip info', async () => lost());
  await settle();
  assert.equal(store.state.board.status, 'none');
  assert.equal(await session.open(), true);
  assert.equal(asked, 1);
  assert.deepEqual(notices, []);
  store.emit('board-disconnect-asked');
  await settle();
  await session.open();
  assert.equal(asked, 2);
});

test('a board is ready again after work that overlaps', async () => {
  const { store, files } = sessionWith(
    { find: async () => ({ python: '', machine: '', mpyVersion: 6 }) },
    new Map([['/a', bytes('x')]]),
  );
  store.emit('board-connect-asked', { way: 'cable' });
  await settle();
  await Promise.all([files.refreshBoard(), files.read('/board:/a')]);
  assert.equal(store.state.board.status, 'ready');
});

test('a board whose files could not be listed has its prompt, and is flashed', async () => {
  const { store, session, notices } = sessionWith({
    find: async () => ({ python: '', machine: '', mpyVersion: 6 }),
    files: { ...filesIn(new Map()), list: () => Promise.reject(new Error('no list')) },
  });
  store.emit('board-connect-asked', { way: 'cable' });
  await settle();
  assert.equal(store.state.board.status, 'ready');
  assert.match(notices.join(), /could not be listed: no list/);
  assert.equal(await session.use('Chip info', async () => 'done'), 'done');
});

test('an unplugged board is gone at once', async () => {
  const { store, lost, notices } = sessionWith(
    { find: async () => ({ python: '', machine: '', mpyVersion: 6 }) },
    new Map([['/boot.py', bytes('x')]]),
  );
  store.emit('board-connect-asked', { way: 'cable' });
  await settle();
  lost();
  await settle();
  assert.equal(store.state.board.status, 'none');
  assert.equal(store.state.terminal, 'page');
  assert.deepEqual(store.state.files, []);
  assert.match(notices.join(), /unplugged/);
});

test('the headers of packets are left out', () => {
  const transfer = Uint8Array.from({ length: 140 }, (_, i) => i);
  assert.equal(withoutHeaders(transfer, 64, 0), transfer);
  const line = withoutHeaders(transfer, 64, 2);
  assert.equal(line.length, 140 - 3 * 2);
  assert.deepEqual([...line.subarray(60, 64)], [62, 63, 66, 67]);
  assert.deepEqual([...line.subarray(-2)], [138, 139]);
  assert.equal(withoutHeaders(Uint8Array.of(1, 96), 64, 2).length, 0);
});

test('addresses on the network', () => {
  assert.equal(networkAddress(' 192.168.4.1 '), 'ws://192.168.4.1:8266');
  assert.equal(networkAddress('esp.local:80'), 'ws://esp.local:80');
  assert.equal(networkAddress('WSS://Board/'), 'wss://board:8266');
  assert.equal(networkAddress('[fe80::1]'), 'ws://[fe80::1]:8266');
  for (const typed of ['', 'a b', 'http://x', 'x:y', 'x:99999', 'ws://', 'x/y', 'a@b']) {
    assert.equal(networkAddress(typed), null, typed);
  }
  assert.match(networkProblem('', 'http:')!, /looks like/);
  assert.equal(networkProblem('192.168.4.1', 'http:'), null);
  assert.match(networkProblem('192.168.4.1', 'https:')!, /https/);
  assert.equal(networkProblem('wss://192.168.4.1', 'https:'), null);
  assert.equal(networkProblem('127.0.0.1:8266', 'https:'), null);
});

test('a board that is left before it was there does not come', async () => {
  let load = () => {};
  const loading = new Promise<void>((resolve) => {
    load = resolve;
  });
  const { store } = sessionWith({}, new Map(), { loading });
  store.emit('board-connect-asked', { way: 'cable' });
  await settle();
  assert.equal(store.state.board.status, 'connecting');
  store.emit('board-disconnect-asked');
  load();
  await settle();
  assert.equal(store.state.board.status, 'none');
  assert.equal(store.state.terminal, 'page');
});

test('a board that is left while its prompt or its files come leaves nothing behind', async () => {
  let find: (info: BoardInfo) => void = () => {};
  let list: (found: FileInfo[]) => void = () => {};
  const { store } = sessionWith({
    find: () => new Promise((resolve) => (find = resolve)),
    files: {
      ...filesIn(new Map()),
      list: () => new Promise((resolve) => (list = resolve)),
    },
  });
  const info = { python: 'MicroPython 1.27.0', machine: '', mpyVersion: 6 };
  store.emit('board-connect-asked', { way: 'cable' });
  await settle();
  store.emit('board-disconnect-asked');
  find(info);
  await settle();
  assert.equal(store.state.board.status, 'none');
  store.emit('board-connect-asked', { way: 'cable' });
  await settle();
  find(info);
  await settle();
  store.emit('board-disconnect-asked');
  list([{ path: '/boot.py', size: 1, isFolder: false }]);
  await settle();
  assert.deepEqual(store.state.files, []);
});
