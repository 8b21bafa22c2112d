import type { ReactNode } from 'react';
import type { StateTone } from './state-tones';

export type TimelineEntry = {
  id: string;
  title: ReactNode;
  /** Who did it, as whom, through what. */
  by?: string;
  at: { iso: string; text: string };
  note?: string;
  tone?: StateTone;
};

const dots: Record<StateTone, string> = {
  plain: 'bg-control',
  waiting: 'bg-warn',
  good: 'bg-good',
  bad: 'bg-bad',
  info: 'bg-company',
};

/** The trail of a document, oldest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="relative grid gap-5 ps-6">
      <li aria-hidden="true" className="absolute inset-y-2 start-[5px] w-px bg-line" />
      {entries.map(({ id, title, by, at, note, tone = 'plain' }) => (
        <li key={id} className="relative">
          <span
            aria-hidden="true"
            className={`absolute -start-6 top-1.5 size-3 rounded-full ring-4 ring-raised ${dots[tone]}`}
          />
          <p className="font-medium">{title}</p>
          <p className="text-sm text-ink-soft">
            {by && <span>{by} · </span>}
            <time dateTime={at.iso} className="tabular">
              {at.text}
            </time>
          </p>
          {note && <blockquote className="mt-1 border-s-2 border-line ps-3 text-ink-soft">{note}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
