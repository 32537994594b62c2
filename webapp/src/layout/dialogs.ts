/** Dialogs, and questions to the user in them. The browser keeps the focus inside. */

import { button, element, iconButton } from './dom.ts';

export interface NameQuestion {
  title: string;
  label: string;
  value: string;
  action: string;
  /** What is wrong with a name, or null. */
  check(name: string): string | null;
}

/** The typed name, or null when the user thinks better of it. */
export function askName(question: NameQuestion): Promise<string | null> {
  const input = element('input', {
    id: 'asked-name',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': 'asked-problem',
  });
  input.value = question.value;
  /** Stays when the name before it is typed over, so some people type it again. */
  const ending = /\w(\.\w+)$/.exec(question.value)?.[1] ?? '';
  const typed = () => {
    const name = input.value.trim();
    return ending !== '' && name.endsWith(ending + ending) ? name.slice(0, -ending.length) : name;
  };
  const problem = element('p', { id: 'asked-problem', class: 'problem', role: 'alert' });
  return ask<string>(
    question.title,
    [element('label', { for: 'asked-name' }, question.label), input, problem],
    { text: question.action, kind: 'primary' },
    () => {
      const found = question.check(typed());
      problem.textContent = found ?? '';
      if (found === null) return typed();
      input.focus();
      return null;
    },
    () => {
      input.focus();
      const dot = input.value.lastIndexOf('.');
      input.setSelectionRange(input.value.lastIndexOf('/') + 1, dot > 0 ? dot : input.value.length);
    },
  );
}

/**
 * A large dialog with a title and a button that closes it. Like Escape, the button first fires
 * `cancel`, which a dialog that is at work may refuse.
 */
export function createDialog(id: string, title: string, ...content: Node[]): HTMLDialogElement {
  const heading = element('h2', { id: `${id}-title` }, title);
  const close = iconButton('close', 'Close', { 'data-part': 'close' });
  const dialog = element(
    'dialog',
    { class: 'dialog large', id, 'aria-labelledby': heading.id },
    element('header', { class: 'dialog-head' }, heading, close),
    ...content,
  );
  close.addEventListener('click', () => {
    if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

export async function confirm(title: string, text: string, action: string): Promise<boolean> {
  const answer = await ask(
    title,
    [element('p', {}, text)],
    { text: action, kind: 'danger' },
    () => true,
  );
  return answer !== null;
}

/** A form of any content; null when the user thinks better of it. */
export function ask<T>(
  title: string,
  content: Node[],
  action: { text: string; kind: string },
  accept: () => T | null,
  onShown?: () => void,
): Promise<T | null> {
  return new Promise((resolve) => {
    const cancel = button({}, 'Cancel');
    const go = button({ type: 'submit', class: `button ${action.kind}` }, action.text);
    const form = element(
      'form',
      { method: 'dialog' },
      element('h2', {}, title),
      ...content,
      element('div', { class: 'dialog-actions' }, cancel, go),
    );
    const dialog = element('dialog', { class: 'dialog small', 'aria-label': title }, form);
    let answer: T | null = null;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer = accept();
      if (answer !== null) dialog.close();
    });
    cancel.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    onShown?.();
  });
}
