import type { ReactNode } from 'react';
import { Building } from '../ui/icons/shop';
import { StillLife } from './still-life';

type Props = { title: string; text: string; action: ReactNode };

/** One sentence, one call to action, one picture. */
export function Hero({ title, text, action }: Props) {
  return (
    <section className="grid items-center gap-8 md:grid-cols-[1.1fr_1fr] md:gap-12">
      <div className="grid justify-items-start gap-5 max-md:order-last">
        <h1 className="max-w-[14ch] font-display text-3xl font-medium sm:text-4xl">{title}</h1>
        <p className="max-w-[30rem] text-lg text-ink-soft">{text}</p>
        {action}
      </div>
      <StillLife />
    </section>
  );
}

/** The other door: for those who buy for a café, a hotel, an office. */
export function CompanyBand({ title, text, action }: Props) {
  return (
    <section className="flex flex-wrap items-center gap-x-8 gap-y-4 rounded border border-company bg-company-soft p-6 sm:p-8">
      <Building className="size-9 text-company" />
      <div className="min-w-0 grow basis-72">
        <h2 className="text-xl font-semibold">{title}</h2>
        <p className="text-ink-soft">{text}</p>
      </div>
      {action}
    </section>
  );
}
