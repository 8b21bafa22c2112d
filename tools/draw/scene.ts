import { ground, shadow } from './light.ts';
import { at, document } from './svg.ts';

/** Something standing on the table: where, how large, how wide its foot is (for the shadow), and the drawing. */
export type Placed = {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly foot: number;
  readonly drawing: string;
  readonly turn?: number;
};
export const put = (drawing: string, x: number, y: number, scale: number, foot: number, turn = 0): Placed => ({
  drawing,
  x,
  y,
  scale,
  foot,
  turn,
});

export type Frame = { readonly width: number; readonly height: number; readonly tone?: string };
export const square: Frame = { width: 1200, height: 1200 };
export const wide: Frame = { width: 1200, height: 900 };

/** Things farther up stand farther back and are drawn first; all shadows lie under all things of their row. */
export function scene(frame: Frame, things: readonly Placed[]): string {
  const sorted = [...things].sort((a, b) => a.y - b.y);
  return document(
    frame.width,
    frame.height,
    ground(frame.width, frame.height, frame.tone) +
      sorted
        .map(({ x, y, scale, foot }) => (foot > 0 ? shadow(x, y, foot * scale, Math.max(0.7, scale)) : ''))
        .join('') +
      sorted.map(({ x, y, scale, drawing, turn }) => at(x, y, scale, drawing, turn)).join(''),
  );
}
