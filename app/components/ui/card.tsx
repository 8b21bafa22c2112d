import type { ReactNode } from 'react';

type Props = { title?: string; actions?: ReactNode; children: ReactNode; className?: string };

/** A sheet on the counter: one subject, with what can be done about it at its head. */
export function Card({ title, actions, children, className = '' }: Props) {
  return (
    <section className={`rounded border border-line bg-raised p-4 sm:p-6 ${className}`}>
      {(title || actions) && (
        <div className="mb-4 flex flex-wrap items-center gap-3">
          {title && <h2 className="me-auto text-lg font-semibold">{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
