import { lit, shaded } from '../light.ts';
import { blur, ellipse, group, line, linear, strewn } from '../svg.ts';

export const bean = (colour: string, r: number) =>
  ellipse(r * 0.2, r * 0.42, r * 1.02, r * 0.5, '#22140c', { opacity: 0.35, filter: blur(r * 0.16) }) +
  ellipse(
    0,
    0,
    r,
    r * 0.7,
    linear(
      [
        [0, lit(colour, 0.42)],
        [0.4, colour],
        [1, shaded(colour, 0.5)],
      ],
      [0, 0, 0.7, 1],
    ),
  ) +
  line(
    `M${-r * 0.86} ${r * 0.08}C${-r * 0.3} ${-r * 0.26} ${r * 0.2} ${r * 0.3} ${r * 0.88} ${-r * 0.06}`,
    shaded(colour, 0.7),
    r * 0.13,
  ) +
  ellipse(-r * 0.34, -r * 0.34, r * 0.3, r * 0.12, lit(colour, 0.75), { opacity: 0.55, transform: `rotate(-18)` });

/** Beans strewn over an oval on the table, those behind first. */
export function strewnBeans(
  colour: string,
  count: number,
  halfWidth: number,
  halfDepth: number,
  seed: number,
  size = 19,
): string {
  const random = strewn(seed);
  return Array.from({ length: count }, () => {
    const angle = random() * Math.PI * 2;
    const distance = Math.sqrt(random());
    return {
      x: Math.cos(angle) * distance * halfWidth,
      y: Math.sin(angle) * distance * halfDepth,
      turn: Math.round(random() * 360),
      r: size * (0.85 + random() * 0.3),
    };
  })
    .sort((a, b) => a.y - b.y)
    .map(({ x, y, turn, r }) =>
      group(group(bean(colour, r), { transform: `rotate(${(turn % 60) - 30})` }), {
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
      }),
    )
    .join('');
}

/** A heap: beans on a rounded pile. */
export function heap(colour: string, halfWidth: number, height: number, seed: number, size = 17): string {
  const random = strewn(seed);
  const rows = Math.round(height / (size * 0.62));
  let drawn = ellipse(0, -height * 0.35, halfWidth * 0.94, height * 0.62, shaded(colour, 0.55));
  for (let row = rows; row >= 0; row -= 1) {
    const y = -(row / rows) * height;
    const half = halfWidth * Math.sqrt(Math.max(0.02, 1 - (row / rows) ** 1.7));
    const count = Math.max(1, Math.round((half * 2) / (size * 1.35)));
    for (let i = 0; i < count; i += 1) {
      const x = -half + ((i + 0.5) / count) * half * 2 + (random() - 0.5) * size;
      drawn += group(bean(colour, size * (0.85 + random() * 0.3)), {
        transform: `translate(${x.toFixed(1)} ${(y + (random() - 0.5) * size * 0.6).toFixed(1)}) rotate(${Math.round(random() * 70 - 35)})`,
      });
    }
  }
  return drawn;
}
