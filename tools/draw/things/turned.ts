import { ink, lit, round, shaded } from '../light.ts';
import { element, ellipse, linear, line, type Paint, path } from '../svg.ts';

/** Half width and height above the table, from the foot upwards. */
export type Profile = readonly (readonly [half: number, height: number])[];

const r1 = (value: number) => Math.round(value * 10) / 10;

/** A smooth line through the points of a profile, on one side; handles as long as a third of their own stretch, so a
 *  short foot below a long wall does not overshoot. */
function side(profile: Profile, sign: 1 | -1): string {
  const points = profile.map(([half, height]) => [sign * half, -height] as const);
  const tangent = (i: number) => {
    const [before, after] = [points[Math.max(0, i - 1)]!, points[Math.min(points.length - 1, i + 1)]!];
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    return [(after[0] - before[0]) / length, (after[1] - before[1]) / length] as const;
  };
  let d = '';
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [p, q] = [points[i]!, points[i + 1]!];
    const third = Math.hypot(q[0] - p[0], q[1] - p[1]) / 3;
    const [from, to] = [tangent(i), tangent(i + 1)];
    d += `C${r1(p[0] + from[0] * third)} ${r1(p[1] + from[1] * third)} ${r1(q[0] - to[0] * third)} ${r1(q[1] - to[1] * third)} ${r1(q[0])} ${r1(q[1])}`;
  }
  return d;
}

/** How much of a circle's depth the camera sees from slightly above. */
export const tilt = 0.2;

/** The outline of a turned body: round foot, both sides, and the near or the far edge of its mouth. */
export function turnedOutline(profile: Profile, mouth: 'near' | 'far' = 'far'): string {
  const [foot] = profile[0]!;
  const [top, height] = profile[profile.length - 1]!;
  const reversed = [...profile].reverse();
  const left = side(
    reversed.map(([half, h]) => [half, h] as const),
    -1,
  );
  return `M${r1(-foot)} ${r1(-profile[0]![1])}A${r1(foot)} ${r1(foot * tilt)} 0 0 0 ${r1(foot)} ${r1(-profile[0]![1])}${side(profile, 1)}A${r1(top)} ${r1(top * tilt)} 0 0 ${mouth === 'far' ? 0 : 1} ${r1(-top)} ${r1(-height)}${left}Z`;
}

export type Turned = {
  readonly profile: Profile;
  readonly paint: Paint;
  readonly colour: string;
  /** Closed: a flat top. Open: one looks in. */
  readonly top?: 'closed' | 'open';
  readonly rim?: number;
  readonly fill?: { readonly colour: string; readonly depth: number; readonly art?: string };
};

export function turned({ profile, paint, colour, top = 'closed', rim = 8, fill }: Turned): string {
  const [half, height] = profile[profile.length - 1]!;
  const body =
    path(turnedOutline(profile), paint) +
    path(
      turnedOutline(profile),
      linear(
        [
          [0, '#22140c', 0],
          [0.72, '#22140c', 0],
          [1, '#22140c', 0.22],
        ],
        [0, 0, 0, 1],
      ),
    );
  if (top === 'closed')
    return (
      body +
      ellipse(
        0,
        -height,
        half,
        half * tilt,
        linear(
          [
            [0, lit(colour, 0.6)],
            [0.5, lit(colour, 0.25)],
            [1, shaded(colour, 0.12)],
          ],
          [0, 0, 1, 0.4],
        ),
      )
    );
  const inner = half - rim;
  const inside =
    ellipse(
      0,
      -height,
      half,
      half * tilt,
      linear([
        [0, lit(colour, 0.45)],
        [0.35, lit(colour, 0.75)],
        [1, shaded(colour, 0.08)],
      ]),
    ) +
    ellipse(
      0,
      -height,
      inner,
      inner * tilt - rim * 0.1,
      linear([
        [0, shaded(colour, 0.5)],
        [0.5, shaded(colour, 0.25)],
        [1, lit(colour, 0.18)],
      ]),
    );
  return body + inside + (fill ? liquid(inner, height, fill) : '');
}

function liquid(inner: number, height: number, { colour, depth, art = '' }: NonNullable<Turned['fill']>): string {
  const rx = inner * (1 - depth * 0.05);
  const ry = inner * tilt * (1 - depth * 0.12);
  const y = -height + inner * tilt * depth * 0.12;
  return (
    ellipse(
      0,
      y,
      rx,
      ry,
      linear(
        [
          [0, shaded(colour, 0.28)],
          [0.4, lit(colour, 0.1)],
          [1, lit(colour, 0.24)],
        ],
        [0, 0, 1, 0.3],
      ),
    ) +
    art +
    ellipse(0, y, rx, ry, 'none', { stroke: shaded(colour, 0.35), 'stroke-width': 2.5, opacity: 0.6 })
  );
}

/** A rod of any bend: handles, wands, spouts. */
export const rod = (d: string, width: number, colour: string) =>
  line(d, shaded(colour, 0.42), width) +
  line(d, shaded(colour, 0.05), width * 0.78, { transform: `translate(${-width * 0.05} ${-width * 0.06})` }) +
  line(d, lit(colour, 0.3), width * 0.4, { transform: `translate(${-width * 0.13} ${-width * 0.15})` }) +
  line(d, lit(colour, 0.75), width * 0.12, { transform: `translate(${-width * 0.19} ${-width * 0.2})`, opacity: 0.8 });

/** A short cylinder: knobs, feet, caps, burr carriers. */
export const drum = (half: number, from: number, to: number, colour: string, paint: Paint = round(colour)) =>
  turned({
    profile: [
      [half, from],
      [half, to],
    ],
    paint,
    colour,
  });

/** A rosetta poured into a surface of that half width, as the tilted camera sees it. */
export function latteArt(half: number, y: number): string {
  const k = half / 100;
  const leaf = (n: number) => {
    const w = 58 - n * 9;
    const top = -30 + n * 21;
    return line(
      `M${-w} ${top - 22}C${-w * 0.9} ${top + 8} ${-w * 0.3} ${top + 18} 0 ${top + 20}C${w * 0.3} ${top + 18} ${w * 0.9} ${top + 8} ${w} ${top - 22}`,
      ink.milk,
      10,
    );
  };
  const heart = path(
    'M0 -52C-14 -74 -44 -68 -40 -44C-37 -26 -14 -18 0 -2C14 -18 37 -26 40 -44C44 -68 14 -74 0 -52Z',
    ink.milk,
  );
  return element(
    'g',
    { transform: `translate(0 ${r1(y)}) scale(${k.toFixed(3)} ${(k * tilt).toFixed(3)})` },
    [0, 1, 2, 3, 4].map(leaf).join('') + heart + line('M0 -60V82', ink.crema, 5, { opacity: 0.8 }),
  );
}
