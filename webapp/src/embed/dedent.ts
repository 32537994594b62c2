/**
 * Takes away the indentation that all lines with text share, so that code can stand indented in a
 * page.
 */
export function dedent(code: string): string {
  const lines = code.split('\n');
  const indents = lines.map((line) => line.search(/\S/)).filter((indent) => indent >= 0);
  const common = Math.min(...indents, code.length);
  return common === 0
    ? code
    : lines.map((line) => line.slice(Math.min(common, line.search(/\S|$/)))).join('\n');
}
