import type { ReactNode } from 'react';

/** A page at the door: one question, one column, one thing to do. */
export function DoorPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-[26rem] gap-5 py-6">
      <header className="grid gap-2">
        <h1 className="font-display text-3xl font-medium">{title}</h1>
        {lead && <p className="text-ink-soft">{lead}</p>}
      </header>
      {children}
    </div>
  );
}
