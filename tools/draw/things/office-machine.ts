import { ink, sheet } from '../light.ts';
import { group, line, linear, path, rect } from '../svg.ts';
import { button, hopper, screen } from './controls.ts';
import { box } from './machine.ts';
import { rod } from './turned.ts';

const niche = (x: number, y: number, w: number, h: number) =>
  rect(
    x,
    y,
    w,
    h,
    linear(
      [
        [0, '#1d1815'],
        [0.5, '#3a332e'],
        [1, '#57504a'],
      ],
      [0, 0, 0.2, 1],
    ),
    10,
  ) +
  path(
    `M${x} ${y}H${x + w}V${y + h * 0.3}H${x}Z`,
    linear(
      [
        [0, '#000000', 0.5],
        [1, '#000000', 0],
      ],
      [0, 0, 0, 1],
    ),
  );
const grate = (x: number, y: number, w: number) =>
  rect(
    x,
    y,
    w,
    40,
    linear([
      [0, '#8d867f'],
      [0.3, '#efebe5'],
      [1, '#6c655f'],
    ]),
    8,
  ) +
  Array.from({ length: Math.floor(w / 22) - 1 }, (_, i) => line(`M${x + 20 + i * 22} ${y + 8}v22`, '#3a332e', 7)).join(
    '',
  );

/** One touch for an office: bean hopper, screen, spout; with a milk fridge at its side if wanted. */
export function officeBarista8(withMilk: boolean, drink: string): string {
  const w = 430;
  const x = -w / 2 - (withMilk ? 130 : 0);
  const c = '#3b3836';
  const fridge = withMilk
    ? box(w / 2 - 118, -430, 250, 424, ink.steel, { depth: 50, radius: 16, front: sheet() }) +
      rect(
        w / 2 - 92,
        -390,
        198,
        210,
        linear(
          [
            [0, '#20262a'],
            [0.4, '#46525a'],
            [1, '#161b1e'],
          ],
          [0, 0, 1, 1],
        ),
        10,
      ) +
      rod(`M${w / 2 - 90} -150V-60`, 14, ink.steel) +
      rod(`M${w / 2 - 60} -440C${w / 2 - 70} -520 ${w / 2 - 200} -520 ${x + w - 60} -440`, 8, '#e8e4dc')
    : '';
  return (
    fridge +
    hopper(x + w * 0.5, -690, 240, 120) +
    box(x, -680, w, 674, c, { depth: 56, radius: 26 }) +
    screen(x + 50, -640, w - 100, 170, 6) +
    niche(x + 60, -430, w - 120, 340) +
    rect(
      x + w / 2 - 62,
      -440,
      124,
      90,
      linear([
        [0, '#8d867f'],
        [0.3, '#f4f0ea'],
        [0.7, '#8d867f'],
        [1, '#4b4540'],
      ]),
      14,
    ) +
    rod(`M${x + w / 2 - 22} -352v18M${x + w / 2 + 22} -352v18`, 16, ink.steel) +
    group(drink, { transform: `translate(${x + w / 2} -104) scale(.62)` }) +
    grate(x + 44, -92, w - 88) +
    button(x + w - 34, -560, 12, ink.copper)
  );
}

/** For breakfast rooms: two hoppers, a large screen, water from the wall. */
export function officeBarista20(drink: string): string {
  const w = 520;
  const x = -w / 2;
  return (
    hopper(x + 140, -830, 190, 150) +
    hopper(x + w - 140, -830, 190, 150) +
    box(x, -826, w, 820, '#e4dfd6', { depth: 54, radius: 22 }) +
    rect(
      x,
      -826,
      w,
      330,
      linear(
        [
          [0, '#3b3632'],
          [0.3, '#57504a'],
          [1, '#221e1b'],
        ],
        [0, 0, 1, 0.6],
      ),
      22,
    ) +
    screen(x + 46, -794, w - 92, 270, 8) +
    niche(x + 70, -480, w - 140, 380) +
    rect(
      x + w / 2 - 80,
      -490,
      160,
      100,
      linear([
        [0, '#8d867f'],
        [0.3, '#f4f0ea'],
        [0.7, '#8d867f'],
        [1, '#4b4540'],
      ]),
      16,
    ) +
    rod(`M${x + w / 2 - 26} -392v22M${x + w / 2 + 26} -392v22`, 18, ink.steel) +
    rod(`M${x + 120} -480v90`, 12, ink.steel) +
    group(drink, { transform: `translate(${x + w / 2} -112) scale(.7)` }) +
    grate(x + 50, -104, w - 100) +
    rect(x + 26, -30, w - 52, 8, ink.copper, 4)
  );
}
