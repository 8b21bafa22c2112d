import { flat, ink, lit, metal, shaded, sheet } from '../light.ts';
import { ellipse, group, line, linear, type Paint, path, rect } from '../svg.ts';
import { button, gauge } from './controls.ts';
import { drum, rod, turned } from './turned.ts';

/** A box seen from the front and slightly from above: front, and the top falling back. */
export function box(
  x: number,
  top: number,
  width: number,
  height: number,
  colour: string,
  { depth = 34, radius = 14, front }: { depth?: number; radius?: number; front?: Paint } = {},
): string {
  const inset = depth * 0.55;
  return (
    path(
      `M${x + 4} ${top + 10}L${x + inset} ${top - depth}H${x + width - inset}L${x + width - 4} ${top + 10}Z`,
      linear([
        [0, lit(colour, 0.62)],
        [0.5, lit(colour, 0.38)],
        [1, lit(colour, 0.1)],
      ]),
    ) +
    rect(x, top, width, height, front ?? flat(colour), radius) +
    rect(
      x,
      top,
      width,
      height,
      linear(
        [
          [0, '#22140c', 0],
          [0.7, '#22140c', 0],
          [1, '#22140c', 0.2],
        ],
        [0, 0, 0, 1],
      ),
      radius,
    ) +
    line(`M${x + radius} ${top + 2.5}H${x + width - radius}`, lit(colour, 0.85), 4, { opacity: 0.8 }) +
    line(`M${x + 3} ${top + radius}V${top + height - radius}`, lit(colour, 0.7), 4, { opacity: 0.6 })
  );
}

/** The head a portafilter locks into, and the portafilter with its handle towards us. */
export function brewGroup(
  x: number,
  y: number,
  { pouring = false, locked = true, wood = ink.wood }: { pouring?: boolean; locked?: boolean; wood?: string } = {},
): string {
  const head = group(
    turned({
      profile: [
        [72, -66],
        [73, -44],
        [64, -36],
        [60, 0],
      ],
      paint: metal(),
      colour: ink.steel,
    }),
    { transform: `translate(${x} ${y})` },
  );
  const filter = locked ? group(portafilter({ wood, spouts: 2 }), { transform: `translate(${x} ${y + 84})` }) : '';
  const streams = pouring
    ? line(`M${x - 17} ${y + 138}V${y + 250}`, '#6b3a1a', 7) +
      line(`M${x + 17} ${y + 138}V${y + 250}`, '#7d4621', 7) +
      line(`M${x - 18.5} ${y + 140}V${y + 250}`, '#d59a5a', 1.8)
    : '';
  return streams + head + filter;
}

/** Seen from the front: basket ring, body, spouts, and the handle pointing at the viewer's right. */
export const portafilter = ({ wood = ink.wood as string, spouts = 2 as 0 | 1 | 2 } = {}) =>
  rod('M50 -4C120 4 170 14 236 30', 26, ink.steel) +
  rod('M112 8C160 14 200 22 252 36', 40, wood) +
  turned({
    profile: [
      [26, -32],
      [54, -24],
      [66, -4],
      [71, 4],
      [71, 26],
    ],
    paint: metal(),
    colour: ink.steel,
  }) +
  (spouts === 2
    ? rod('M-4 30C-18 34 -18 42 -18 54M4 30C18 34 18 42 18 54', 15, ink.steel)
    : spouts === 1
      ? rod('M0 28V56', 17, ink.steel)
      : ellipse(0, 24, 44, 10, shaded('#6b3a1a', 0.2)));

export const steamWand = (x: number, y: number, mirrored = false) =>
  group(
    ellipse(0, 0, 19, 19, metal()) +
      rod('M0 4C-4 60 -10 130 -34 224', 15, ink.steel) +
      rod('M-31 206L-37 240', 20, ink.rubber),
    { transform: `translate(${x} ${y}) scale(${mirrored ? -1 : 1} 1)` },
  );

const dripTray = (x: number, y: number, width: number, colour: string) =>
  box(x, y, width, 74, colour, { depth: 60, radius: 12 }) +
  path(
    `M${x + 26} ${y - 4}L${x + 46} ${y - 50}H${x + width - 46}L${x + width - 26} ${y - 4}Z`,
    linear([
      [0, '#d9d5cf'],
      [0.4, '#f7f4ef'],
      [1, '#8e8983'],
    ]),
  ) +
  Array.from({ length: Math.floor(width / 24) - 3 }, (_, i) =>
    line(`M${x + 48 + i * 24} ${y - 46}L${x + 42 + i * 24} ${y - 9}`, '#57504a', 6, { opacity: 0.7 }),
  ).join('');

