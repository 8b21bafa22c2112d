import type { ReactNode } from 'react';

/** Says what will be here and offers the next step. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 rounded border border-dashed border-control px-6 py-12 text-center">
      <svg viewBox="0 0 64 48" className="h-14 w-auto" aria-hidden="true" focusable="false">
        <path d="M8 40h48" stroke="var(--color-control)" strokeWidth="2.5" strokeLinecap="round" />
        <path
          d="M18 40V20h28v20M15 20h34l-4-9H19l-4 9Z"
          fill="var(--color-accent-soft)"
          stroke="var(--color-accent)"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
      </svg>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="max-w-text text-ink-soft">{text}</p>
      {action}
    </div>
  );
}
