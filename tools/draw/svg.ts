import { createHash } from 'node:crypto';

/** A paint is a colour, or a gradient that brings its definition along. */
export type Paint = string | { readonly ref: string; readonly def: string };
type Stop = readonly [offset: number, colour: string, opacity?: number];

const num = (value: number) => String(Math.round(value * 100) / 100);
const stopsOf = (stops: readonly Stop[]) =>
  stops
    .map(
      ([at, colour, opacity]) =>
        `<stop offset="${num(at)}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${num(opacity)}"`}/>`,
    )
    .join('');

/** The id follows from the content, so the same drawing is the same bytes on every machine. */
const named = (inner: (id: string) => string): { ref: string; def: string } => {
  const id = `d${createHash('sha1').update(inner('')).digest('hex').slice(0, 10)}`;
  return { ref: `url(#${id})`, def: `<defs>${inner(id)}</defs>` };
};

/** Across the painted thing, from (x1, y1) to (x2, y2) in fractions of its box; by default from left to right. */
export const linear = (
  stops: readonly Stop[],
  [x1, y1, x2, y2]: readonly [number, number, number, number] = [0, 0, 1, 0],
): Paint =>
  named(
    (id) =>
      `<linearGradient id="${id}" x1="${num(x1)}" y1="${num(y1)}" x2="${num(x2)}" y2="${num(y2)}">${stopsOf(stops)}</linearGradient>`,
  );

export const radial = (
  stops: readonly Stop[],
  [cx, cy, r]: readonly [number, number, number] = [0.5, 0.5, 0.5],
): Paint =>
  named(
    (id) =>
      `<radialGradient id="${id}" cx="${num(cx)}" cy="${num(cy)}" r="${num(r)}">${stopsOf(stops)}</radialGradient>`,
  );

export const blur = (radius: number) =>
  named(
    (id) =>
      `<filter id="${id}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${num(radius)}"/></filter>`,
  );

type Attributes = Readonly<Record<string, Paint | number | undefined>>;

/** One element; gradients among its attributes are defined right before it. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  let defs = '';
  let text = '';
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (typeof value === 'object') {
      defs += value.def;
      text += ` ${key}="${value.ref}"`;
    } else text += ` ${key}="${typeof value === 'number' ? num(value) : value}"`;
  }
  return `${defs}<${name}${text}${inner ? `>${inner}</${name}>` : '/>'}`;
}

export const path = (d: string, fill: Paint = 'none', more: Attributes = {}) => element('path', { d, fill, ...more });
export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: Paint = 'none', more: Attributes = {}) =>
  element('ellipse', { cx, cy, rx, ry, fill, ...more });
export const rect = (x: number, y: number, width: number, height: number, fill: Paint, rx = 0, more: Attributes = {}) =>
  element('rect', { x, y, width, height, fill, rx: rx || undefined, ...more });
export const line = (d: string, stroke: Paint, width: number, more: Attributes = {}) =>
  element('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });
export const group = (inner: string, attributes: Attributes = {}) => element('g', attributes, inner);

/** Things are drawn standing on their own origin (0, 0), y upwards negative; this puts them somewhere. */
export const at = (x: number, y: number, scale: number, inner: string, turn = 0) =>
  element(
    'g',
    {
      transform: `translate(${num(x)} ${num(y)}) rotate(${num(turn)}) scale(${num(scale * 1000) === '0' ? 1 : Math.round(scale * 1000) / 1000})`,
    },
    inner,
  );

export const clipped = (d: string, inner: string) => {
  const clip = named((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`);
  return clip.def + element('g', { 'clip-path': clip.ref }, inner);
};

export const document = (width: number, height: number, inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}</svg>`;

/** The same numbers for the same seed, for everything that should look strewn by hand. */
export function strewn(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
  };
}
