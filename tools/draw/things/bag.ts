import { lit, shaded } from '../light.ts';
import { letters } from '../letters.ts';
import { blur, clipped, ellipse, group, line, linear, path, rect } from '../svg.ts';

export type BagLook = {
  readonly colour: string;
  readonly label: string;
  /** The two lines of the name. */
  readonly name: readonly string[];
  readonly note: string;
  readonly weight: string;
  /** A small drawing, 200 wide and high around the origin, in the label's ink. */
  readonly motif: (ink: string) => string;
};

const kinds = {
  '250': { width: 300, height: 470 },
  '500': { width: 350, height: 560 },
  '1K': { width: 410, height: 680 },
  '5K': { width: 560, height: 850 },
} as const;
export type BagKind = keyof typeof kinds;
export const bagSize = (kind: BagKind) => kinds[kind];

/** A side-gusset bag, turned a little so that its right gusset shows, rolled over and tin-tied at the top. */
export function bag(look: BagLook, kind: BagKind = '1K'): string {
  const { width: w, height: h } = kinds[kind];
  const c = look.colour;
  const half = w / 2;
  const gusset = w * 0.17;
  const fold = h * 0.1;
  const front = `M${-half} 0Q0 ${h * 0.018} ${half} 0C${half * 1.05} ${-h * 0.3} ${half * 1.04} ${-h * 0.6} ${half * 0.97} ${-h + fold}L${-half * 0.97} ${-h + fold}C${-half * 1.05} ${-h * 0.6} ${-half * 1.05} ${-h * 0.3} ${-half} 0Z`;
  const sideFace = `M${half} 0L${half + gusset * 0.9} ${-h * 0.045}C${half + gusset} ${-h * 0.35} ${half + gusset * 0.75} ${-h * 0.7} ${half * 0.97 + gusset * 0.35} ${-h + fold}L${half * 0.97} ${-h + fold}C${half * 1.04} ${-h * 0.6} ${half * 1.05} ${-h * 0.3} ${half} 0Z`;
  const crease = `M${half + gusset * 0.45} ${-h * 0.02}C${half + gusset * 0.28} ${-h * 0.3} ${half + gusset * 0.3} ${-h * 0.65} ${half * 0.97 + gusset * 0.16} ${-h + fold}`;
  const head = `M${-half * 0.985} ${-h + fold + 4}L${-half * 0.97} ${-h + 6}Q0 ${-h - 6} ${half * 0.97} ${-h + 6}L${half * 0.97 + gusset * 0.36} ${-h + 12}L${half * 0.99 + gusset * 0.37} ${-h + fold + 4}Z`;
  return (
    path(
      sideFace,
      linear([
        [0, shaded(c, 0.34)],
        [0.42, shaded(c, 0.5)],
        [0.5, shaded(c, 0.26)],
        [1, shaded(c, 0.44)],
      ]),
    ) +
    line(crease, shaded(c, 0.6), 3, { opacity: 0.7 }) +
    path(
      front,
      linear([
        [0, shaded(c, 0.1)],
        [0.06, lit(c, 0.2)],
        [0.2, lit(c, 0.32)],
        [0.45, lit(c, 0.06)],
        [0.8, shaded(c, 0.1)],
        [0.96, shaded(c, 0.26)],
        [1, shaded(c, 0.12)],
      ]),
    ) +
    clipped(front, folds(half, h, c)) +
    label(look, w, h) +
    path(
      head,
      linear([
        [0, shaded(c, 0.02)],
        [0.2, lit(c, 0.3)],
        [0.6, shaded(c, 0.06)],
        [0.85, shaded(c, 0.2)],
        [1, shaded(c, 0.42)],
      ]),
    ) +
    line(`M${-half * 0.975} ${-h + fold + 2}L${half * 0.985} ${-h + fold + 2}`, shaded(c, 0.5), 5, {
      opacity: 0.45,
      filter: blur(3),
    }) +
    line(`M${-half * 0.975} ${-h + fold * 0.62}L${half * 0.98} ${-h + fold * 0.62}`, shaded(c, 0.3), 2, {
      opacity: 0.5,
    }) +
    tie(half, h, fold, gusset)
  );
}

