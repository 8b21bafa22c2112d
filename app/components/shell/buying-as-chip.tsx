import { useLocalePath, useMessages } from '../i18n/words';
import { Building, Person } from '../ui/icons/shop';
import { Link } from '@remix-run/react';
import type { Viewer } from './shell-data';

/** For whom this page buys, always in sight; a company's colour is not the consumer's. */
export function BuyingAsChip({ viewer }: { viewer: Viewer | null }) {
  const t = useMessages('shell');
  const to = useLocalePath();
  const company = viewer?.company ?? null;
  const name = company ? t('buyingAsCompany', { company: company.name, unit: company.unit }) : t('buyingAsYourself');
  const look = company ? 'border-company bg-company-soft text-company' : 'border-line bg-sunken text-ink-soft';
  const body = (
    <>
      {company ? <Building className="size-4" /> : <Person className="size-4" />}
      <span className="sr-only">{t('buyingAs')}: </span>
      <span className="truncate">{name}</span>
    </>
  );
  const box = `inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border px-3 text-sm font-medium ${look}`;
  if (!viewer?.canSwitch) return <span className={box}>{body}</span>;
  return (
    <Link to={to('/account/buying-as')} className={`${box} no-underline hover:border-ink`}>
      {body}
    </Link>
  );
}
