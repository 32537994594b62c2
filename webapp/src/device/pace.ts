/** How fast a step goes and how long it will take. DOM-free. */

export interface Pace {
  start(): void;
  /** `84 kB/s, 12 s left`; empty while too little is known. */
  text(step: string, part: number, total: number): string;
}

/** Before that the figures jump. */
const FIRST_MILLIS = 800;

export function createPace(now: () => number = () => performance.now()): Pace {
  let current = '';
  let began = 0;
  let firstPart = 0;

  return {
    start() {
      current = '';
    },
    text(step, part, total) {
      if (step !== current || part < firstPart) {
        current = step;
        began = now();
        firstPart = part;
      }
      const millis = now() - began;
      const done = part - firstPart;
      if (millis < FIRST_MILLIS || done <= 0 || part >= 1) return '';
      const seconds = Math.ceil(((1 - part) / done) * (millis / 1000));
      const left = seconds < 90 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
      return total > 0 ? `${((done * total) / millis).toFixed(0)} kB/s, ${left}` : left;
    },
  };
}
