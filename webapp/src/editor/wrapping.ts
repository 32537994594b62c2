/** Long lines go on in the next row, indented deeper than the line itself, as Python is read. */

import { RangeSetBuilder, countColumn, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';

/** How much deeper the next rows begin. */
const DEEPER = 2;

/** Beyond this depth more indentation would leave no room on a phone. */
const DEEPEST = 16;

const decorations = new Map<number, Decoration>();

/** Shifts all rows to the right and the first one back. */
function decorationFor(columns: number): Decoration {
  let decoration = decorations.get(columns);
  if (decoration === undefined) {
    const style = `text-indent:-${columns}ch;padding-left:calc(8px + ${columns}ch)`;
    decoration = Decoration.line({ attributes: { style } });
    decorations.set(columns, decoration);
  }
  return decoration;
}

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const indent = /^\s*/.exec(line.text)![0];
      const depth = countColumn(indent, view.state.tabSize);
      builder.add(line.from, line.from, decorationFor(Math.min(depth, DEEPEST) + DEEPER));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

const deeperRows = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) {
        this.decorations = decorate(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export const wrapping: Extension = [EditorView.lineWrapping, deeperRows];
