import type { ReactNode } from 'react';

/** The head of a working page: what it is about, and what can be begun here. */
export function PageHead({ title, lead, actions }: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="me-auto grid gap-1">
        <h1 className="text-2xl font-semibold">{title}</h1>
        {lead && <p className="max-w-text text-ink-soft">{lead}</p>}
      </div>
      {actions}
    </header>
  );
}
