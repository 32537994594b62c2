/** The list of examples as `examples/index.json` has it, checked. DOM-free. */

export interface Example {
  /** The program's file name, next to `index.json`. */
  file: string;
  title: string;
  description: string;
  /** Data files the program reads. */
  files: string[];
}

/** The entries of the list; an entry without a file name or title is left out. */
export function readCatalogue(json: unknown): Example[] {
  const list = Array.isArray(json) ? json : field(json, 'examples');
  if (!Array.isArray(list)) return [];
  const examples: Example[] = [];
  for (const entry of list) {
    const file = field(entry, 'file');
    const title = field(entry, 'title');
    if (!isFileName(file) || typeof title !== 'string') continue;
    const description = field(entry, 'description');
    const files = field(entry, 'files');
    examples.push({
      file,
      title,
      description: typeof description === 'string' ? description : '',
      files: Array.isArray(files) ? files.filter(isFileName).filter((name) => name !== file) : [],
    });
  }
  return examples;
}

function field(value: unknown, name: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  return (value as Record<string, unknown>)[name];
}

/** A relative name that stays inside the examples folder. */
function isFileName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]+(\/[\w.-]+)*$/.test(value) && !value.includes('..');
}
