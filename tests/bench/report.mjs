// The figures of a run as text for a terminal and as the document docs/performance.md.

import { geometricMean, median, ratios, spread } from './statistics.mjs';

const MEAN_LIMITS = { pyodide: 1.2, micropython: 0.22 };
const NO_PAUSE =
  'A browser runs WebAssembly in quickly made, slow code first; its optimising compiler works beside it and needs some ' +
  'tenths of a second for the loop of an interpreter. In the pause a page gives it examples to work with (WarmUp). Pyodide ' +
  'has done so when it is ready, as starting CPython takes it seconds.';
const WHY =
  'Why: a string of ours is an object with its text in a second one, both in the heap of the browser, where C has one ' +
  'block; so what makes many short strings loses most. A call of a method of a built-in type goes through a table of the ' +
  'class, which costs the browser a check at each place.';
const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const MB = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

function timeCell(result, kind) {
  if (!result || result.missing) return '-';
  if (result.error) return 'fails';
  if (result[kind].length === 0) return '-';
  return `${median(result[kind]).toFixed(1)} ±${(spread(result[kind]) * 100).toFixed(0)}%`;
}

function programTable(programs, engines, kind) {
  const head = ['program', ...engines.map((engine) => `${engine}, ms`)];
  const against = engines.slice(1).filter((engine) => MEAN_LIMITS[engine]);
  const found = Object.fromEntries(against.map((peer) => [peer, ratios(programs, engines[0], peer, kind)]));
  head.push(...against.map((peer) => `/ ${peer}`));
  const rows = Object.entries(programs).map(([program, results]) => [
    program,
    ...engines.map((engine) => timeCell(results[engine], kind)),
    ...against.map((peer) => found[peer][program]?.toFixed(2) ?? '-'),
  ]);
  return [head, ...rows];
}

function means(programs, engines, kind, hasGoal = true) {
  const lines = [];
  for (const peer of engines.slice(1)) {
    const all = Object.entries(ratios(programs, engines[0], peer, kind));
    if (all.length === 0) continue;
    const mean = geometricMean(all.map(([, ratio]) => ratio));
    const [worst, ratio] = all.toSorted((a, b) => b[1] - a[1])[0];
    const limit = hasGoal && MEAN_LIMITS[peer] ? ` (goal: ${MEAN_LIMITS[peer]})` : '';
    lines.push(
      `${peer}: ${mean.toFixed(2)}${limit} over ${all.length} programs; worst ${worst} ${ratio.toFixed(2)}`,
    );
  }
  return lines;
}

/** First runs with the time added that the engine takes from nothing to its first output. */
function withLoading(atOnce, { first }) {
  const add = ([engine, result]) => {
    const cold = median(first[engine].cold);
    return [engine, { first: (result.first ?? []).map((time) => time + cold) }];
  };
  return Object.fromEntries(
    Object.entries(atOnce).map(([program, results]) => [
      program,
      Object.fromEntries(Object.entries(results).map(add)),
    ]),
  );
}

function loadingTable({ first, sizes, prompt }) {
  const head = ['engine', 'first output cold, ms', 'warm, ms', 'memory', 'brotli', 'gzip', 'raw'];
  const rows = Object.keys(sizes).map((engine) => [
    engine,
    timeCell(first[engine], 'cold'),
    timeCell(first[engine], 'warm'),
    first[engine].memory ? MB(first[engine].memory) : '-',
    kB(sizes[engine].brotli),
    kB(sizes[engine].gzip),
    kB(sizes[engine].raw),
  ]);
  rows.push(['playground: prompt', timeCell(prompt, 'cold'), timeCell(prompt, 'warm'), '', '', '', '']);
  return [head, ...rows];
}

function memoryTable(memory) {
  const engines = Object.keys(Object.values(memory)[0]);
  const rows = Object.entries(memory).map(([name, bytes]) => [
    name,
    ...engines.map((engine) => bytes[engine].toFixed(1)),
  ]);
  return [['bytes per item', ...engines], ...rows];
}

function afterTable(programs, engines) {
  const with_memory = engines.filter((engine) => engine !== 'javascript');
  const rows = Object.entries(programs).map(([program, results]) => [
    program,
    ...with_memory.map((engine) => (results[engine]?.memory ? MB(results[engine].memory) : '-')),
  ]);
  return [['memory after', ...with_memory], ...rows];
}

function desktopTable({ engines, programs }) {
  const names = Object.keys(engines);
  const rows = Object.entries(programs).map(([program, results]) => [
    program,
    ...names.flatMap((name) => [timeCell(results[name], 'first'), timeCell(results[name], 'warm')]),
    ...(names.length === 2
      ? [ratios({ program: results }, names[0], names[1], 'warm').program?.toFixed(2) ?? '-']
      : []),
  ]);
  const head = ['program', ...names.flatMap((name) => [`${name} first, ms`, 'later, ms'])];
  if (names.length === 2) head.push('later, ratio');
  return [head, ...rows];
}

