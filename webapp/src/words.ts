/** How errors are told. DOM-free. */

/** The message of an error. */
export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The same as the end of a sentence: with a full stop. */
export function clause(error: unknown): string {
  const text = words(error);
  return /[.!?]$/.test(text) ? text : text + '.';
}

/** The same as a sentence of its own. */
export function sentence(error: unknown): string {
  return capital(clause(error));
}

/** The same text with a capital first letter. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
