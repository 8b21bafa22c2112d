import type { ReactNode } from 'react';
import { Check } from '../ui/icons/signs';

type Step = { label: string; state: 'done' | 'here' | 'ahead' };

/** The form on one side, what it is about on the other; on a phone the sum stands above the form. */
export function CheckoutLayout(props: { title: string; steps: readonly Step[]; form: ReactNode; summary: ReactNode }) {
  const { title, steps, form, summary } = props;
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-display text-3xl font-medium">{title}</h1>
        <ol className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {steps.map(({ label, state }, index) => (
            <li
              key={label}
              aria-current={state === 'here' ? 'step' : undefined}
              className={`inline-flex items-center gap-2 ${state === 'here' ? 'font-semibold text-ink' : 'text-ink-faint'}`}
            >
              <span
                aria-hidden="true"
                className={`tabular grid size-6 place-items-center rounded-full text-xs ${state === 'here' ? 'bg-accent text-on-accent' : 'border border-control'}`}
              >
                {state === 'done' ? <Check className="size-3.5" /> : index + 1}
              </span>
              {label}
            </li>
          ))}
        </ol>
      </div>
      <div className="grid gap-8 lg:grid-cols-[1fr_24rem] lg:items-start">
        <div className="order-last min-w-0 lg:order-first">{form}</div>
        {summary}
      </div>
    </div>
  );
}

/** One group of fields of the checkout. */
export function CheckoutSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-line py-6 first:border-t-0 first:pt-0">
      <h2 className="mb-4 text-xl font-semibold">{title}</h2>
      <div className="grid max-w-text gap-4">{children}</div>
    </section>
  );
}