function plain(table) {
  const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)));
  const line = (row) =>
    row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ');
  return table.map(line).join('\n');
}

function tabular([head, ...rows]) {
  const line = (row) => `| ${row.join(' | ')} |`;
  return [line(head), `|${head.map((_, i) => (i ? '--:|' : '---|')).join('')}`, ...rows.map(line)].join('\n');
}

/** Where we lose: what the reader would otherwise have to look for. */
function losses({ programs, machine }, engines) {
  const lines = [];
  if (programs) {
    for (const [peer, limit] of Object.entries({ pyodide: 3, micropython: 1 })) {
      const all = Object.entries(ratios(programs, engines[0], peer, 'first'));
      const slow = all.filter(([, ratio]) => ratio > 1).toSorted((a, b) => b[1] - a[1]);
      const names = slow.map(([program, ratio]) => `${program} ${ratio.toFixed(2)}`).join(', ');
      const beyond = slow.filter(([, ratio]) => ratio > limit).length;
      lines.push(
        `Slower than ${peer}'s first run: ${names || 'none'}. Beyond ${limit} times its time: ${beyond}.`,
      );
    }
    for (const engine of engines) {
      const failed = Object.entries(programs).filter(([, results]) => results[engine]?.error);
      for (const [program, results] of failed) {
        lines.push(`${engine} does not run ${program}: ${results[engine].error}`);
      }
    }
  }
  const busy = Math.max(machine.loadBefore, machine.loadAfter);
  if (machine.loadBefore > 1) {
    lines.push(`The machine was busy (load ${busy.toFixed(1)}): trust the ratios, not the times.`);
  }
  return lines;
}

function sections(report, engines, table, list) {
  const { programs, atOnce, loading, memory, desktop, machine } = report;
  const parts = [];
  const add = (title, ...content) => parts.push([title, content.filter(Boolean).join('\n\n')]);
  const setting = [
    `${machine.date}, commit ${machine.commit}`,
    `${machine.processor}, ${machine.memory}, ${machine.system}`,
    `${machine.browser}; load of the machine ${machine.loadBefore.toFixed(1)} before and ${machine.loadAfter.toFixed(1)} after`,
    `peers: ${Object.entries(machine.peers)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    `${report.pages} fresh pages for each figure, the first run ${report.pause} ms after the page is ready, ${report.rounds} more runs in each page`,
  ];
  if (report.remark) setting.push(report.remark);
  add('Where', list(setting));
  if (programs) {
    add(
      'Mean of our time as a part of theirs, first run in a fresh page',
      list(means(programs, engines, 'first')),
    );
    if (report.rounds > 0) add('The same for later runs in the page', list(means(programs, engines, 'warm')));
  }
  if (atOnce) add('The same for first runs without the pause', list(means(atOnce, engines, 'first')), NO_PAUSE);
  if (atOnce && loading) {
    add(
      'The same from nothing: loading, then a first run at once',
      list(means(withLoading(atOnce, loading), engines, 'first', false)),
    );
  }
  add('Where we lose', list(losses(report, engines)), programs && WHY);
  if (programs) {
    add(
      'First run in a fresh page: median and half the spread',
      table(programTable(programs, engines, 'first')),
    );
    if (report.rounds > 0) add('Fastest later run of a page', table(programTable(programs, engines, 'warm')));
  }
  if (loading) add('Loading', table(loadingTable(loading)));
  if (memory) add('Memory of large collections', table(memoryTable(memory)));
  const hasMemory = programs && Object.values(programs).some((results) => results[engines[0]]?.memory);
  if (hasMemory) add('Memory of the page after a program', table(afterTable(programs, engines)));
  if (desktop) add('Command line', list(Object.values(desktop.engines)), table(desktopTable(desktop)));
  return parts;
}

export function text(report, engines) {
  const list = (lines) => lines.join('\n');
  return sections(report, engines, plain, list)
    .map(([title, content]) => `${title}\n\n${content}\n`)
    .join('\n');
}

export function markdown(report, engines) {
  const list = (lines) => lines.map((line) => `- ${line}`).join('\n');
  const intro =
    '# Performance\n\nWritten by `mvn -Pbench verify` ([tests/bench](../tests/bench/README.md)); do not edit. ' +
    'The chart is [performance.svg](performance.svg), the figures are in [performance.json](performance.json). ' +
    'Programs of which JavaScript has no figure have no version written by hand.\n';
  const body = sections(report, engines, tabular, list).map(
    ([title, content]) => `\n## ${title}\n\n${content}\n`,
  );
  return intro + body.join('');
}
