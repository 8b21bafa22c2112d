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
  over: 'bg-control',
};

/** The trail of a document, oldest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="grid gap-5 ps-6">
      {entries.map(({ id, title, by, at, note, tone = 'plain' }) => (
        <li
          key={id}
          className="relative not-last:before:absolute not-last:before:-start-[19px] not-last:before:top-3 not-last:before:-bottom-7 not-last:before:w-px not-last:before:bg-line"
        >
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
