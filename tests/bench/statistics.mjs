// Medians, spreads and means of ratios.

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Half the distance between the fastest and the slowest, as a part of the median. */
export function spread(values) {
  return (Math.max(...values) - Math.min(...values)) / 2 / median(values);
}

export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Ours as a part of the peer's, for each program that both ran; `kind` is first or warm. */
export function ratios(report, ours, peer, kind) {
  const found = {};
  for (const [program, results] of Object.entries(report)) {
    const mine = results[ours]?.[kind];
    const theirs = results[peer]?.[kind];
    if (mine?.length && theirs?.length) found[program] = median(mine) / median(theirs);
  }
  return found;
}
