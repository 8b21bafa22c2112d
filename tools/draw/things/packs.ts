import { ink, lit, metal, round, shaded } from '../light.ts';
import { letters } from '../letters.ts';
import { blur, ellipse, group, line, linear, path } from '../svg.ts';
import { heap } from './beans.ts';
import { drum, rod, tilt, turned, turnedOutline } from './turned.ts';

/** A paper band round a cylinder, with its words set in the middle third where it faces us. */
export const band = (half: number, from: number, to: number, paper: string) =>
  path(
    turnedOutline(
      [
        [half, from],
        [half, to],
      ],
      'near',
    ),
    round(paper, 0.2),
  );
type Words = { readonly name: readonly string[]; readonly small: string };

export const wordsOn = ({ name, small }: Words, width: number, top: number, height: number, colour: string) =>
  letters('TRADEPOST', 0, top + height * 0.14, {
    size: width * 0.075,
    fill: colour,
    spacing: width * 0.02,
    weight: 0.8,
  }) +
  name
    .map((part, i) =>
      letters(part, 0, top + height * (name.length > 1 ? 0.5 : 0.62) + i * width * 0.21, {
        size: width * 0.2,
        fill: colour,
        face: 'display',
        within: width * 0.92,
      }),
    )
    .join('') +
  letters(small, 0, top + height * 0.93, { size: width * 0.078, fill: colour, weight: 0.5, within: width * 0.9 });

export function syrupBottle(colour: string, words: Words, large: boolean): string {
  const k = large ? 1 : 0.76;
  const dark = shaded(colour, 0.55);
  return group(
    turned({
      profile: [
        [96, 3],
        [104, 16],
        [104, 330],
        [92, 380],
        [44, 450],
        [38, 520],
      ],
      paint: linear([
        [0, shaded(colour, 0.55)],
        [0.1, shaded(colour, 0.1)],
        [0.22, lit(colour, 0.55)],
        [0.34, lit(colour, 0.1)],
        [0.66, shaded(colour, 0.25)],
        [0.86, shaded(colour, 0.58)],
        [0.95, lit(colour, 0.1)],
        [1, shaded(colour, 0.4)],
      ]),
      colour,
    }) +
      band(105, 70, 310, '#f1e6cf') +
      wordsOn(words, 176, -292, 236, dark) +
      turned({
        profile: [
          [42, 505],
          [42, 560],
        ],
        paint: metal(ink.brass),
        colour: ink.brass,
      }) +
      line('M-76 -390C-60 -420 -36 -440 -30 -500', '#ffffff', 8, { opacity: 0.7, filter: blur(2) }),
    { transform: `scale(${k})` },
  );
}

/** A squared carton with a gable and a cap. */
export function carton(colour: string, words: Words): string {
  const side = shaded(colour, 0.34);
  return (
    path(
      'M120 0L186 -30V-430L120 -410Z',
      linear([
        [0, side],
        [1, shaded(side, 0.2)],
      ]),
    ) +
    path(
      'M-120 0H120V-410H-120Z',
      linear([
        [0, lit(colour, 0.1)],
        [0.25, lit(colour, 0.35)],
        [1, shaded(colour, 0.08)],
      ]),
    ) +
    path(
      'M-120 -410H120L104 -494H-104Z',
      linear(
        [
          [0, lit(colour, 0.35)],
          [1, shaded(colour, 0.1)],
        ],
        [0, 0, 0.6, 1],
      ),
    ) +
    path('M120 -410L186 -430L104 -494Z', shaded(colour, 0.4)) +
    path(
      'M-104 -494H104L102 -534H-102Z',
      linear([
        [0, lit(colour, 0.5)],
        [1, shaded(colour, 0.12)],
      ]),
    ) +
    group(drum(34, 0, 26, '#efe8da', round('#efe8da')), { transform: 'translate(0 -440) rotate(0)' }) +
    path('M-120 0H120V-116C60 -150 -40 -90 -120 -130Z', lit(ink.moss, 0.15), { opacity: 0.9 }) +
    line(
      'M-84 -20C-84 -70 -92 -100 -80 -150M-84 -110C-110 -120 -112 -140 -108 -150M-82 -130C-60 -140 -58 -158 -62 -168',
      '#f1e6cf',
      6,
    ) +
    wordsOn(words, 200, -392, 236, shaded(colour, 0.72))
  );
}

