import { ink, lit, metal, round, shaded } from '../light.ts';
import { letters } from '../letters.ts';
import { ellipse, group, line, linear, path, rect } from '../svg.ts';
import { band, wordsOn } from './packs.ts';
import { drum, rod, turned } from './turned.ts';

export function filterStack(size: 'cone' | 'basket', brown: boolean): string {
  const c = brown ? '#d6b98a' : '#f7f1e4';
  const sheetAt = (i: number) =>
    group(
      path(
        'M-190 -8L-128 -260Q0 -300 128 -260L190 -8Q0 26 -190 -8Z',
        linear(
          [
            [0, lit(c, 0.25)],
            [0.4, c],
            [1, shaded(c, 0.16)],
          ],
          [0, 0, 1, 0.5],
        ),
        { stroke: shaded(c, 0.28), 'stroke-width': 1.6 },
      ) + line('M-176 -30Q0 2 176 -30', shaded(c, 0.3), 2, { opacity: 0.5, 'stroke-dasharray': '7 6' }),
      { transform: `translate(${i * 7} ${-i * 9}) rotate(${(i % 3) - 1})` },
    );
  if (size === 'cone') return [0, 1, 2, 3, 4, 5, 6].map(sheetAt).join('');
  const cupAt = (y: number) =>
    turned({
      profile: [
        [100, y],
        [124, y + 30],
        [176, y + 120],
      ],
      paint: linear(
        Array.from(
          { length: 21 },
          (_, i) => [i / 20, i % 2 ? shaded(c, 0.12 + (i / 20) * 0.14) : lit(c, 0.3 - (i / 20) * 0.3)] as const,
        ),
      ),
      colour: c,
      top: 'open',
      rim: 4,
    });
  return [0, 10, 20, 30, 40, 50].map(cupAt).join('');
}

export const foldedCloths = () =>
  (
    [
      ['#8a9274', 0],
      ['#cdb48e', 1],
      ['#6d7883', 2],
      ['#8a9274', 3],
      ['#cdb48e', 4],
      ['#6d7883', 5],
    ] as const
  )
    .map(([c, i]) => {
      const y = -i * 46;
      return (
        path(
          `M-220 ${y - 6}Q-232 ${y - 30} -214 ${y - 46}H196Q226 ${y - 44} 224 ${y - 24}Q222 ${y - 2} 196 ${y}H-204Q-216 ${y} -220 ${y - 6}Z`,
          linear([
            [0, lit(c, 0.3)],
            [0.3, lit(c, 0.14)],
            [1, shaded(c, 0.22)],
          ]),
        ) +
        line(`M-212 ${y - 23}H190`, shaded(c, 0.35), 3, { opacity: 0.6 }) +
        Array.from({ length: 26 }, (_, n) =>
          line(`M${-200 + n * 16} ${y - 42}v8m0 8v8`, shaded(c, 0.22), 2, { opacity: 0.5 }),
        ).join('')
      );
    })
    .join('') +
  path(
    'M-218 -272Q-214 -280 -206 -284L-166 -318H180Q214 -318 226 -296Q232 -276 208 -276H-204Z',
    linear([
      [0, lit('#6d7883', 0.4)],
      [1, lit('#6d7883', 0.1)],
    ]),
  );

export const waterFilter = (large: boolean) =>
  large
    ? drum(84, 430, 500, ink.steel, metal()) +
      turned({
        profile: [
          [96, 3],
          [106, 20],
          [106, 400],
          [92, 440],
        ],
        paint: round('#e9eef0', 0.5),
        colour: '#e9eef0',
      }) +
      band(107, 120, 320, '#5f93a8') +
      wordsOn({ name: ['Water', 'filter M'], small: '1,200 l' }, 180, -302, 196, '#f4fafb') +
      rod('M-60 -478H-150M60 -478H150', 26, ink.steel)
    : turned({
        profile: [
          [70, 3],
          [78, 14],
          [84, 170],
          [60, 200],
        ],
        paint: round('#e9eef0', 0.5),
        colour: '#e9eef0',
      }) +
      band(82, 50, 140, '#5f93a8') +
      letters('S', 0, -70, { size: 64, fill: '#f4fafb', face: 'display' }) +
      drum(40, 198, 226, ink.steel, round('#c9d3d6'));

