import type { ReactNode } from 'react';
import { Check, Clock, Cross, Info, Pencil } from './icons/signs';
import { type StateTone, stateTone } from './state-tones';

const looks: Record<StateTone, { box: string; icon: typeof Check }> = {
  plain: { box: 'bg-sunken text-ink-soft', icon: Pencil },
  waiting: { box: 'bg-warn-soft text-warn', icon: Clock },
  good: { box: 'bg-good-soft text-good', icon: Check },
  bad: { box: 'bg-bad-soft text-bad', icon: Cross },
  info: { box: 'bg-company-soft text-company', icon: Info },
  over: { box: 'bg-sunken text-ink-soft', icon: Cross },
};

const shape = 'inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap';

/** A short fact in a pill. */
export const Badge = ({ tone = 'plain', children }: { tone?: StateTone; children: ReactNode }) => (
  <span className={`${shape} ${looks[tone].box}`}>{children}</span>
);

/** The state of a document: its word, its sign, its colour. */
export function StateBadge({ state, label }: { state: string; label: string }) {
  const { box, icon: Sign } = looks[stateTone(state)];
  return (
    <span className={`${shape} ${box}`}>
      <Sign className="size-4" />
      {label}
    </span>
  );
}
