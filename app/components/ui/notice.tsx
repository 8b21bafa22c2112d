import type { ReactNode } from 'react';
import { Check, Info, Warning } from './icons/signs';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad';

const looks: Record<NoticeTone, { box: string; icon: typeof Info }> = {
  info: { box: 'border-company bg-company-soft text-company', icon: Info },
  good: { box: 'border-good bg-good-soft text-good', icon: Check },
  warn: { box: 'border-warn bg-warn-soft text-warn', icon: Warning },
  bad: { box: 'border-bad bg-bad-soft text-bad', icon: Warning },
};

/** Something to know on this page, beside what it is about. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
}) {
  const { box, icon: Sign } = looks[tone];
  return (
    <div className={`flex gap-3 rounded border-s-4 px-4 py-3 ${box}`}>
      <Sign className="mt-0.5 size-5" />
      <div className="min-w-0 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? 'text-sm text-ink-soft' : ''}>{children}</div>}
      </div>
    </div>
  );
}

/** What the last act did, said once at the top of the next page and read out. */
export function Flash({ tone, text }: { tone: NoticeTone; text: string }) {
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'}>
      <Notice tone={tone} title={text} />
    </div>
  );
}
