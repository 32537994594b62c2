/** The terminal's colours, read from the page's style sheet so that each is named once. */

import type { ITheme } from '@xterm/xterm';

export function terminalTheme(host: HTMLElement): ITheme {
  const style = getComputedStyle(host);
  const color = (name: string) => style.getPropertyValue(`--term-${name}`).trim();
  return {
    background: color('background'),
    foreground: color('foreground'),
    cursor: color('cursor'),
    cursorAccent: color('background'),
    selectionBackground: color('selection'),
    scrollbarSliderBackground: color('slider'),
    scrollbarSliderHoverBackground: color('slider-hover'),
    scrollbarSliderActiveBackground: color('slider-hover'),
    overviewRulerBorder: color('background'),
    black: color('black'),
    red: color('red'),
    green: color('green'),
    yellow: color('yellow'),
    blue: color('blue'),
    magenta: color('magenta'),
    cyan: color('cyan'),
    white: color('white'),
    brightBlack: color('bright-black'),
    brightRed: color('red'),
    brightGreen: color('green'),
    brightYellow: color('yellow'),
    brightBlue: color('blue'),
    brightMagenta: color('magenta'),
    brightCyan: color('cyan'),
    brightWhite: color('bright-white'),
  };
}