const feet = (from: number, to: number) =>
  [from, to].map((x) => group(drum(24, 0, 20, ink.rubber), { transform: `translate(${x} 0)` })).join('');

/** The recess between tray and head, in shade. */
const recess = (x: number, y: number, width: number, height: number, colour: string) =>
  rect(
    x,
    y,
    width,
    height,
    linear(
      [
        [0, shaded(colour, 0.5)],
        [0.35, shaded(colour, 0.3)],
        [1, shaded(colour, 0.12)],
      ],
      [0, 0, 0.3, 1],
    ),
  ) +
  path(
    `M${x} ${y}H${x + width}V${y + height * 0.35}H${x}Z`,
    linear(
      [
        [0, '#22140c', 0.45],
        [1, '#22140c', 0],
      ],
      [0, 0, 0, 1],
    ),
  );

export type MachineLook = { readonly colour: string; readonly metal?: boolean; readonly cup?: string };

/** A home machine: one group, a wand on the left, cups warming on top. 0 is the middle of its foot. */
export function counterMachine({ colour, metal: isMetal, cup = '' }: MachineLook, wide = false): string {
  const w = wide ? 620 : 500;
  const x = -w / 2;
  const front = isMetal ? sheet(colour) : flat(colour);
  const accents = wide
    ? gauge(x + 92, -612, 38, -30) +
      gauge(x + 190, -612, 38, 42) +
      button(w / 2 - 150, -612, 24) +
      button(w / 2 - 80, -612, 24, ink.copper)
    : gauge(0, -612, 42, 20) +
      button(x + 78, -612, 25) +
      button(x + 142, -612, 25) +
      button(w / 2 - 84, -612, 27, ink.copper);
  return (
    feet(x + 60, w / 2 - 60) +
    dripTray(x - 8, -94, w + 16, shaded(colour, isMetal ? 0.1 : 0.16)) +
    recess(x + 26, -530, w - 52, 392, colour) +
    rect(x + 6, -530, 24, 400, front) +
    rect(
      w / 2 - 30,
      -530,
      24,
      400,
      linear([
        [0, shaded(colour, 0.2)],
        [1, shaded(colour, 0.4)],
      ]),
    ) +
    box(x, -700, w, 180, colour, { depth: 62, radius: 20, front }) +
    rail(x + 26, w - 52, -736) +
    accents +
    steamWand(x + 60, -506) +
    brewGroup(26, -462, { pouring: cup !== '' }) +
    group(cup, { transform: 'translate(26 -124) scale(.56)' })
  );
}

const rail = (x: number, width: number, y: number) => rod(`M${x} ${y}V${y - 34}H${x + width}V${y}`, 9, ink.steel);

/** A bar machine: two or three groups, wide panels, wands at both ends. */
export function station(groups: 2 | 3, { colour, metal: isMetal, cup = '' }: MachineLook): string {
  const w = groups === 2 ? 900 : 1200;
  const x = -w / 2;
  const front = isMetal ? sheet(colour) : flat(colour);
  const places = groups === 2 ? [-200, 140] : [-390, -40, 310];
  return (
    feet(x + 70, w / 2 - 70) +
    dripTray(x + 10, -94, w - 20, isMetal ? shaded(colour, 0.1) : ink.steel) +
    recess(x + 40, -460, w - 80, 330, isMetal ? colour : shaded(colour, 0.1)) +
    path(`M${x} -600C${x - 16} -420 ${x - 10} -160 ${x + 14} -22H${x + 62}V-520Z`, front) +
    path(
      `M${-x} -600C${-x + 16} -420 ${-x + 10} -160 ${-x - 14} -22H${-x - 62}V-520Z`,
      linear([
        [0, shaded(colour, 0.12)],
        [1, shaded(colour, 0.4)],
      ]),
    ) +
    box(x + 2, -600, w - 4, 150, colour, { depth: 70, radius: 22, front }) +
    rect(
      x + 40,
      -478,
      w - 80,
      14,
      linear([
        [0, lit(ink.wood, 0.3)],
        [0.4, ink.wood],
        [1, shaded(ink.wood, 0.4)],
      ]),
      6,
    ) +
    rail(x + 50, w - 100, -640) +
    places
      .map((place) => button(place - 40, -528, 16) + button(place, -528, 16) + button(place + 40, -528, 16))
      .join('') +
    gauge(x + 92, -526, 36, 10) +
    gauge(-x - 92, -526, 36, -24) +
    steamWand(x + 104, -446) +
    steamWand(-x - 104, -446, true) +
    places.map((place, i) => brewGroup(place, -396, { pouring: i === 0 && cup !== '' })).join('') +
    group(cup, { transform: `translate(${places[0]} -116) scale(.56)` })
  );
}
