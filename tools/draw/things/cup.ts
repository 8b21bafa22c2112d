import { ink, lit, metal, round, shaded } from '../light.ts';
import { blur, ellipse, group, line, linear, path, strewn } from '../svg.ts';
import { latteArt, type Profile, rod, tilt, turned, turnedOutline } from './turned.ts';

/** Hot coffee: drawn into the surface of a cup of that inner width. */
const cremaArt = (half: number, y: number) =>
  ellipse(-half * 0.3, y + half * tilt * 0.1, half * 0.4, half * tilt * 0.34, lit(ink.crema, 0.35), {
    opacity: 0.5,
    filter: blur(6),
  }) +
  ellipse(half * 0.3, y - half * tilt * 0.2, half * 0.34, half * tilt * 0.26, shaded(ink.crema, 0.35), {
    opacity: 0.4,
    filter: blur(6),
  });

export type CupFill = 'empty' | 'espresso' | 'latte' | 'filter' | 'chocolate';
export type CupKind = 'espresso' | 'cappuccino' | 'mug';
const shapes: Readonly<Record<CupKind, { profile: Profile; handle: string; rod: number; saucer: number }>> = {
  espresso: {
    profile: [
      [62, 4],
      [68, 14],
      [104, 60],
      [124, 120],
      [128, 176],
    ],
    handle: 'M118 -140C188 -160 214 -122 188 -90C168 -64 130 -60 108 -64',
    rod: 24,
    saucer: 196,
  },
  cappuccino: {
    profile: [
      [80, 4],
      [88, 16],
      [140, 66],
      [178, 130],
      [190, 190],
    ],
    handle: 'M176 -152C262 -176 290 -128 258 -92C232 -62 182 -58 150 -66',
    rod: 27,
    saucer: 272,
  },
  mug: {
    profile: [
      [118, 4],
      [128, 14],
      [134, 60],
      [136, 180],
      [138, 268],
    ],
    handle: 'M134 -226C228 -240 246 -190 240 -140C234 -88 200 -60 132 -62',
    rod: 30,
    saucer: 0,
  },
};

const saucer = (half: number, colour: string) =>
  turned({
    profile: [
      [half * 0.52, 0],
      [half * 0.6, 3],
      [half * 0.94, 22],
      [half, 28],
    ],
    paint: round(colour, 0.4),
    colour,
  }) +
  ellipse(
    0,
    -27,
    half * 0.97,
    half * 0.97 * tilt,
    linear([
      [0, shaded(colour, 0.08)],
      [0.4, lit(colour, 0.35)],
      [1, lit(colour, 0.05)],
    ]),
  ) +
  ellipse(
    0,
    -23,
    half * 0.5,
    half * 0.5 * tilt,
    linear([
      [0, shaded(colour, 0.22)],
      [1, lit(colour, 0.3)],
    ]),
  );

export function cup(kind: CupKind, colour: string, filled: CupFill = 'empty', withSaucer = true): string {
  const { profile, handle, rod: width, saucer: plate } = shapes[kind];
  const [half, height] = profile[profile.length - 1]!;
  const rim = kind === 'mug' ? 9 : 13;
  const coffee =
    filled === 'filter' ? ink.coffee : filled === 'chocolate' ? '#6b3f2a' : filled === 'latte' ? mixMilk : ink.crema;
  const fill =
    filled === 'empty'
      ? undefined
      : {
          colour: coffee,
          depth: 1.1,
          art:
            filled === 'latte'
              ? latteArt((half - rim) * 0.92, -height + 4)
              : filled === 'espresso'
                ? cremaArt(half - rim, -height + 4)
                : '',
        };
  const lift = withSaucer && plate ? 20 : 0;
  const body =
    rod(handle, width, colour) +
    turned({ profile, paint: round(colour, kind === 'mug' ? 0.15 : 0.6), colour, top: 'open', rim, fill }) +
    (kind === 'mug' ? speckles(profile, colour) : '');
  return (
    (lift
      ? saucer(plate, colour) +
        ellipse(30, -24, half * 0.62, half * 0.13, '#22140c', { opacity: 0.35, filter: blur(9) })
      : '') + group(body, { transform: `translate(0 ${-lift})` })
  );
}
const mixMilk = '#b98450';

function speckles(profile: Profile, colour: string): string {
  const random = strewn(7);
  const [half, height] = profile[profile.length - 1]!;
  const dots = Array.from({ length: 60 }, () =>
    ellipse(
      (random() * 2 - 1) * half * 0.92,
      -height * (0.06 + random() * 0.84),
      1 + random() * 1.8,
      0.8 + random() * 1.2,
      shaded(colour, 0.55),
      { opacity: 0.5 },
    ),
  ).join('');
  return (
    dots +
    path(
      `M${-half * 0.86} -6A${half * 0.86} ${half * 0.17} 0 0 0 ${half * 0.86} -6L${half * 0.94} -30A${half * 0.94} ${half * 0.18} 0 0 1 ${-half * 0.94} -30Z`,
      lit(ink.kraft, 0.1),
      { opacity: 0.75 },
    )
  );
}

export const steam = (scale = 1) =>
  group(
    line('M-34 0C-64 -60 4 -96 -26 -160C-46 -206 -12 -236 -20 -280', '#fffdf8', 22, {
      filter: blur(13),
      opacity: 0.75,
    }) +
      line('M26 0C58 -50 -8 -96 28 -150C52 -192 20 -220 30 -250', '#fffdf8', 18, { filter: blur(12), opacity: 0.65 }) +
      line('M-4 -10C16 -70 -30 -110 2 -190', '#ffffff', 8, { filter: blur(6), opacity: 0.5 }),
    { transform: `scale(${scale})` },
  );

