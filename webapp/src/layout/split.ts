/** The bar between editor and terminal: dragged, or moved with the arrow keys. */

import { clampShare } from '../state/model.ts';
import type { Store } from '../state/store.ts';

export interface SplitOptions {
  store: Store;
  /** The box that holds both panes; its `--split` is the editor's share. */
  area: HTMLElement;
}

const STEP = 0.04;

export function createSplit(bar: HTMLElement, { store, area }: SplitOptions): { dispose(): void } {
  const stacked = () => getComputedStyle(area).flexDirection === 'column';

  function onPointerDown(event: PointerEvent): void {
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    bar.classList.add('dragged');
  }

  function onPointerMove(event: PointerEvent): void {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const box = area.getBoundingClientRect();
    const share = stacked()
      ? (event.clientY - box.top) / box.height
      : (event.clientX - box.left) / box.width;
    store.emit('split-moved', { share });
  }

  function onKey(event: KeyboardEvent): void {
    const share = store.state.preferences.split;
    const target = {
      ArrowLeft: share - STEP,
      ArrowUp: share - STEP,
      ArrowRight: share + STEP,
      ArrowDown: share + STEP,
      Home: 0,
      End: 1,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    store.emit('split-moved', { share: clampShare(target) });
  }

  const release = () => bar.classList.remove('dragged');
  const turn = () => bar.setAttribute('aria-orientation', stacked() ? 'horizontal' : 'vertical');

  bar.addEventListener('pointerdown', onPointerDown);
  bar.addEventListener('pointermove', onPointerMove);
  bar.addEventListener('lostpointercapture', release);
  bar.addEventListener('keydown', onKey);
  window.addEventListener('resize', turn);
  const stops = [
    store.watch(
      (state) => state.preferences.split,
      (share) => {
        area.style.setProperty('--split', String(share));
        bar.setAttribute('aria-valuenow', String(Math.round(share * 100)));
      },
    ),
    store.watch(
      (state) => state.preferences.stacked,
      (isStacked) => {
        area.classList.toggle('stacked', isStacked);
        turn();
      },
    ),
  ];
  return {
    dispose() {
      for (const stop of stops) stop();
      window.removeEventListener('resize', turn);
    },
  };
}
