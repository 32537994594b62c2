// Some of the programs by hand in JavaScript, as somebody would write them who never heard of Python.

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function loop(n) {
  let total = 0;
  for (let i = 1; i <= n; i++) total += i % 3 ? i : 1;
  return total;
}

function lists(n) {
  const prime = new Array(n + 1).fill(true);
  prime[0] = prime[1] = false;
  for (let i = 2; i * i <= n; i++) {
    if (prime[i]) for (let k = i * i; k <= n; k += i) prime[k] = false;
  }
  const found = [];
  for (let i = 0; i <= n; i++) if (prime[i]) found.push(i);
  found.sort((a, b) => (a % 1000) - (b % 1000));
  return found.length * 1000 + (found[10] % 1000);
}

function gcd(a, b) {
  while (b) [a, b] = [b, a % b];
  return a;
}

function bits(n) {
  let count = 0;
  for (; n; n &= n - 1) count++;
  return count;
}

function collatz(n) {
  let steps = 0;
  for (; n !== 1; steps++) n = n % 2 ? 3 * n + 1 : n / 2;
  return steps;
}

function ints(n) {
  let total = 0;
  for (let i = 1; i < n; i++) {
    total += gcd(i * 12, 1 + (i << 3)) + bits(i ^ (i >> 1)) + Math.floor(i / 7) - (i % 5);
    if (i % 8 === 0) total += collatz(i);
  }
  return total;
}

function mandelbrot(size) {
  let total = 0;
  for (let row = 0; row < size; row++) {
    const ci = (2 * row) / size - 1;
    for (let column = 0; column < size; column++) {
      const cr = (3 * column) / size - 2;
      let zr = 0;
      let zi = 0;
      let i = 0;
      for (; i < 49; i++) {
        const rr = zr * zr;
        const ii = zi * zi;
        if (rr + ii > 4) break;
        zi = 2 * zr * zi + ci;
        zr = rr - ii + cr;
      }
      total += i;
    }
  }
  return total;
}

const element = (i, j) => 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);

function times(v, at) {
  return v.map((_, i) => v.reduce((sum, x, j) => sum + at(i, j) * x, 0));
}

function spectral(n) {
  const square = (v) => times(times(v, element), (i, j) => element(j, i));
  let u = new Array(n).fill(1);
  let v = u;
  for (let k = 0; k < 3; k++) {
    v = square(u);
    u = square(v);
  }
  let product = 0;
  let norm = 0;
  for (let i = 0; i < n; i++) {
    product += u[i] * v[i];
    norm += v[i] * v[i];
  }
  return Math.trunc(Math.sqrt(product / norm) * 10000);
}

function flip(numbers) {
  const order = numbers.slice();
  let flips = 0;
  for (let first = order[0]; first; first = order[0], flips++) {
    for (let i = 0, j = first; i < j; i++, j--) [order[i], order[j]] = [order[j], order[i]];
  }
  return flips;
}

function fannkuch(n) {
  const numbers = Array.from({ length: n }, (_, i) => i);
  const count = new Array(n).fill(0);
  let best = 0;
  let checksum = 0;
  for (let sign = 1; ; sign = -sign) {
    const flips = flip(numbers);
    best = Math.max(best, flips);
    checksum += sign * flips;
    if (sign === 1) {
      [numbers[0], numbers[1]] = [numbers[1], numbers[0]];
      continue;
    }
    [numbers[1], numbers[2]] = [numbers[2], numbers[1]];
    for (let i = 2; i < n; i++) {
      if (count[i] < i) {
        count[i]++;
        break;
      }
      count[i] = 0;
      if (i === n - 1) return checksum * 100 + best;
      numbers.splice(i + 1, 0, numbers.shift());
    }
  }
}

function queens(n) {
  const place = (columns) => {
    const row = columns.length;
    if (row === n) return 1;
    let number = 0;
    for (let column = 0; column < n; column++) {
      if (columns.every((c, r) => c !== column && Math.abs(column - c) !== row - r)) {
        number += place([...columns, column]);
      }
    }
    return number;
  };
  return place([]);
}

function floats(steps) {
  const bodies = [
    [0, 0, 0, 0, 0, 0, 40],
    [5, -1, -0.1, 0.6, 2.7, -0.02, 0.04],
    [8, 4, -0.4, -1, 1.8, 0.008, 0.01],
  ];
  const dt = 0.001;
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < 3; i++) {
      const a = bodies[i];
      for (let j = i + 1; j < 3; j++) {
        const b = bodies[j];
        const d = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
        const d2 = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
        const m = dt / (d2 * Math.sqrt(d2));
        for (let k = 0; k < 3; k++) {
          a[3 + k] -= d[k] * b[6] * m;
          b[3 + k] += d[k] * a[6] * m;
        }
      }
    }
    for (const a of bodies) for (let k = 0; k < 3; k++) a[k] += dt * a[3 + k];
  }
  let energy = 0;
  bodies.forEach((a, i) => {
    energy += 0.5 * a[6] * (a[3] ** 2 + a[4] ** 2 + a[5] ** 2);
    for (const b of bodies.slice(i + 1)) {
      energy -= (a[6] * b[6]) / Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }
  });
  return Math.trunc(energy * 100);
}

export const PROGRAMS = {
  fannkuch,
  fib,
  floats,
  ints,
  lists,
  loop,
  mandelbrot,
  queens,
  spectral,
};
