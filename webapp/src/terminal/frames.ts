/**
 * Calls back before the next frame. A hidden page paints no frames, so a timer does it there; the
 * timer also helps when the page is hidden while it waits.
 */
export function nextFrame(callback: () => void): void {
  let called = false;
  const once = () => {
    if (called) return;
    called = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callback();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, document.visibilityState === 'hidden' ? 0 : 200);
}
