// One program: a new VM with the program's files, all output collected.

import { loadPykopi } from '../dist/pykopi.mjs';

onmessage = async ({ data: job }) => {
  try {
    postMessage({ output: await run(job) });
  } catch (error) {
    postMessage({ failure: String(error.stack ?? error) });
  }
};

async function run(job) {
  const chunks = [];
  const input = new TextEncoder().encode(job.stdin);
  let position = 0;
  const write = (bytes) => void chunks.push(bytes.slice());
  const vm = await loadPykopi({
    profile: job.profile,
    forceJavaScript: job.engine === 'js',
    linebuffer: false,
    stdin: () => (position < input.length ? input[position++] : null),
    stdout: write,
    stderr: write,
  });
  for (const [name, base64] of Object.entries(job.files)) {
    const folders = name.split('/').slice(0, -1);
    folders.forEach((_, i) => {
      const folder = `/${folders.slice(0, i + 1).join('/')}`;
      if (!vm.FS.analyzePath(folder).exists) vm.FS.mkdir(folder);
    });
    vm.FS.writeFile(`/${name}`, Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
  }
  let report = '';
  try {
    await vm.runPythonAsync(job.source);
  } catch (error) {
    if (error.name !== 'PythonError') throw error;
    report = error.message;
  }
  const bytes = await new Blob(chunks).arrayBuffer();
  const output = new TextDecoder().decode(bytes) + report;
  return output
    .replaceAll('File "<stdin>"', `File "${job.fileName}"`)
    .replaceAll(/^<stdin>:/gm, `${job.fileName}:`);
}
