import { ink, lit, metal, round, shaded } from '../light.ts';
import { ellipse, group, line, linear, path, rect } from '../svg.ts';
import { drum, rod, turned, turnedOutline } from './turned.ts';

export function milkJug(large: boolean): string {
  const k = large ? 1.2 : 1;
  return group(
    rod('M96 -286C214 -306 222 -110 118 -84', 24, ink.steel) +
      turned({
        profile: [
          [112, 3],
          [120, 16],
          [122, 90],
          [96, 240],
          [104, 316],
        ],
        paint: metal(),
        colour: ink.steel,
        top: 'open',
        rim: 6,
        fill: { colour: ink.milk, depth: 2.2 },
      }) +
      path(
        'M-88 -250C-112 -276 -126 -306 -136 -338C-122 -332 -104 -326 -88 -326C-96 -300 -94 -274 -88 -250Z',
        linear([
          [0, '#8d867f'],
          [0.5, '#f7f4ef'],
          [1, '#c9c3bc'],
        ]),
      ) +
      path(
        'M-136 -338C-118 -344 -84 -338 -62 -332C-76 -326 -96 -322 -104 -318C-116 -322 -128 -330 -136 -338Z',
        linear([
          [0, '#f7f4ef'],
          [1, '#b5aea6'],
        ]),
      ),
    { transform: `scale(${k})` },
  );
}

export const tamper = () =>
  turned({
    profile: [
      [116, 2],
      [116, 50],
    ],
    paint: metal(),
    colour: ink.steel,
  }) +
  turned({
    profile: [
      [110, 50],
      [84, 66],
      [36, 84],
      [30, 110],
    ],
    paint: metal(),
    colour: ink.steel,
  }) +
  turned({
    profile: [
      [32, 108],
      [46, 130],
      [64, 220],
      [62, 286],
      [36, 318],
    ],
    paint: round(ink.beech, 0.5),
    colour: ink.beech,
  }) +
  drum(34, 106, 118, ink.brass, metal(ink.brass));

export const knockBox = () =>
  turned({
    profile: [
      [160, 2],
      [168, 14],
      [176, 250],
    ],
    paint: metal(),
    colour: ink.steel,
    top: 'open',
    rim: 10,
  }) +
  ellipse(44, -244, 58, 15, '#2c180d') +
  ellipse(
    40,
    -250,
    56,
    14,
    linear([
      [0, lit('#5a3a26', 0.25)],
      [1, '#3a2114'],
    ]),
  ) +
  path(
    turnedOutline(
      [
        [160, 2],
        [163, 36],
      ],
      'near',
    ),
    round(ink.rubber),
  ) +
  rod('M-158 -262C-60 -246 60 -246 158 -262', 44, ink.rubber);

export const scale = (load: string) =>
  path(
    'M-260 -18L-214 -96H214L260 -18Z',
    linear(
      [
        [0, lit(ink.black, 0.35)],
        [0.5, lit(ink.black, 0.12)],
        [1, ink.black],
      ],
      [0, 0, 1, 0.4],
    ),
  ) +
  rect(
    -260,
    -20,
    520,
    22,
    linear([
      [0, lit(ink.black, 0.2)],
      [1, shaded(ink.black, 0.4)],
    ]),
    9,
  ) +
  path(
    'M-206 -44L-178 -88H178L206 -44Z',
    linear([
      [0, '#5f5852'],
      [1, '#38322e'],
    ]),
    { opacity: 0.7 },
  ) +
  group(line('M0 0h16M0 14h16M0 28h16M0 0v14M16 14v14', '#f0b56a', 4), {
    transform: 'translate(-56 -38) scale(.5) skewX(-20)',
  }) +
  path('M-70 -26H70L66 -36H-66Z', '#16110d') +
  line('M-40 -31h14M-18 -31h14M12 -31h14M34 -31h14', '#f0b56a', 5) +
  group(load, { transform: 'translate(0 -66)' });
