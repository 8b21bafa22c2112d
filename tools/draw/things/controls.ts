import { ink, lit, metal, shaded } from '../light.ts';
import { blur, ellipse, line, linear, path, rect } from '../svg.ts';

export const gauge = (x: number, y: number, r: number, turn: number) =>
  ellipse(x, y, r, r, metal()) +
  ellipse(
    x,
    y,
    r * 0.8,
    r * 0.8,
    linear(
      [
        [0, '#d9d2c4'],
        [0.5, '#fbf8f0'],
      ],
      [0, 0, 1, 1],
    ),
  ) +
  [-120, -80, -40, 0, 40, 80, 120]
    .map((a) =>
      line(`M${x} ${y - r * 0.66}V${y - r * 0.54}`, ink.black, r * 0.05, { transform: `rotate(${a} ${x} ${y})` }),
    )
    .join('') +
  line(`M${x} ${y + r * 0.14}V${y - r * 0.56}`, ink.copper, r * 0.09, { transform: `rotate(${turn} ${x} ${y})` }) +
  ellipse(x, y, r * 0.1, r * 0.1, ink.black);

export const button = (x: number, y: number, r: number, colour: string = ink.steel) =>
  ellipse(x + 1.5, y + 3, r * 1.06, r * 1.06, '#22140c', { opacity: 0.4, filter: blur(2) }) +
  ellipse(
    x,
    y,
    r,
    r,
    linear(
      [
        [0, lit(colour, 0.75)],
        [1, shaded(colour, 0.35)],
      ],
      [0, 0, 1, 1],
    ),
  ) +
  ellipse(
    x,
    y,
    r * 0.72,
    r * 0.72,
    linear(
      [
        [0, shaded(colour, 0.12)],
        [1, lit(colour, 0.45)],
      ],
      [0, 0, 1, 1],
    ),
  );

export const screen = (x: number, y: number, w: number, h: number, tiles: number) => {
  const columns = Math.ceil(tiles / 2);
  const size = Math.min((w - 24) / columns, (h - 24) / 2);
  const drinks = Array.from({ length: tiles }, (_, i) => {
    const cx = x + 12 + ((i % columns) + 0.5) * ((w - 24) / columns);
    const cy = y + 12 + (Math.floor(i / columns) + 0.5) * ((h - 24) / 2);
    const k = size * 0.26;
    return (
      ellipse(cx, cy, k * 1.4, k * 1.4, '#4a3626') +
      path(
        `M${cx - k * 0.7} ${cy - k * 0.5}H${cx + k * 0.7}L${cx + k * 0.5} ${cy + k * 0.75}H${cx - k * 0.5}Z`,
        i % 3 === 0 ? '#f0e0c4' : i % 3 === 1 ? '#c98d55' : '#e8c193',
      ) +
      line(`M${cx + k * 0.7} ${cy - k * 0.2}q${k * 0.5} ${k * 0.2} 0 ${k * 0.6}`, '#f0e0c4', k * 0.14)
    );
  }).join('');
  return (
    rect(
      x,
      y,
      w,
      h,
      linear(
        [
          [0, '#3d322b'],
          [0.5, '#221a15'],
          [1, '#16110d'],
        ],
        [0, 0, 1, 1],
      ),
      14,
    ) +
    drinks +
    path(`M${x + 6} ${y + 10}H${x + w * 0.42}L${x + w * 0.2} ${y + h - 8}H${x + 6}Z`, '#ffffff', { opacity: 0.06 })
  );
};

export const hopper = (x: number, y: number, w: number, h: number) =>
  path(
    `M${x - w / 2} ${y - h}H${x + w / 2}L${x + w * 0.4} ${y}H${x - w * 0.4}Z`,
    linear([
      [0, '#4f3a2c'],
      [0.15, '#8a6b52'],
      [0.3, '#5c3e2a'],
      [0.8, '#3b2417'],
      [1, '#2b1a10'],
    ]),
    { opacity: 0.94 },
  ) +
  path(
    `M${x - w / 2} ${y - h}H${x + w / 2}L${x + w * 0.47} ${y - h * 0.72}H${x - w * 0.47}Z`,
    linear([
      [0, '#c9d3d0', 0.9],
      [0.2, '#ffffff', 0.9],
      [1, '#8fa19e', 0.8],
    ]),
  ) +
  line(`M${x - w * 0.42} ${y - h * 0.92}L${x - w * 0.35} ${y - 6}`, '#ffffff', 7, { opacity: 0.5 }) +
  rect(
    x - w / 2 - 6,
    y - h - 16,
    w + 12,
    18,
    linear([
      [0, '#5b5550'],
      [0.3, '#8d867f'],
      [1, '#2c2825'],
    ]),
    7,
  );
