const secondsPer: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** "24h", "90m", "1h30m", "7d" -> seconds; null when it is none. */
export function durationSeconds(text: string): number | null {
  const parts = [...text.matchAll(/(\d{1,6})([smhdw])/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return null;
  return parts.reduce((sum, [, count = '0', unit = 's']) => sum + Number(count) * (secondsPer[unit] ?? 0), 0);
}
