/** Colours of the editor. They are the page's CSS variables, so light and dark need no change here. */

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--code-text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontSize: 'var(--code-size)', lineHeight: '1.6' },
  '.cm-content': { padding: '12px 0 40vh', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 8px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'var(--selection)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--code-number-line)',
    border: 'none',
    paddingLeft: '6px',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 10px 0 8px', minWidth: '34px' },
  '.cm-activeLine': { backgroundColor: 'var(--active-line)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--match)', outline: 'none' },
  '.cm-selectionMatch, .cm-searchMatch': { backgroundColor: 'var(--match)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--selection)' },
  '.cm-panels': {
    backgroundColor: 'var(--surface-2)',
    color: 'var(--text)',
    borderColor: 'var(--line)',
  },
  '.cm-panels input, .cm-panels button': { font: 'inherit', color: 'inherit' },
  '& .cm-panel.cm-search': { padding: '8px 48px 8px 12px', font: '13px/1.4 var(--sans)' },
  '& .cm-panel.cm-search input, & .cm-panel.cm-search button, & .cm-panel.cm-search label': {
    margin: '3px 6px 3px 0',
  },
  '& .cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '30px',
    fontSize: 'inherit',
    whiteSpace: 'nowrap',
  },
  '& .cm-panel.cm-search [type=checkbox]': { accentColor: 'var(--accent)' },
  '& .cm-panel.cm-search [name=close]': {
    top: '6px',
    right: '8px',
    width: '34px',
    height: '34px',
    margin: '0',
    fontSize: '20px',
    cursor: 'pointer',
  },
  '.cm-textfield, .cm-button': {
    minHeight: '30px',
    padding: '2px 10px',
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    verticalAlign: 'middle',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--line-strong)',
    borderRadius: '8px',
    overflow: 'hidden',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-error-line': { backgroundColor: 'var(--error-tint)' },
  '.cm-error-gutter': { color: 'var(--danger)', fontWeight: '700' },
  // The editor counts heights without margins.
  '.cm-error-box': { padding: '2px 16px 6px 8px' },
  '.cm-error-note': {
    padding: '6px 12px',
    borderLeft: '3px solid var(--danger)',
    borderRadius: '0 6px 6px 0',
    backgroundColor: 'var(--error-tint)',
    color: 'var(--danger)',
    fontFamily: 'var(--sans)',
    fontSize: '14px',
    lineHeight: '1.4',
    whiteSpace: 'pre-wrap',
  },
});

const colors = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.operatorKeyword, tags.moduleKeyword],
    color: 'var(--code-keyword)',
    fontWeight: '600',
  },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-literal)' },
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
  {
    tag: [tags.function(tags.definition(tags.variableName)), tags.function(tags.variableName)],
    color: 'var(--code-function)',
  },
  {
    tag: [tags.className, tags.definition(tags.className)],
    color: 'var(--code-class)',
    fontWeight: '600',
  },
  { tag: [tags.meta, tags.self], color: 'var(--code-meta)' },
  { tag: [tags.operator, tags.punctuation, tags.bracket], color: 'var(--code-operator)' },
  { tag: tags.escape, color: 'var(--code-meta)' },
]);

export const editorLook: Extension = [look, syntaxHighlighting(colors)];
