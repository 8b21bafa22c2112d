import type { FormValues } from '#app/http/form-answer.ts';

export const mostSteps = 8;

/** How many steps there is room for, and in each how many groups: what is filled, and what was asked for. */
export function roomIn(values: FormValues): number[] {
  const places = Object.keys(values).flatMap((name) => {
    const found = /^levels\.(\d+)\.groups\.(\d+)\./.exec(name);
    return found ? [{ level: Number(found[1]), group: Number(found[2]) }] : [];
  });
  const levels = Math.min(mostSteps, 1 + Math.max(0, ...places.map(({ level }) => level)));
  const room = Array.from({ length: levels }, (_, level) =>
    Math.max(1, ...places.filter((place) => place.level === level).map(({ group }) => group + 1)),
  );
  const more = typeof values.more === 'string' ? values.more : '';
  if (more === 'level' && room.length < mostSteps) return [...room, 1];
  const grown = /^group\.(\d+)$/.exec(more);
  return grown ? room.map((groups, level) => (level === Number(grown[1]) ? groups + 1 : groups)) : room;
}
