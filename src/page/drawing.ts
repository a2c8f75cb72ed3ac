/** Drawings for elements that are made without Lit, by the names of the icons: the shape of each. From Lucide (ISC license), as all icons. */
const shapes = {
  info: 'M12 16v-4M12 8h.01M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0',
  chevronDown: 'm6 9 6 6 6-6',
  appWindow: 'M10 4v4M2 8h20M6 4v4M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2',
} as const;

/** Makes a drawing that stands beside words. By hand: no markup is parsed, so it needs no permission of a page with strict rules. */
export function drawing(name: keyof typeof shapes): SVGElement {
  const make = (tag: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  const drawn = make('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  drawn.append(make('path', { d: shapes[name] }));
  return drawn;
}
