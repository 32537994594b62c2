/** The line where the last run failed: tinted, marked in the gutter, the message under it. */

import {
  RangeSet,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from '@codemirror/state';
import {
  Decoration,
  EditorView,
  GutterMarker,
  WidgetType,
  gutterLineClass,
} from '@codemirror/view';

import { element } from '../layout/dom.ts';

export interface LineError {
  line: number;
  text: string;
}

export const setLineError = StateEffect.define<LineError | null>();

class ErrorNote extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: ErrorNote): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const note = element('div', { class: 'cm-error-note', role: 'note' }, this.text);
    return element('div', { class: 'cm-error-box' }, note);
  }
}

class ErrorGutter extends GutterMarker {
  override elementClass = 'cm-error-gutter';
}

interface Marks {
  lines: RangeSet<Decoration>;
  gutter: RangeSet<GutterMarker>;
}

const none: Marks = { lines: RangeSet.empty, gutter: RangeSet.empty };

const field = StateField.define<Marks>({
  create: () => none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setLineError))
        return effect.value ? marksFor(transaction.state, effect.value) : none;
    }
    if (marks === none || !transaction.docChanged) return marks;
    return {
      lines: marks.lines.map(transaction.changes),
      gutter: marks.gutter.map(transaction.changes),
    };
  },
  provide: (self) => [
    EditorView.decorations.from(self, (marks) => marks.lines),
    gutterLineClass.from(self, (marks) => marks.gutter),
  ],
});

function marksFor(state: EditorState, error: LineError): Marks {
  const line = state.doc.line(Math.min(Math.max(1, error.line), state.doc.lines));
  const note = Decoration.widget({ widget: new ErrorNote(error.text), block: true, side: 1 });
  return {
    lines: Decoration.set([
      Decoration.line({ class: 'cm-error-line' }).range(line.from),
      note.range(line.to),
    ]),
    gutter: RangeSet.of([new ErrorGutter().range(line.from)]),
  };
}

export const errorMark: Extension = field;
