import type { ReactNode } from 'react';
import { ChevronDown } from './icons/arrows';

/** More about something, one tap away. */
export function Disclosure({ title, isOpen, children }: { title: ReactNode; isOpen?: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="group border-b border-line">
      <summary className="flex min-h-11 items-center justify-between gap-3 py-3 font-medium hover:text-accent">
        {title}
        <ChevronDown className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <div className="pb-4 text-ink-soft">{children}</div>
    </details>
  );
}