export function tin(
  half: number,
  height: number,
  colour: string,
  words: Words,
  lidColour: string = ink.copper,
  plastic = false,
): string {
  return (
    turned({
      profile: [
        [half, 3],
        [half, height],
      ],
      paint: plastic ? round('#efe9de', 0.3) : metal('#b9b2a8'),
      colour: '#b9b2a8',
    }) +
    band(half + 1, height * 0.08, height * 0.84, colour) +
    wordsOn(
      words,
      half * 1.62,
      -height * 0.82 + half * tilt * 0.9,
      height * 0.7,
      colour === '#f1e6cf' ? ink.coffee : '#f6ecd8',
    ) +
    drum(half + 7, height - 4, height + half * 0.34, lidColour, plastic ? round(lidColour, 0.4) : metal(lidColour))
  );
}

/** A plain bottle for liquids that clean. */
export function cleanerBottle(colour: string, words: Words, large: boolean, cap: string = ink.black): string {
  return group(
    (large ? rod('M70 -380C150 -400 150 -260 96 -240', 26, lit(colour, 0.1)) : '') +
      turned({
        profile: [
          [100, 3],
          [108, 18],
          [108, 300],
          [92, 360],
          [50, 400],
          [46, 424],
        ],
        paint: round(colour, 0.45),
        colour,
      }) +
      band(109, 60, 280, '#f6f1e6') +
      wordsOn(words, 180, -262, 216, shaded(colour, 0.6)) +
      turned({
        profile: [
          [54, 420],
          [54, 478],
          [44, 486],
        ],
        paint: round(cap, 0.4),
        colour: cap,
      }) +
      [0, 1, 2, 3, 4, 5, 6, 7]
        .map((i) => line(`M${-46 + i * 13} -430V-470`, shaded(cap, 0.3), 3, { opacity: 0.5 }))
        .join(''),
    { transform: `scale(${large ? 1.12 : 0.86})` },
  );
}

/** An open paper sack, rolled down, heaped with beans. */
export const openSack = (bean: string, word: string) =>
  path(
    'M-240 0C-270 -150 -262 -300 -236 -420H236C262 -300 270 -150 240 0Q0 26 -240 0Z',
    linear([
      [0, shaded(ink.kraft, 0.16)],
      [0.14, lit(ink.kraft, 0.3)],
      [0.4, lit(ink.kraft, 0.08)],
      [0.8, shaded(ink.kraft, 0.16)],
      [1, shaded(ink.kraft, 0.36)],
    ]),
  ) +
  line(
    'M-190 -60C-150 -160 -210 -260 -170 -380M170 -40C130 -160 190 -250 160 -390M-60 -30C-30 -60 20 -50 60 -24',
    shaded(ink.kraft, 0.4),
    8,
    { opacity: 0.25, filter: blur(5) },
  ) +
  ellipse(0, -430, 236, 236 * tilt, shaded(ink.kraft, 0.5)) +
  group(heap(bean, 214, 92, word.length), { transform: 'translate(0 -416)' }) +
  path(
    'M-250 -394C-252 -430 -246 -452 -236 -462C-190 -396 190 -396 236 -462C246 -452 254 -430 250 -394C180 -340 -180 -340 -250 -394Z',
    linear([
      [0, shaded(ink.kraft, 0.05)],
      [0.2, lit(ink.kraft, 0.45)],
      [0.7, ink.kraft],
      [1, shaded(ink.kraft, 0.3)],
    ]),
  ) +
  letters('TRADEPOST', 0, -258, { size: 24, fill: '#5a3a20', spacing: 9, weight: 0.8 }) +
  letters(word, 0, -182, { size: 76, fill: '#5a3a20', face: 'display', within: 360 }) +
  letters('Green coffee  ·  by the kilo', 0, -128, { size: 24, fill: '#5a3a20', weight: 0.4 });
