import { ink, lit, metal, round, shaded } from '../light.ts';
import { blur, ellipse, group, line, linear, path, rect } from '../svg.ts';
import { glassJug } from './brewer.ts';
import { drum, rod, tilt, turned } from './turned.ts';

/** The cone with its foot and ear; with paper and grounds when in use. */
export function dripper(colour: string, inUse: boolean): string {
  const profile = [
    [58, 26],
    [72, 40],
    [120, 130],
    [174, 232],
  ] as const;
  const paper = inUse
    ? path(
        'M-168 -226C-172 -262 -150 -280 -140 -284C-60 -262 60 -262 140 -284C156 -276 172 -258 168 -226Z',
        linear([
          [0, '#efe6d4'],
          [0.3, '#fffdf6'],
          [1, '#d8cab0'],
        ]),
      ) +
      ellipse(
        0,
        -236,
        158,
        158 * tilt,
        linear([
          [0, '#c9b592'],
          [1, '#fbf4e4'],
        ]),
      ) +
      ellipse(0, -228, 140, 140 * tilt * 0.9, ink.coffee) +
      ellipse(-30, -230, 70, 11, '#7d5230', { opacity: 0.8, filter: blur(5) })
    : '';
  return (
    rod('M150 -186C232 -204 246 -140 210 -112C186 -94 150 -96 116 -106', 24, colour) +
    turned({
      profile: [
        [122, 6],
        [126, 12],
        [122, 28],
      ],
      paint: round(colour, 0.5),
      colour,
    }) +
    turned({ profile, paint: round(colour, 0.5), colour, top: 'open', rim: 10 }) +
    [-0.6, -0.3, 0, 0.3, 0.6]
      .map((k) => line(`M${k * 60} -52L${k * 158} -222`, lit(colour, 0.5), 4, { opacity: 0.22 }))
      .join('') +
    paper
  );
}

export const server = (ml: 400 | 700, coffee: number) => {
  const [half, height] = ml === 400 ? [118, 220] : [148, 280];
  return (
    rod(
      `M${half * 0.6} ${-height * 0.86}C${half * 1.7} ${-height * 0.96} ${half * 1.75} ${-height * 0.3} ${half * 0.98} ${-height * 0.24}`,
      15,
      '#c3d2cf',
    ) +
    glassJug(half, height, coffee) +
    [0.2, 0.3, 0.4, 0.5, 0.6]
      .map((k, i) => line(`M${half * 0.1} ${-height * k}h${i % 2 ? 30 : 46}`, '#ffffff', 3.2, { opacity: 0.85 }))
      .join('')
  );
};

export function frenchPress(large: boolean): string {
  const [half, h] = large ? [130, 420] : [98, 300];
  return (
    rod(
      `M${half * 0.9} ${-h * 0.84}C${half * 2} ${-h * 0.94} ${half * 2.02} ${-h * 0.2} ${half * 0.95} ${-h * 0.22}`,
      28,
      ink.steel,
    ) +
    turned({
      profile: [
        [half * 0.96, 3],
        [half, 14],
        [half, h],
      ],
      paint: metal(),
      colour: ink.steel,
    }) +
    path(
      `M${-half * 0.86} ${-h}C${-half * 1.2} ${-h - 6} ${-half * 1.34} ${-h - 22} ${-half * 1.36} ${-h - 30}L${-half * 0.8} ${-h - 14}Z`,
      linear([
        [0, '#8d867f'],
        [1, '#f0ece6'],
      ]),
    ) +
    turned({
      profile: [
        [half * 1.03, h - 6],
        [half * 1.02, h + 14],
        [half * 0.72, h + 40],
        [half * 0.2, h + 52],
      ],
      paint: metal(),
      colour: ink.steel,
    }) +
    rod(`M0 ${-h - 50}V${-h - 128}`, 9, ink.steel) +
    group(
      turned({
        profile: [
          [10, 0],
          [28, 14],
          [28, 34],
          [12, 48],
        ],
        paint: round(ink.wood, 0.6),
        colour: ink.wood,
      }),
      { transform: `translate(0 ${-h - 122})` },
    )
  );
}

/** Eight facets, waist in the middle. */
export function mokaPot(large: boolean): string {
  const k = large ? 1.16 : 0.94;
  const facets = (points: readonly (readonly [number, number])[], fill: string[]) => {
    const splits = [-1, -0.62, -0.06, 0.58, 1];
    return fill
      .map((colour, i) =>
        path(
          `M${points.map(([w, h]) => `${w * splits[i]!} ${-h}`).join('L')}L${[...points]
            .reverse()
            .map(([w, h]) => `${w * splits[i + 1]!} ${-h}`)
            .join('L')}Z`,
          linear([
            [0, lit(colour, 0.3)],
            [1, colour],
          ]),
          { stroke: colour, 'stroke-width': 1 },
        ),
      )
      .join('');
  };
  const tones = ['#d3cec6', '#f3f0ea', '#aaa39b', '#7d766f'];
  return group(
    rod('M96 -430C196 -440 232 -400 222 -330C214 -280 206 -262 186 -236', 36, ink.black) +
      facets(
        [
          [150, 4],
          [144, 16],
          [112, 196],
        ],
        tones,
      ) +
      ellipse(66, -92, 15, 15, metal(ink.brass)) +
      facets(
        [
          [118, 196],
          [122, 206],
          [122, 226],
          [116, 234],
        ],
        ['#b5aea6', '#e4dfd8', '#8d867f', '#5f5852'],
      ) +
      facets(
        [
          [112, 234],
          [150, 440],
        ],
        tones,
      ) +
      path(
        'M-132 -384L-204 -448L-146 -440Z',
        linear([
          [0, '#f3f0ea'],
          [1, '#9d968f'],
        ]),
      ) +
      facets(
        [
          [152, 440],
          [150, 450],
          [40, 492],
        ],
        ['#c3bdb5', '#f7f4ef', '#9d968f', '#736c66'],
      ) +
      group(
        turned({
          profile: [
            [14, 0],
            [30, 16],
            [26, 48],
            [14, 58],
          ],
          paint: round(ink.wood, 0.5),
          colour: ink.wood,
        }),
        { transform: 'translate(0 -488)' },
      ),
    { transform: `scale(${k})` },
  );
}

export function kettle(colour: string, isMetal: boolean): string {
  const paint = isMetal ? metal(colour) : round(colour, 0.3);
  const dark = isMetal ? ink.black : shaded(colour, 0.2);
  return (
    turned({
      profile: [
        [206, 0],
        [208, 6],
        [196, 26],
      ],
      paint: round(ink.black, 0.3),
      colour: ink.black,
    }) +
    rod('M-158 -92C-240 -96 -226 -210 -262 -300C-272 -326 -292 -336 -318 -336', 24, colour) +
    turned({
      profile: [
        [182, 32],
        [188, 44],
        [176, 120],
        [132, 246],
      ],
      paint,
      colour,
    }) +
    turned({
      profile: [
        [126, 246],
        [120, 262],
        [40, 280],
      ],
      paint,
      colour,
    }) +
    drum(20, 278, 310, dark, round(dark, 0.6)) +
    rod('M120 -236C180 -292 268 -290 274 -230C276 -190 270 -150 262 -110', 34, ink.wood) +
    rod('M112 -232C130 -256 150 -270 170 -276', 20, isMetal ? ink.steel : colour) +
    rect(110, -22, 66, 15, '#f0b56a', 5, { opacity: 0.85 })
  );
}
