import { blur, ellipse, linear, type Paint, path, radial } from './svg.ts';

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
export const mix = (a: string, b: string, share: number): string => {
  const [from, to] = [channels(a), channels(b)];
  return `#${from
    .map((value, i) =>
      Math.round(value + ((to[i] ?? 0) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
};
/** Light is warm and comes from the left; shadow is never black. */
export const lit = (colour: string, share: number) => mix(colour, '#fffaf0', share);
export const shaded = (colour: string, share: number) => mix(colour, '#22140c', share);

export const ink = {
  paper: '#f3ede2',
  white: '#f4f0e8',
  cream: '#e8dcc3',
  sand: '#d3bd98',
  moss: '#75805c',
  slate: '#4b5560',
  black: '#2f2b29',
  steel: '#c4c0ba',
  copper: '#b5693c',
  brass: '#c09a55',
  wood: '#8a5a36',
  beech: '#c8955f',
  kraft: '#c9a77a',
  coffee: '#3a2114',
  crema: '#b87b3e',
  milk: '#f6ead7',
  rubber: '#3b3735',
  glass: '#dfe8e6',
} as const;

/** A round body seen from the side, light from the left. */
export const round = (colour: string, gloss = 0.5): Paint =>
  linear([
    [0, shaded(colour, 0.2)],
    [0.08, lit(colour, 0.1)],
    [0.24, lit(colour, 0.22 + gloss * 0.45)],
    [0.4, lit(colour, 0.08)],
    [0.62, shaded(colour, 0.12)],
    [0.88, shaded(colour, 0.42)],
    [1, shaded(colour, 0.3)],
  ]);

/** Brushed or polished metal: harder bands than clay or paint. */
export const metal = (colour: string = ink.steel): Paint =>
  linear([
    [0, shaded(colour, 0.35)],
    [0.06, lit(colour, 0.35)],
    [0.14, shaded(colour, 0.1)],
    [0.24, lit(colour, 0.85)],
    [0.36, lit(colour, 0.3)],
    [0.52, shaded(colour, 0.12)],
    [0.7, shaded(colour, 0.34)],
    [0.8, lit(colour, 0.1)],
    [0.92, shaded(colour, 0.48)],
    [1, shaded(colour, 0.25)],
  ]);

/** A flat front that turns away from the light a little. */
export const flat = (colour: string): Paint =>
  linear(
    [
      [0, lit(colour, 0.2)],
      [0.35, lit(colour, 0.06)],
      [0.75, shaded(colour, 0.08)],
      [1, shaded(colour, 0.22)],
    ],
    [0, 0, 1, 0.35],
  );

/** The front of a sheet of metal. */
export const sheet = (colour: string = ink.steel): Paint =>
  linear(
    [
      [0, lit(colour, 0.6)],
      [0.22, lit(colour, 0.2)],
      [0.38, lit(colour, 0.5)],
      [0.6, shaded(colour, 0.04)],
      [0.82, shaded(colour, 0.18)],
      [1, shaded(colour, 0.1)],
    ],
    [0, 0, 1, 0.5],
  );

/** What stands on the table: dark where it touches, soft and long to the right. */
export const shadow = (x: number, y: number, halfWidth: number, depth = 1) =>
  ellipse(x + halfWidth * 0.42, y - 2, halfWidth * 1.28, 26 * depth, '#5a3d22', {
    opacity: 0.2,
    filter: blur(22 * depth),
  }) +
  ellipse(x + halfWidth * 0.1, y, halfWidth * 1.04, 12 * depth, '#3a2413', { opacity: 0.38, filter: blur(9 * depth) }) +
  ellipse(x + halfWidth * 0.02, y, halfWidth * 0.97, 5 * depth, '#22140c', { opacity: 0.5, filter: blur(3 * depth) });

/** Paper ground with the window on the left; the table begins where the wall ends, without a line. */
export const ground = (width: number, height: number, tone: string = ink.paper) =>
  path(
    `M0 0H${width}V${height}H0Z`,
    linear(
      [
        [0, lit(tone, 0.35)],
        [0.55, tone],
        [0.72, shaded(tone, 0.035)],
        [1, lit(tone, 0.1)],
      ],
      [0, 0, 0, 1],
    ),
  ) +
  path(
    `M0 0H${width}V${height}H0Z`,
    radial(
      [
        [0, '#fffdf7', 0.85],
        [0.6, '#fffdf7', 0.15],
        [1, '#fffdf7', 0],
      ],
      [0.14, 0.22, 0.75],
    ),
  ) +
  path(
    `M0 0H${width}V${height}H0Z`,
    radial(
      [
        [0, '#6b4a2a', 0],
        [0.62, '#6b4a2a', 0],
        [1, '#6b4a2a', 0.13],
      ],
      [0.42, 0.45, 0.85],
    ),
  );