export const hoseCoil = (thick: number) =>
  [0, 1, 2, 3]
    .map((i) => {
      const d = `M-210 ${-40 - i * thick * 0.92}A210 62 0 1 0 210 ${-40 - i * thick * 0.92}A210 62 0 1 0 -210 ${-40 - i * thick * 0.92}`;
      return (
        rod(d, thick, ink.steel) +
        line(d, '#57504a', thick * 0.7, { 'stroke-dasharray': '2.5 7', opacity: 0.55, 'stroke-linecap': 'butt' })
      );
    })
    .join('') +
  rod('M180 -70C250 -90 262 -130 300 -150', thick, ink.steel) +
  rod('M296 -148L340 -168', thick * 1.25, ink.brass);

export const gaskets = () =>
  group(
    ellipse(0, 0, 150, 62, 'none', { stroke: shaded(ink.copper, 0.2), 'stroke-width': 34 }) +
      ellipse(-3, -6, 150, 62, 'none', { stroke: lit(ink.copper, 0.22), 'stroke-width': 20 }) +
      ellipse(-6, -10, 150, 62, 'none', { stroke: lit(ink.copper, 0.6), 'stroke-width': 5 }),
    { transform: 'translate(-110 -74)' },
  ) +
  group(
    ellipse(2, 8, 124, 52, '#57504a') +
      ellipse(
        0,
        0,
        124,
        52,
        linear([
          [0, '#8d867f'],
          [0.3, '#f7f4ef'],
          [1, '#8d867f'],
        ]),
      ) +
      ellipse(
        0,
        0,
        96,
        39,
        linear([
          [0, '#b5aea6'],
          [1, '#e4dfd8'],
        ]),
      ) +
      Array.from({ length: 42 }, (_, i) => {
        const a = i * 2.4;
        const r = Math.sqrt(i / 42) * 88;
        return ellipse(Math.cos(a) * r, Math.sin(a) * r * 0.41, 3.2, 1.6, '#3a332e');
      }).join(''),
    { transform: 'translate(180 -66)' },
  ) +
  group(drum(20, 0, 26, ink.steel, metal()) + rod('M0 -26V-32', 16, ink.steel), { transform: 'translate(40 4)' });

export const crate = (width: number, height: number, content: string) => {
  const x = -width / 2;
  const slat = (y: number, h: number) =>
    rect(
      x,
      y,
      width,
      h,
      linear([
        [0, lit(ink.beech, 0.3)],
        [0.4, lit(ink.beech, 0.1)],
        [1, shaded(ink.beech, 0.24)],
      ]),
      5,
    ) +
    line(
      `M${x + 20} ${y + h * 0.4}C${x + width * 0.3} ${y + h * 0.3} ${x + width * 0.6} ${y + h * 0.6} ${-x - 20} ${y + h * 0.45}`,
      shaded(ink.beech, 0.25),
      2,
      { opacity: 0.5 },
    );
  const h = height / 3 - 8;
  return (
    path(`M${x + 20} ${-height - 44}H${-x - 20}L${-x} ${-height + 10}H${x}Z`, shaded(ink.beech, 0.55)) +
    content +
    [0, 1, 2].map((i) => slat(-height + i * (h + 10), h)).join('') +
    [x + 6, -x - 44]
      .map((p) =>
        rect(
          p,
          -height - 6,
          38,
          height + 6,
          linear([
            [0, lit(ink.beech, 0.2)],
            [1, shaded(ink.beech, 0.3)],
          ]),
          4,
        ),
      )
      .join('') +
    letters('Tradepost', 0, -height / 2 + 18, { size: height * 0.2, fill: shaded(ink.beech, 0.62), face: 'display' })
  );
};

export const scoop = () =>
  rod('M60 -40C130 -60 190 -66 250 -62', 20, ink.beech) +
  path('M-70 -66C-74 -16 40 -8 66 -32L62 -62C40 -44 -30 -44 -70 -66Z', metal(ink.copper)) +
  ellipse(
    -4,
    -62,
    68,
    13,
    linear([
      [0, shaded(ink.copper, 0.4)],
      [1, lit(ink.copper, 0.4)],
    ]),
  );
