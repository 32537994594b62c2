/** The editor: CodeMirror 6 for Python. It holds the text; `documents.ts` decides where it goes. */

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';

import type { TextView } from '../state/documents.ts';
import { shownPath } from '../state/paths.ts';
import type { Store } from '../state/store.ts';
import type { RunError } from '../worker/client.ts';
import { errorMark, setLineError } from './error-mark.ts';
import { errorText, errorLineIn } from './error-place.ts';
import { editorLook } from './theme.ts';
import { wrapping } from './wrapping.ts';

export interface EditorPane extends TextView {
  focus(): void;
  dispose(): void;
}

export interface EditorOptions {
  store: Store;
}

/** Marks changes that the page makes itself, so that they do not count as typing. */
const byPage = Annotation.define<boolean>();

/** The words of the search panel, written as the page writes. */
const phrases = {
  next: 'Next',
  previous: 'Previous',
  all: 'All',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
};

/** How many files keep their undo history. */
const KEPT_FILES = 20;

export function createEditor(host: HTMLElement, { store }: EditorOptions): EditorPane {
  const kept = new Map<string, EditorState>();
  let shown = '';

  const onUpdate = EditorView.updateListener.of((update) => {
    if (!update.docChanged) return;
    if (update.transactions.every((transaction) => transaction.annotation(byPage))) return;
    store.emit('document-edited');
  });

  const newState = (path: string, text: string) =>
    EditorState.create({ doc: text, extensions: [extensions(path), onUpdate] });

  const view = new EditorView({ parent: host, state: newState('', '') });

  function keep(): void {
    kept.delete(shown);
    kept.set(shown, view.state);
    if (kept.size > KEPT_FILES) kept.delete(kept.keys().next().value!);
  }

  function show(path: string, text: string): void {
    if (path === shown) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: byPage.of(true),
      });
      return;
    }
    if (shown !== '') keep();
    shown = path;
    const old = kept.get(path);
    view.setState(old && old.doc.toString() === text ? old : newState(path, text));
    view.dispatch({ effects: setLineError.of(null) });
  }

  function markError(error: RunError | null): void {
    const line = error && errorLineIn(error, shown);
    const mark = error && line ? { line, text: errorText(error) } : null;
    view.dispatch({ effects: setLineError.of(mark) });
    if (mark) goTo(mark.line, false);
  }

  function goTo(line: number, focus = true): void {
    const place = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
    view.dispatch({
      selection: focus ? { anchor: place.from } : undefined,
      effects: EditorView.scrollIntoView(place.from, { y: 'center' }),
    });
    if (focus) view.focus();
  }

  const stops = [
    store.watch((state) => state.error, markError),
    store.on('document-shown', () => markError(store.state.error)),
  ];

  return {
    show,
    text: () => view.state.doc.toString(),
    forget: (path) => void kept.delete(path),
    goTo: (line) => goTo(line),
    focus: () => view.focus(),
    dispose() {
      for (const stop of stops) stop();
      view.destroy();
    },
  };
}

function extensions(path: string): Extension {
  const isPython = path.endsWith('.py');
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of('    '),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    highlightSelectionMatches(),
    isPython ? python() : [],
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    EditorState.phrases.of(phrases),
    wrapping,
    errorMark,
    editorLook,
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': `Text of ${shownPath(path)}. Escape, then Tab leaves the editor.`,
    }),
  ];
}
