import { ellipse, group, line, path } from '../svg.ts';

/** Small label drawings in one ink, 200 by 200 around the origin. */
const s = (d: string, colour: string, width = 7) => line(d, colour, width);
const petals = (count: number, r: number, rx: number, ry: number, colour: string) =>
  Array.from({ length: count }, (_, i) =>
    ellipse(0, -r, rx, ry, 'none', { stroke: colour, 'stroke-width': 6, transform: `rotate(${(360 / count) * i})` }),
  ).join('');

export const motifs = {
  bean: (c: string) =>
    group(ellipse(0, 0, 58, 84, c) + line('M-6 -82C22 -40 -26 -4 4 84', '#f4ead8', 9), { transform: 'rotate(28)' }),
  lamp: (c: string) =>
    path('M-13 4H13V92H-13Z', c) +
    path('M-52 84H52V98H-52Z', c) +
    group(ellipse(0, -38, 66, 44, c) + line('M-58 -22C-20 -16 16 -62 60 -52', '#f4ead8', 8), {
      transform: 'rotate(-14)',
    }),
  anchor: (c: string) =>
    s('M0 -58V80M-34 -34H34', c, 11) +
    ellipse(0, -74, 15, 15, 'none', { stroke: c, 'stroke-width': 10 }) +
    s('M-72 26C-62 74 -22 86 0 86C22 86 62 74 72 26M-72 26L-88 46M-72 26L-50 42M72 26L88 46M72 26L50 42', c, 10),
  peaks: (c: string) =>
    path('M-96 78L-28 -60L12 16L38 -24L98 78Z', c) + path('M-28 -60L-50 -16L-30 -24L-16 -10L-6 -20Z', '#f4ead8'),
  berry: (c: string) =>
    ellipse(-30, 26, 34, 36, c) +
    ellipse(36, 12, 30, 32, c) +
    ellipse(4, 66, 28, 28, c) +
    s('M-26 -6C-20 -46 0 -70 26 -84M34 -16C30 -46 28 -66 26 -84', c) +
    path('M26 -84C60 -100 84 -84 92 -62C62 -54 38 -62 26 -84Z', c),
  leaf: (c: string) =>
    path('M-80 66C-92 -20 -20 -86 86 -82C92 20 24 92 -80 66Z', c) + line('M-92 88C-40 20 10 -20 58 -52', '#f4ead8', 8),
  moon: (c: string) =>
    path('M24 -84A86 86 0 1 0 84 40A68 68 0 1 1 24 -84Z', c) +
    path('M62 -62l7 16l17 5l-15 10l0 18l-13 -12l-17 4l8 -16l-9 -15l17 3z', c),
  stars: (c: string) =>
    path('M-30 -90l14 40l42 12l-34 26l2 44l-36 -24l-40 16l14 -42l-26 -34l42 0z', c) +
    path('M58 16l9 22l24 6l-19 16l2 24l-20 -13l-22 9l7 -23l-15 -19l24 -1z', c),
  sun: (c: string) =>
    path('M-62 46A62 62 0 0 1 62 46Z', c) + s('M-96 46H96M0 -44V-84M-58 -20L-84 -50M58 -20L84 -50M-30 78H30', c, 9),
  blossom: (c: string) => petals(5, 46, 24, 40, c) + ellipse(0, 0, 14, 14, c) + s('M0 14C6 50 -6 70 -22 92', c),
  currant: (c: string) =>
    [
      [0, -18, 24],
      [-32, 22, 22],
      [28, 26, 23],
      [-4, 62, 21],
    ]
      .map(([x, y, r]) => ellipse(x!, y!, r!, r!, c))
      .join('') +
    s('M0 -18C0 -60 14 -80 34 -92', c) +
    path('M34 -92C4 -104 -30 -98 -54 -66C-22 -54 12 -62 34 -92Z', c),
  sunrise: (c: string) =>
    ellipse(0, -34, 40, 40, c) +
    [-60, -30, 0, 30, 60].map((turn) => line('M0 -92V-108', c, 9, { transform: `rotate(${turn} 0 -34)` })).join('') +
    s(
      'M-96 34Q-72 14 -48 34T0 34T48 34T96 34M-96 62Q-72 42 -48 62T0 62T48 62T96 62M-60 90Q-36 70 -12 90T36 90T66 84',
      c,
      9,
    ),
  volcano: (c: string) =>
    path('M-98 82L-26 -34H26L98 82Z', c) + s('M-10 -52C-26 -70 4 -78 -8 -98M14 -52C34 -66 14 -82 26 -98', c, 9),
  tree: (c: string) =>
    path('M-9 30H9V92H-9Z', c) +
    ellipse(0, -24, 64, 62, c) +
    line('M0 40C-4 0 6 -30 -2 -62M0 0L26 -28M-2 -18L-26 -42', '#f4ead8', 7),
  flake: (c: string) =>
    [0, 60, 120]
      .map((turn) =>
        group(s('M0 -88V88M-22 -70L0 -48L22 -70M-22 70L0 48L22 70', c, 9), { transform: `rotate(${turn})` }),
      )
      .join(''),
  quiet: (c: string) =>
    ellipse(0, 0, 74, 74, 'none', { stroke: c, 'stroke-width': 9 }) +
    s('M-34 -8Q-20 6 -6 -8M10 -8Q24 6 38 -8M-22 34Q2 48 26 34', c, 9),
} as const;
export type Motif = keyof typeof motifs;