/** Where the filled bag swells and the paper buckles. */
const folds = (half: number, h: number, c: string) =>
  group(
    path(
      `M${-half * 0.9} ${-h * 0.88}C${-half * 0.5} ${-h * 0.82} ${half * 0.2} ${-h * 0.86} ${half * 0.85} ${-h * 0.8}L${half * 0.9} ${-h * 0.77}C${half * 0.2} ${-h * 0.81} ${-half * 0.4} ${-h * 0.78} ${-half * 0.9} ${-h * 0.84}Z`,
      shaded(c, 0.45),
      { opacity: 0.22, filter: blur(7) },
    ) +
      path(
        `M${-half} ${-h * 0.1}C${-half * 0.4} ${-h * 0.04} ${half * 0.4} ${-h * 0.05} ${half} ${-h * 0.09}V20H${-half}Z`,
        shaded(c, 0.5),
        { opacity: 0.32, filter: blur(14) },
      ) +
      line(
        `M${-half * 0.86} ${-h * 0.05}C${-half * 0.93} ${-h * 0.3} ${-half * 0.9} ${-h * 0.6} ${-half * 0.84} ${-h * 0.86}`,
        lit(c, 0.8),
        9,
        { opacity: 0.5, filter: blur(5) },
      ) +
      line(
        `M${half * 0.84} ${-h * 0.08}C${half * 0.9} ${-h * 0.3} ${half * 0.88} ${-h * 0.6} ${half * 0.8} ${-h * 0.84}`,
        shaded(c, 0.5),
        10,
        { opacity: 0.3, filter: blur(6) },
      ),
  );

const tie = (half: number, h: number, fold: number, gusset: number) =>
  rect(
    -half * 0.985,
    -h + fold * 0.28,
    half * 1.97 + gusset * 0.3,
    13,
    linear([
      [0, '#8d8378'],
      [0.25, '#f1ece4'],
      [0.6, '#a79d92'],
      [1, '#6d645c'],
    ]),
    5,
  ) +
  path(`M${-half * 0.985} ${-h + fold * 0.28}l-7 4q-4 5 0 9l9 1z`, '#b9afa4') +
  ellipse(half * 0.55, -h + fold * 1.9, 13, 12, '#22140c', { opacity: 0.16 }) +
  ellipse(half * 0.55, -h + fold * 1.9, 9, 8, '#22140c', { opacity: 0.22 });

function label({ label: paper, name, note, weight, motif, colour }: BagLook, w: number, h: number): string {
  const lw = w * 0.72;
  const lh = h * 0.54;
  const top = -h * 0.1 - lh;
  const dark = shaded(colour, 0.62);
  const size = Math.min(w * (name.length > 1 ? 0.132 : 0.145), lh * 0.15);
  return (
    rect(-lw / 2 + 3, top + 4, lw, lh, '#22140c', 6, { opacity: 0.22, filter: blur(4) }) +
    rect(
      -lw / 2,
      top,
      lw,
      lh,
      linear([
        [0, lit(paper, 0.5)],
        [0.3, lit(paper, 0.2)],
        [0.8, shaded(paper, 0.05)],
        [1, shaded(paper, 0.14)],
      ]),
      6,
    ) +
    rect(-lw / 2 + 9, top + 9, lw - 18, lh - 18, 'none', 3, { stroke: dark, 'stroke-width': 1.6, opacity: 0.55 }) +
    letters('TRADEPOST', 0, top + lh * 0.105, { size: w * 0.042, fill: dark, spacing: w * 0.014, weight: 0.8 }) +
    group(motif(dark), {
      transform: `translate(0 ${(top + lh * 0.35).toFixed(1)}) scale(${((lh * 0.4) / 200).toFixed(3)})`,
    }) +
    name
      .map((part, i) =>
        letters(part, 0, top + lh * (name.length > 1 ? 0.7 : 0.76) + i * size * 1.02, {
          size,
          fill: dark,
          face: 'display',
          within: lw * 0.86,
        }),
      )
      .join('') +
    letters(`${note}  ·  ${weight}`, 0, top + lh * 0.945, {
      size: w * 0.04,
      fill: dark,
      spacing: 0.6,
      weight: 0.5,
      within: lw * 0.84,
    })
  );
}
