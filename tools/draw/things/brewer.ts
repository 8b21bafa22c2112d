import { flat, ink, lit, metal, round, shaded, sheet } from '../light.ts';
import { ellipse, group, line, linear, path, rect } from '../svg.ts';
import { button } from './controls.ts';
import { box } from './machine.ts';
import { drum, rod, tilt, turned, turnedOutline } from './turned.ts';

export function glassJug(half: number, height: number, coffee: number, c: string = ink.coffee): string {
  const glassy = linear([
    [0, '#93a5a2', 0.7],
    [0.09, '#f2f8f6', 0.4],
    [0.2, '#ffffff', 0.42],
    [0.32, '#ffffff', 0.1],
    [0.7, '#e6efed', 0.06],
    [0.9, '#8fa19e', 0.36],
    [1, '#748783', 0.7],
  ]);
  const profile = [
    [half * 0.86, 3],
    [half, height * 0.16],
    [half * 0.98, height * 0.5],
    [half * 0.74, height * 0.82],
    [half * 0.66, height],
  ] as const;
  const level = [
    [half * 0.84, 8],
    [half * 0.95, height * 0.16],
    [half * 0.95, height * coffee],
  ] as const;
  return (
    (coffee > 0
      ? turned({
          profile: level,
          paint: linear([
            [0, shaded(c, 0.4)],
            [0.22, lit(c, 0.35)],
            [0.5, c],
            [1, shaded(c, 0.6)],
          ]),
          colour: c,
        }) +
        ellipse(
          0,
          -height * coffee,
          half * 0.93,
          half * 0.93 * tilt,
          linear([
            [0, shaded(c, 0.3)],
            [0.5, lit(c, 0.28)],
            [1, c],
          ]),
        )
      : '') +
    path(turnedOutline(profile), glassy) +
    line(
      `M${-half * 0.8} ${-height * 0.12}C${-half * 0.96} ${-height * 0.4} ${-half * 0.7} ${-height * 0.7} ${-half * 0.6} ${-height * 0.9}`,
      '#ffffff',
      half * 0.06,
      { opacity: 0.85 },
    ) +
    ellipse(0, -height, half * 0.66, half * 0.66 * tilt, 'none', { stroke: '#ffffff', 'stroke-width': 5 }) +
    ellipse(0, -height + 2, half * 0.66, half * 0.66 * tilt, 'none', { stroke: '#7d8f8c', 'stroke-width': 1.6 })
  );
}

/** The eight-cup brewer: glass tank left, arm across, cone over a glass jug. */
export function slowDrip(colour: string): string {
  const front = colour === ink.copper ? metal(colour) : flat(colour);
  const c = shaded(colour, 0.05);
  return (
    box(-300, -46, 600, 46, c, { depth: 90, radius: 16, front }) +
    group(drum(140, 48, 58, ink.rubber), { transform: 'translate(130 0)' }) +
    group(
      rect(
        -84,
        -560,
        168,
        420,
        linear([
          [0, '#93a5a2', 0.8],
          [0.12, '#f2f8f6', 0.6],
          [0.3, '#ffffff', 0.7],
          [0.8, '#b6c5c2', 0.5],
          [1, '#748783', 0.8],
        ]),
        22,
      ) +
        rect(
          -76,
          -400,
          152,
          256,
          linear([
            [0, '#b9d0d6', 0.6],
            [0.3, '#e2f0f2', 0.6],
            [1, '#8fb0b8', 0.6],
          ]),
          16,
        ) +
        line('M-60 -540V-160', '#ffffff', 10, { opacity: 0.8 }) +
        rect(-94, -150, 188, 104, front, 12) +
        rect(-92, -592, 184, 46, front, 14),
      { transform: 'translate(-190 0)' },
    ) +
    rod('M-190 -590V-640H150V-612', 26, colour === ink.copper ? ink.copper : ink.steel) +
    group(drum(86, 566, 604, c, front), { transform: 'translate(130 0)' }) +
    group(
      turned({
        profile: [
          [50, 340],
          [70, 356],
          [150, 540],
          [154, 556],
        ],
        paint: round(c, 0.35),
        colour: c,
        top: 'open',
        rim: 8,
        fill: { colour: ink.coffee, depth: 3 },
      }),
      { transform: 'translate(130 0)' },
    ) +
    group(
      rod('M120 -210C226 -220 226 -110 128 -96', 22, ink.black) +
        glassJug(146, 290, 0.5) +
        drum(80, 286, 312, ink.black),
      { transform: 'translate(130 -62)' },
    ) +
    button(250, -22, 14, ink.copper)
  );
}

export function thermalJug(): string {
  return (
    rod('M96 -330C196 -350 210 -300 204 -220C198 -150 170 -110 112 -96', 30, ink.black) +
    turned({
      profile: [
        [116, 2],
        [124, 14],
        [128, 230],
        [112, 320],
        [84, 356],
      ],
      paint: metal(),
      colour: ink.steel,
    }) +
    path(
      turnedOutline(
        [
          [116, 2],
          [122, 26],
        ],
        'near',
      ),
      round(ink.black),
    ) +
    turned({
      profile: [
        [90, 350],
        [92, 386],
        [70, 404],
      ],
      paint: round(ink.black, 0.4),
      colour: ink.black,
    }) +
    path(
      'M-84 -356C-120 -366 -138 -392 -142 -402L-92 -398Z',
      linear([
        [0, lit(ink.black, 0.3)],
        [1, ink.black],
      ]),
    ) +
    rod('M-10 -404C30 -424 80 -414 104 -390', 18, ink.black)
  );
}

/** Two jugs below, one spray head above: a tall column that brews into the lower jug. */
export function batchBrewer(): string {
  const w = 420;
  const x = -w / 2;
  return (
    box(x, -40, w, 40, ink.black, { depth: 70, radius: 10 }) +
    box(x + 40, -800, w - 80, 770, ink.steel, {
      depth: 0,
      radius: 12,
      front: linear([
        [0, shaded(ink.steel, 0.2)],
        [0.4, shaded(ink.steel, 0.02)],
        [1, shaded(ink.steel, 0.42)],
      ]),
    }) +
    group(thermalJug(), { transform: 'translate(0 -52) scale(.92)' }) +
    turned({
      profile: [
        [70, 452],
        [150, 474],
        [166, 560],
        [170, 580],
      ],
      paint: round(ink.black, 0.35),
      colour: ink.black,
    }) +
    rod('M150 -524C206 -530 238 -528 262 -518', 30, ink.black) +
    box(x, -860, w, 250, ink.steel, { depth: 60, radius: 20, front: sheet() }) +
    rect(
      x + 56,
      -812,
      150,
      74,
      linear(
        [
          [0, '#3d322b'],
          [1, '#16110d'],
        ],
        [0, 0, 1, 1],
      ),
      8,
    ) +
    line(`M${x + 78} -775h44M${x + 138} -788v26M${x + 158} -788v26`, '#f0b56a', 8) +
    button(x + 270, -775, 24) +
    button(x + 340, -775, 24, ink.copper) +
    path(`M${x} -650H${-x}V-634Q0 -610 ${x} -634Z`, '#22140c', { opacity: 0.18 })
  );
}
