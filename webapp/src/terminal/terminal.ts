/** The terminal: xterm.js, a pure pipe of bytes between the user and the VM. */

import { FitAddon } from '@xterm/addon-fit';
import { Terminal, type ILink } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';

import type { Store } from '../state/store.ts';
import { isFreshPrompt, pastedBytes } from './keys.ts';
import type { Sink } from './output-queue.ts';
import { terminalTheme } from './theme.ts';
import { tracePlaces } from './traceback.ts';

export interface TerminalView {
  readonly sink: Sink;
  /** Sends an extra key, in the form the program asked for. */
  press(send: string, application?: string): void;
  focus(): void;
  dispose(): void;
}

export interface TerminalOptions {
  store: Store;
  label: string;
  /** Whether a line feed alone begins a line at its start, as programs on some boards mean it. */
  convertsLines?: boolean;
  /** Key strokes and pasted text. */
  typed(bytes: Uint8Array): void;
  /** A program runs, so Ctrl-C stops it and Escape is for it. */
  isBusy(): boolean;
  /** Python waits at its prompt. */
  isIdle(): boolean;
  /** The file of the page that a traceback means; null when it means none. */
  placeOf(file: string): string | null;
}

/** How long Tab after Escape leaves the terminal. */
const ESCAPE_TIME = 2000;

export function createTerminal(host: HTMLElement, options: TerminalOptions): TerminalView {
  const { store, isBusy, isIdle } = options;
  const encoder = new TextEncoder();
  const term = new Terminal({
    fontFamily: getComputedStyle(host).getPropertyValue('--mono') || 'monospace',
    fontSize: 13,
    lineHeight: 1.3,
    convertEol: options.convertsLines ?? false,
    cursorBlink: true,
    scrollback: 10_000,
    overviewRuler: { width: 10 }, // Also the width of the scroll bar.
    minimumContrastRatio: 4.5,
    screenReaderMode: store.state.preferences.screenReader,
    theme: terminalTheme(host),
  });
  const fit = new FitAddon();
  term.loadAddon(fit);
  term.open(host);
  term.textarea?.setAttribute('aria-label', `${options.label}. Escape, then Tab leaves it.`);
  // The cursor is shown after a first focus only, so there is one without taking the focus.
  term.textarea?.dispatchEvent(new FocusEvent('focus'));
  term.textarea?.dispatchEvent(new FocusEvent('blur'));

  const send = (text: string) => options.typed(encoder.encode(text));

  let fitAsked = false;
  function fitSoon(): void {
    if (fitAsked) return;
    fitAsked = true;
    requestAnimationFrame(() => {
      fitAsked = false;
      if (host.clientWidth > 0 && host.clientHeight > 0) fit.fit();
    });
  }

  function currentLine(): { text: string; cursor: number } {
    const buffer = term.buffer.active;
    const line = buffer.getLine(buffer.baseY + buffer.cursorY);
    return { text: line?.translateToString(true) ?? '', cursor: buffer.cursorX };
  }

  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    event.stopPropagation();
    const { text: line, cursor } = currentLine();
    send(pastedBytes(text, isIdle() && isFreshPrompt(line, cursor)));
  }

  let escapedAt = 0;
  /** False: the key is not for the program. */
  function onKey(event: KeyboardEvent): boolean {
    if (event.type !== 'keydown') return true;
    if (event.key === 'Tab' && event.timeStamp - escapedAt < ESCAPE_TIME) return false;
    if (event.key === 'Shift') return true;
    escapedAt = 0;
    if (event.key === 'Escape') {
      escapedAt = event.timeStamp;
      // At the prompt a lone Escape means nothing, and it would swallow the next key.
      return isBusy();
    }
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!control) return true;
    const key = event.key.toLowerCase();
    if (key === 'v') return false; // The browser pastes, and `paste` sees it.
    if (key === 'c' && (event.shiftKey || !isBusy()) && term.hasSelection()) {
      void navigator.clipboard?.writeText(term.getSelection());
      term.clearSelection();
      event.preventDefault();
      return false;
    }
    return true;
  }

  function linksIn(row: number): ILink[] {
    const text = term.buffer.active.getLine(row - 1)?.translateToString(true) ?? '';
    return tracePlaces(text).flatMap(({ start, end, file, line }) => {
      const path = options.placeOf(file);
      if (path === null) return [];
      return {
        text: text.slice(start, end),
        range: { start: { x: start + 1, y: row }, end: { x: end, y: row } },
        activate: () => store.emit('open-asked', { path, line }),
      };
    });
  }

  term.attachCustomKeyEventHandler(onKey);
  host.addEventListener('paste', paste, true);
  const linkProvider = term.registerLinkProvider({
    provideLinks: (row, callback) => callback(linksIn(row)),
  });
  term.onData(send);
  term.onBinary((data) => options.typed(Uint8Array.from(data, (c) => c.charCodeAt(0))));
  const observer = new ResizeObserver(fitSoon);
  observer.observe(host);
  if (host.clientWidth > 0) fit.fit();

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => {
    term.options.theme = terminalTheme(host);
  };
  dark.addEventListener('change', paint);
  const stops = [
    store.watch(
      (state) => state.preferences.theme,
      () => requestAnimationFrame(paint),
    ),
    store.watch(
      (state) => state.preferences.screenReader,
      (on) => {
        term.options.screenReaderMode = on;
      },
    ),
    store.on('clear-terminal-asked', () => {
      if (host.clientWidth > 0) term.clear();
    }),
  ];

  return {
    sink: (block, done) => term.write(block, done),
    press(keys, application) {
      send(application && term.modes.applicationCursorKeysMode ? application : keys);
    },
    focus: () => term.focus(),
    dispose() {
      for (const stop of stops) stop();
      dark.removeEventListener('change', paint);
      host.removeEventListener('paste', paste, true);
      observer.disconnect();
      linkProvider.dispose();
      term.dispose();
    },
  };
}
