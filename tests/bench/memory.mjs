// Bytes per item of large collections. Ours live in the browser's heap, which is asked after a collection; Pyodide's are
// counted by tracemalloc, which sees every request for memory.

const POINT = `
class Point:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z
`;
/** Name: number of items, Python that makes so many of them. */
const COLLECTIONS = {
  'list of small ints': [1_000_000, (n) => `kept = [i & 63 for i in range(${n})]`],
  'list of distinct floats': [1_000_000, (n) => `kept = [i * 0.5 for i in range(${n})]`],
  'dict with str keys': [100_000, (n) => `kept = {'key%d' % i: i & 63 for i in range(${n})}`],
  'instances with three attributes': [
    100_000,
    (n) => `${POINT}\nkept = [Point(i & 63, None, True) for i in range(${n})]`,
  ],
};
const TRACED = (code) => `
import tracemalloc
tracemalloc.start()
before = tracemalloc.get_traced_memory()[0]
${code}
used = tracemalloc.get_traced_memory()[0] - before
tracemalloc.stop()
used
`;

async function bytesOfOurs(browser, base, engine, code, count) {
  const context = await browser.newContext();
  const tab = await browser.open(`${base}/bench/page.html`, context);
  await tab.until('Boolean(globalThis.bench)');
  await tab.evaluate(`bench.load('${engine}')`);
  const run = (text) => tab.evaluate(`bench.execute(${JSON.stringify(text)}).then(() => 0)`);
  // A few items first: that compiles the code and fills the caches.
  await run(code(100));
  const before = await tab.heap();
  await run(code(count));
  const used = (await tab.heap()) - before;
  await browser.dropContext(context);
  return used;
}

async function bytesOfPyodide(browser, base, code, count) {
  const context = await browser.newContext();
  const tab = await browser.open(`${base}/bench/page.html`, context);
  await tab.until('Boolean(globalThis.bench)');
  await tab.evaluate(`bench.load('pyodide')`);
  const used = await tab.evaluate(`bench.execute(${JSON.stringify(TRACED(code(count)))})`);
  await browser.dropContext(context);
  return used;
}

export async function measureMemory(browser, base, { engines, note }) {
  const report = {};
  for (const [name, [count, code]] of Object.entries(COLLECTIONS)) {
    report[name] = {};
    for (const engine of engines.filter((each) => /^py(kopi|odide)/.test(each))) {
      const used =
        engine === 'pyodide'
          ? await bytesOfPyodide(browser, base, code, count)
          : await bytesOfOurs(browser, base, engine, code, count);
      report[name][engine] = used / count;
      note(`memory ${name} ${engine}: ${(used / count).toFixed(1)} bytes`);
    }
  }
  return report;
}
