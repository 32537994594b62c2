/** The worker: boots the VM and connects it to the page's messages and to the browser's storage. */
import { BlockingServices } from './blocking-services.ts';
import { loadEngine, willSuspend } from './engine.ts';
import { loadImage, useImage } from './image.ts';
import { Machine } from './machine.ts';
import type { Answer, FileRequest, FromWorker, StartMessage, ToWorker } from './protocol.ts';
import { type FileStorage, openStorage } from './storage.ts';
import type { VmState } from './client.ts';
import { words } from '../words.ts';
import { warmUp } from './warm-up.ts';
import { type WorkerEvents, WorkerServices } from './worker-services.ts';

/** How often the page hears of files that a running program writes. */
const TELL_MILLISECONDS = 200;

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
};

const post = (message: FromWorker) => scope.postMessage(message);

let machine: Machine;
let storage: FileStorage;
let state: VmState = 'loading';
let services: WorkerServices;

/** Whose file change this is: the program's are stored and told, the page's only stored. */
let changesBy: 'program' | 'page' = 'program';
const changedPaths = new Set<string>();
let telling: ReturnType<typeof setTimeout> | undefined;

const events: WorkerEvents = {
  onOutput: (bytes) => scope.postMessage({ type: 'output', bytes }, [bytes.buffer as ArrayBuffer]),
  onActivity: setState,
  onFileChanged: noteChange,
  onFileRemoved: noteChange,
};

function setState(next: VmState): void {
  if (state !== next) {
    state = next;
    post({ type: 'state', state });
  }
}

function noteChange(path: string): void {
  storage.touch(path);
  if (changesBy === 'program') {
    changedPaths.add(path);
    telling ??= setTimeout(tellChanges, TELL_MILLISECONDS);
  }
}

/** A change that the page asks for. */
function byPage<T>(change: () => T): T {
  changesBy = 'page';
  try {
    return change();
  } finally {
    changesBy = 'program';
  }
}

async function boot(message: StartMessage): Promise<void> {
  services = willSuspend(message.forceJavaScript)
    ? new WorkerServices(events)
    : new BlockingServices(events, message.shared);
  services.output.isRaw = message.rawOutput;
  const opening = openStorage(message.storage, {
    onRead: (path) => machine.peek(path),
    onForeignChange(path, data) {
      machine.poke(path, data);
      post({ type: 'files-changed', paths: [path] });
    },
    onNotice: (text) => post({ type: 'notice', text }),
  });
  const loading = opening.then(async (opened) => ({ opened, files: await opened.load() }));
  const engine = await loadEngine(
    {
      wasm: message.base + 'pykopi.wasm',
      javaScript: message.base + 'pykopi.js',
      forceJavaScript: message.forceJavaScript,
      onProgress: (loaded, total) => post({ type: 'progress', loaded, total }),
    },
    services,
  );
  machine = new Machine(engine, services, message.profile);
  if (message.image !== null) {
    useImage(engine, await loadImage(message.image));
  }
  const { opened, files } = await loading;
  storage = opened;
  for (const file of files) {
    machine.poke(file.path, file.data);
  }
  const reduced = engine.suspends || message.shared ? [] : ['input', 'interrupt'];
  const ready = { engine: engine.kind, version: machine.version, reduced };
  post({ type: 'ready', ready, suspends: engine.suspends });
  await machine.start();
  await settle();
  warmUp(engine, () => machine.isActive);
}

/** Nothing runs any more: stores the files, then says so. */
async function settle(): Promise<void> {
  if (changedPaths.size > 0) {
    await storage.flush();
    tellChanges();
  }
  if (!machine.isActive) {
    setState('ready');
  }
}

function tellChanges(): void {
  clearTimeout(telling);
  telling = undefined;
  const paths = [...changedPaths];
  changedPaths.clear();
  post({ type: 'files-changed', paths });
}

async function answer(id: number, work: () => Answer | Promise<Answer>): Promise<void> {
  try {
    post({ type: 'answer', id, value: await work() });
  } catch (error) {
    post({ type: 'error', id, message: words(error) });
  }
}

/** A write is done when the browser keeps it. */
async function handleFiles(request: FileRequest): Promise<Answer> {
  const value = byPage(() => machine.handleFiles(request));
  if (request.operation === 'write') {
    await storage.store(request.path);
  }
  return value;
}

async function handle(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'start':
      return await boot(message);
    case 'input':
      services.refresh();
      services.addInput(message.bytes);
      await machine.pump();
      return await settle();
    case 'interrupt':
      if (services.isNewStop()) {
        machine.interrupt();
      }
      await machine.pump();
      return await settle();
    case 'acknowledge':
      return services.output.acknowledge(message.bytes);
    case 'run':
      await answer(message.id, async () => {
        setState('running');
        const result = await machine.run(message.path);
        await settle();
        return result;
      });
      await machine.pump();
      return await settle();
    case 'restart':
      return await answer(message.id, async () => {
        await machine.restart(message.profile);
        await settle();
        return null;
      });
    case 'compile':
      return await answer(message.id, () => machine.compile(message.name, message.source));
    case 'files':
      return await answer(message.id, () => handleFiles(message.request));
  }
}

scope.onmessage = (event) => {
  handle(event.data).catch((error: unknown) => {
    setState('failed');
    post({ type: 'failed', message: words(error) });
  });
};