/** A straight-sided glass with a second wall; the drink seems to float. */
export function doubleWall(small: boolean): string {
  const [half, height] = small ? [92, 200] : [118, 330];
  const outer: Profile = [
    [half * 0.66, 3],
    [half * 0.8, 20],
    [half, height * 0.55],
    [half * 0.93, height * 0.86],
    [half * 0.97, height],
  ];
  const inner: Profile = [
    [half * 0.34, height * 0.16],
    [half * 0.58, height * 0.24],
    [half * 0.78, height * 0.55],
    [half * 0.84, height * 0.82],
  ];
  const drink = small ? '#5a2d14' : '#a8713f';
  return (
    path(
      turnedOutline(outer),
      linear([
        [0, '#9fb0ad', 0.75],
        [0.08, '#eef5f3', 0.6],
        [0.2, '#ffffff', 0.55],
        [0.5, '#dfe8e6', 0.25],
        [0.88, '#8fa19e', 0.4],
        [1, '#758784', 0.7],
      ]),
    ) +
    turned({
      profile: inner,
      paint: linear([
        [0, shaded(drink, 0.4)],
        [0.3, lit(drink, 0.25)],
        [0.65, drink],
        [1, shaded(drink, 0.45)],
      ]),
      colour: small ? ink.crema : ink.milk,
    }) +
    (small
      ? ''
      : path(
          turnedOutline([
            [half * 0.8, height * 0.62],
            [half * 0.84, height * 0.83],
          ]),
          linear([
            [0, '#d9c3a2'],
            [0.3, '#fff6e6'],
            [1, '#b9976b'],
          ]),
          { opacity: 0.9 },
        ) + ellipse(0, -height * 0.83, half * 0.84, half * 0.84 * tilt, '#f7ead4')) +
    line(
      `M${-half * 0.82} ${-height * 0.2}C${-half * 0.96} ${-height * 0.5} ${-half * 0.86} ${-height * 0.8} ${-half * 0.86} ${-height * 0.94}`,
      '#ffffff',
      9,
      { opacity: 0.85, filter: blur(1.5) },
    ) +
    line(
      `M${half * 0.86} ${-height * 0.3}C${half * 0.94} ${-height * 0.5} ${half * 0.84} ${-height * 0.75} ${half * 0.88} ${-height * 0.9}`,
      '#ffffff',
      4,
      { opacity: 0.6 },
    ) +
    ellipse(0, -height, half * 0.97, half * 0.97 * tilt, 'none', {
      stroke: '#ffffff',
      'stroke-width': 4,
      opacity: 0.9,
    }) +
    ellipse(0, -height + 1.5, half * 0.97, half * 0.97 * tilt, 'none', {
      stroke: '#8fa19e',
      'stroke-width': 1.4,
      opacity: 0.8,
    })
  );
}

const paperCup = (height: number, colour: string) => {
  const [foot, mouth] = [height * 0.29, height * 0.4];
  const profile: Profile = [
    [foot, 2],
    [mouth, height],
  ];
  const band: Profile = [
    [foot + (mouth - foot) * 0.26, height * 0.26],
    [foot + (mouth - foot) * 0.7, height * 0.7],
  ];
  return { profile, mouth, art: path(turnedOutline(band, 'near'), round(colour, 0.2)) };
};

export function toGoCup(height: number, colour: string, lid: boolean): string {
  const { profile, mouth, art } = paperCup(height, colour);
  const body = turned({
    profile,
    paint: round(ink.kraft, 0.2),
    colour: ink.kraft,
    top: lid ? 'closed' : 'open',
    rim: 7,
    fill: lid ? undefined : { colour: ink.coffee, depth: 1.6 },
  });
  const rim = lid
    ? ''
    : ellipse(0, -height, mouth, mouth * tilt, 'none', { stroke: lit(ink.kraft, 0.5), 'stroke-width': 7 });
  return body + art + rim + (lid ? fibreLid(mouth, height) : '');
}

export const fibreLid = (mouth: number, height: number) => {
  const c = '#ded2ba';
  return (
    turned({
      profile: [
        [mouth * 1.06, height - 10],
        [mouth * 1.07, height + 10],
        [mouth * 0.99, height + 22],
        [mouth * 0.93, height + 44],
      ],
      paint: round(c, 0.15),
      colour: c,
    }) +
    ellipse(
      0,
      -height - 44,
      mouth * 0.78,
      mouth * 0.78 * tilt,
      linear([
        [0, shaded(c, 0.22)],
        [1, lit(c, 0.2)],
      ]),
    ) +
    ellipse(-mouth * 0.1, -height - 38, 16, 5, shaded(c, 0.7))
  );
};

export function travelCup(colour: string): string {
  const profile: Profile = [
    [96, 3],
    [102, 14],
    [118, 200],
    [124, 330],
  ];
  return (
    turned({ profile, paint: round(colour, 0.35), colour }) +
    path(
      turnedOutline(
        [
          [96, 3],
          [98, 34],
        ],
        'near',
      ),
      metal(),
    ) +
    turned({
      profile: [
        [128, 326],
        [130, 340],
        [128, 384],
        [116, 398],
      ],
      paint: round(ink.black, 0.4),
      colour: ink.black,
    }) +
    turned({
      profile: [
        [36, 398],
        [34, 420],
      ],
      paint: round(ink.black, 0.5),
      colour: ink.black,
    }) +
    rod('M-120 -366C-150 -372 -156 -340 -130 -332', 12, ink.black)
  );
}
