import { flat, ink, lit, metal, round, shaded, sheet } from '../light.ts';
import { ellipse, group, line, linear, path, rect } from '../svg.ts';
import { bag, type BagLook } from './bag.ts';
import { button, hopper } from './controls.ts';
import { box, portafilter } from './machine.ts';
import { drum, rod, turned } from './turned.ts';

/** A single-dose grinder: small funnel, tall body, a cup under the chute. */
export function grindOne({ colour, metal: isMetal }: { colour: string; metal?: boolean }): string {
  const paint = isMetal ? metal(colour) : round(colour, 0.3);
  return (
    turned({
      profile: [
        [150, 2],
        [154, 12],
        [150, 36],
      ],
      paint,
      colour,
    }) +
    turned({
      profile: [
        [66, 40],
        [66, 250],
      ],
      paint,
      colour,
    }) +
    turned({
      profile: [
        [112, 250],
        [122, 268],
        [122, 520],
        [108, 548],
      ],
      paint,
      colour,
    }) +
    path(
      'M-96 -300L-150 -292L-150 -266L-92 -252Z',
      linear([
        [0, lit(ink.steel, 0.4)],
        [1, shaded(ink.steel, 0.3)],
      ]),
    ) +
    drum(128, 426, 470, ink.black, round(ink.black, 0.5)) +
    Array.from({ length: 17 }, (_, i) =>
      line(`M${-120 + i * 15} ${-(436 - Math.abs(i - 8) * 0.3)}v-22`, '#6b645d', 2.2),
    ).join('') +
    drum(64, 548, 570, ink.steel, metal()) +
    turned({
      profile: [
        [60, 570],
        [82, 600],
        [104, 660],
      ],
      paint: isMetal ? round(ink.black, 0.4) : round(ink.black, 0.4),
      colour: ink.black,
      top: 'open',
      rim: 7,
    }) +
    group(
      turned({
        profile: [
          [44, 2],
          [52, 12],
          [54, 120],
        ],
        paint: metal(),
        colour: ink.steel,
        top: 'open',
        rim: 5,
        fill: { colour: '#4a2a18', depth: 2 },
      }),
      { transform: 'translate(-118 -44)' },
    ) +
    button(0, -330, 17, ink.copper)
  );
}

/** The café grinder: hopper, fork for the portafilter, a small screen. */
export function grindPro({ colour, metal: isMetal }: { colour: string; metal?: boolean }): string {
  const front = isMetal ? sheet(colour) : flat(colour);
  return (
    box(-150, -48, 300, 48, shaded(colour, 0.15), { depth: 90, radius: 16 }) +
    path(
      'M-40 -60V-380H120V-60Z',
      linear([
        [0, shaded(colour, 0.35)],
        [1, shaded(colour, 0.5)],
      ]),
    ) +
    hopper(0, -690, 250, 190) +
    box(-132, -690, 264, 320, colour, { depth: 36, radius: 36, front }) +
    rect(
      -84,
      -650,
      168,
      96,
      linear(
        [
          [0, '#3d322b'],
          [1, '#16110d'],
        ],
        [0, 0, 1, 1],
      ),
      12,
    ) +
    line('M-56 -602h24M-20 -616v28M4 -616v28M30 -602h26', '#f0b56a', 7) +
    drum(150, 372, 404, ink.black, round(ink.black, 0.5)) +
    path('M-54 -376H54L34 -318H-34Z', metal()) +
    group(portafilter({ spouts: 2 }), { transform: 'translate(0 -236) scale(.92)' }) +
    ellipse(0, -262, 52, 11, '#3a2114') +
    rod('M-86 -222H-150', 16, ink.steel) +
    rod('M-70 -206C-20 -196 30 -196 76 -210', 12, ink.steel) +
    button(96, -420, 15, ink.copper)
  );
}

/** The shop grinder, filling a bag that hangs in its clamp. */
export function grindShop(look: BagLook): string {
  return (
    box(-190, -52, 380, 52, ink.black, { depth: 90, radius: 16 }) +
    path(
      'M-70 -60V-520H90V-60Z',
      linear([
        [0, shaded(ink.steel, 0.4)],
        [0.4, shaded(ink.steel, 0.2)],
        [1, shaded(ink.steel, 0.55)],
      ]),
    ) +
    hopper(10, -850, 330, 190) +
    box(-176, -840, 352, 330, ink.black, { depth: 40, radius: 44 }) +
    ellipse(0, -680, 112, 112, metal()) +
    ellipse(
      0,
      -680,
      88,
      88,
      linear(
        [
          [0, '#fbf8f0'],
          [1, '#cfc6b6'],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    Array.from({ length: 24 }, (_, i) =>
      line('M0 -764v14', i < 15 ? ink.black : '#b9afa4', 4, { transform: `rotate(${i * 15 - 105} 0 -680)` }),
    ).join('') +
    rod('M0 -680L34 -738', 18, ink.copper) +
    path('M-60 -516H60L40 -462H-40Z', metal()) +
    group(bag(look, '500'), { transform: 'translate(-4 -70) scale(.7)' }) +
    rod('M-146 -448H136', 18, ink.steel) +
    button(130, -560, 20, ink.copper)
  );
}

export function handGrinder(colour: string, isMetal: boolean): string {
  const paint = isMetal ? metal(colour) : round(colour, 0.4);
  return (
    turned({
      profile: [
        [72, 2],
        [76, 10],
        [76, 150],
      ],
      paint: round(ink.wood, 0.35),
      colour: ink.wood,
    }) +
    turned({
      profile: [
        [80, 150],
        [80, 470],
      ],
      paint,
      colour,
    }) +
    drum(83, 168, 186, ink.copper, metal(ink.copper)) +
    Array.from({ length: 14 }, (_, i) =>
      line(`M${-72 + i * 11} -250V-330`, isMetal ? '#7d766f' : '#1d1a18', 2.4, { opacity: 0.55 }),
    ).join('') +
    turned({
      profile: [
        [80, 470],
        [70, 492],
        [30, 500],
      ],
      paint,
      colour,
    }) +
    rod('M0 -508C60 -530 150 -526 226 -516', 16, ink.steel) +
    drum(20, 500, 528, ink.steel, metal()) +
    group(
      turned({
        profile: [
          [16, 0],
          [34, 20],
          [38, 50],
          [22, 74],
        ],
        paint: round(ink.wood, 0.6),
        colour: ink.wood,
      }),
      { transform: 'translate(228 -520)' },
    )
  );
}
