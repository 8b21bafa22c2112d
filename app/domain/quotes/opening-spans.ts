import type { OpeningHours } from './answer-clock';

type Span = OpeningHours['week'][number][number];

const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const one = new RegExp(`^(${time})\\s*[-–]\\s*(${time}|24:00)$`);

/** "08:00-12:00, 13:00-18:00" as spans of a day; empty text is a closed day. Null for anything else. */
export function parseSpans(text: string): Span[] | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const spans: Span[] = [];
  for (const part of parts) {
    const [, from, to] = one.exec(part) ?? [];
    if (!from || !to) return null;
    spans.push({ from, to });
  }
  return spans;
}

export const writeSpans = (spans: readonly Span[]): string => spans.map(({ from, to }) => `${from}-${to}`).join(', ');
