// Runs programs in a worker, one after the other. The Java side calls runJob.

const SECONDS = 60;
let worker = null;

/** Runs one program to its end; resolves with all it wrote. A program that hangs loses its worker. */
globalThis.runJob = (job) =>
  new Promise((resolve, reject) => {
    worker ??= new Worker(new URL('worker.mjs', import.meta.url), { type: 'module' });
    const done = (action, value) => {
      clearTimeout(timer);
      action(value);
    };
    const giveUp = (text) => {
      worker.terminate();
      worker = null;
      done(reject, new Error(text));
    };
    const timer = setTimeout(() => giveUp(`no end after ${SECONDS} s`), SECONDS * 1000);
    worker.onerror = (event) => giveUp(event.message);
    worker.onmessage = ({ data }) =>
      data.failure === undefined ? done(resolve, data.output) : giveUp(data.failure);
    worker.postMessage(job);
  });
globalThis.harnessReady = true;
