/** The helpers with which the page makes and finds elements. */

type Child = Node | string;

/** A new element; an attribute that is `null` is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | null> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** The element of `index.html` with that id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element #${id}`);
  return found;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An icon of the sprite in `index.html`; decoration, so hidden from screen readers. */
export function icon(name: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A button; give it other classes where it is not a usual one. */
export function button(
  attributes: Record<string, string | null>,
  ...children: Child[]
): HTMLButtonElement {
  return element('button', { type: 'button', class: 'button', ...attributes }, ...children);
}

/** A button that shows only an icon; its label is read out and shown under the pointer. */
export function iconButton(
  name: string,
  label: string,
  attributes: Record<string, string | null> = {},
): HTMLButtonElement {
  const names = { class: 'icon-button', 'aria-label': label, title: label };
  return button({ ...names, ...attributes }, icon(name));
}
