import type { ReactNode } from 'react';

export type Fact = { label: string; value: ReactNode; isTotal?: boolean };

/** Facts about one thing: what it is called, what it is. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
      {facts.map(({ label, value }) => (
        <div key={label} className="flex justify-between gap-4 sm:contents">
          <dt className="text-ink-faint">{label}</dt>
          <dd className="min-w-0 max-sm:text-end">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Amounts that add up, the last one in bold. */
export function AmountList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="tabular grid gap-2">
      {facts.map(({ label, value, isTotal }) => (
        <div
          key={label}
          className={`flex justify-between gap-6 ${isTotal ? 'border-t border-line pt-3 text-lg font-semibold' : ''}`}
        >
          <dt className={isTotal ? '' : 'text-ink-soft'}>{label}</dt>
          <dd className="text-end">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
