// One SVG picture: for each program, how long each engine takes as a multiple of ours, on a logarithmic scale.

import { median } from './statistics.mjs';

const COLOURS = {
  'pykopi-js': '#8a6d3b',
  pyodide: '#2f6fb7',
  micropython: '#c4512d',
  brython: '#7b5ea7',
  skulpt: '#3d8c5f',
  javascript: '#777777',
};
const ROW = 18;
const LEFT = 120;
const WIDTH = 720;
const TOP = 50;
const SMALLEST = 1 / 64;
const LARGEST = 64;

const place = (ratio) => {
  const bounded = Math.min(Math.max(ratio, SMALLEST), LARGEST);
  return LEFT + (Math.log(bounded / SMALLEST) / Math.log(LARGEST / SMALLEST)) * WIDTH;
};

const label = (x, y, content, rest = '') => `<text x="${x.toFixed(1)}" y="${y}" ${rest}>${content}</text>`;

export function chart(programs, engines) {
  const ours = engines[0];
  const peers = engines.filter((engine) => COLOURS[engine]);
  const names = Object.keys(programs);
  const height = TOP + names.length * ROW + 40;
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 30} ${height}" font-family="sans-serif" font-size="11">`,
    '<rect width="100%" height="100%" fill="white"/>',
    label(LEFT, 16, `Time of a first run as a multiple of ${ours}: right of the line ${ours} is faster`),
  ];
  peers.forEach((engine, i) => {
    const x = LEFT + i * 110;
    out.push(`<circle cx="${x + 5}" cy="30" r="4" fill="${COLOURS[engine]}"/>`);
    out.push(label(x + 14, 34, engine));
  });
  for (let ratio = SMALLEST; ratio <= LARGEST; ratio *= 4) {
    const x = place(ratio);
    const line = ratio === 1 ? 'stroke="black"' : 'stroke="#dddddd"';
    out.push(`<path d="M${x.toFixed(1)} ${TOP - 6}V${height - 30}" ${line}/>`);
    const name = ratio < 1 ? `1/${1 / ratio}` : String(ratio);
    out.push(label(x, height - 14, name, 'text-anchor="middle"'));
  }
  names.forEach((program, row) => {
    const y = TOP + row * ROW + ROW / 2;
    out.push(label(LEFT - 8, y + 4, program, 'text-anchor="end"'));
    for (const engine of peers) {
      const mine = programs[program][ours]?.first;
      const theirs = programs[program][engine]?.first;
      if (!mine?.length || !theirs?.length) continue;
      const x = place(median(theirs) / median(mine)).toFixed(1);
      out.push(`<circle cx="${x}" cy="${y}" r="4" fill="${COLOURS[engine]}" fill-opacity="0.8"/>`);
    }
  });
  out.push('</svg>');
  return `${out.join('\n')}\n`;
}
