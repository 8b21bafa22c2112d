import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { element, type Paint } from './svg.ts';

const folder = join(import.meta.dirname, '../../node_modules/@fontsource-variable');
const open = (file: string) => {
  const opened = fontkit.openSync(join(folder, file));
  if (!('layout' in opened)) throw new Error(`${file} is a collection, not a font`);
  return opened;
};
/** Letters become outlines, so that a picture is the same on a machine without these fonts. */
const fonts = {
  display: open('fraunces/files/fraunces-latin-wght-normal.woff2'),
  text: open('instrument-sans/files/instrument-sans-latin-wght-normal.woff2'),
};
export type Face = keyof typeof fonts;

export type Lettering = {
  readonly size: number;
  readonly fill: Paint;
  readonly face?: Face;
  readonly spacing?: number;
  readonly weight?: number;
  readonly within?: number;
};

/** Text centred on x with its baseline on y; shrunk to `within` when it would be wider. */
export function letters(
  text: string,
  x: number,
  y: number,
  { size, fill, face = 'text', spacing = 0, weight = 0, within }: Lettering,
): string {
  const font = fonts[face];
  const run = font.layout(text);
  const perUnit = size / font.unitsPerEm;
  const width = run.positions.reduce((sum, { xAdvance }) => sum + xAdvance * perUnit + spacing, -spacing);
  const shrink = within && width > within ? within / width : 1;
  let cursor = x - (width * shrink) / 2;
  const scale = perUnit * shrink;
  return run.glyphs
    .map((glyph, index) => {
      const from = cursor;
      cursor += ((run.positions[index]?.xAdvance ?? 0) * perUnit + spacing) * shrink;
      const d = glyph.path.toSVG();
      if (!d) return '';
      return element('path', {
        d,
        fill,
        transform: `translate(${from.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})`,
        ...(weight ? { stroke: typeof fill === 'string' ? fill : fill.ref, 'stroke-width': weight / scale } : {}),
      });
    })
    .join('');
}
