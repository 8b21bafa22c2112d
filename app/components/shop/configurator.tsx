import type { ReactNode } from 'react';
import { useMessages } from '../i18n/words';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { SelectField } from '../ui/field';

export type PlanOption = {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly detail: string;
  readonly isMostChosen: boolean;
  readonly includes: readonly string[];
  readonly isChosen: boolean;
};
export type ModuleOption = {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly detail: string;
  readonly isIncluded: boolean;
  readonly isChosen: boolean;
  /** A number field of its own where the buyer says how many; null where it follows from the line. */
  readonly quantity: string | null;
};
export type ConfiguratorData = {
  readonly plans: readonly PlanOption[];
  readonly modules: readonly ModuleOption[];
  /** Months that may be chosen; empty where nothing is billed monthly. */
  readonly terms: readonly number[];
  readonly term: number | null;
};

const row =
  'flex items-start gap-3 rounded border border-control bg-raised px-4 py-3 has-[:checked]:border-accent has-[:checked]:bg-accent-soft';

/** Good, better, best, and what may be added: plain fields of the form around them, and a button for browsers that do
 *  not send them by themselves. */
export function Configurator({ plans, modules, terms, term }: ConfiguratorData) {
  const t = useMessages('product');
  return (
    <>
      {plans.length > 0 && <PlanChoice plans={plans} />}
      {modules.length > 0 && <ModuleChoice modules={modules} />}
      {terms.length > 0 && (
        <SelectField
          name="term"
          label={t('term')}
          defaultValue={term ? String(term) : ''}
          options={[
            { value: '', label: t('noTerm') },
            ...terms.map((months) => ({ value: String(months), label: t('months', { count: months }) })),
          ]}
        />
      )}
      <noscript>
        <Button formMethod="get" formAction="" formNoValidate>
          {t('recalculate')}
        </Button>
      </noscript>
    </>
  );
}

function PlanChoice({ plans }: Pick<ConfiguratorData, 'plans'>) {
  const t = useMessages('product');
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium">{t('plan')}</legend>
      <label className={`${row} min-h-13 items-center`}>
        <input
          type="radio"
          name="plan"
          value=""
          defaultChecked={!plans.some(({ isChosen }) => isChosen)}
          className="size-5 shrink-0"
        />
        {t('noPlan')}
      </label>
      {plans.map(({ code, title, description, detail, isMostChosen, includes, isChosen }) => (
        <label key={code} className={row}>
          <input type="radio" name="plan" value={code} defaultChecked={isChosen} className="mt-0.5 size-5 shrink-0" />
          <span className="min-w-0 grow">
            <PartTitle detail={detail}>
              {title} {isMostChosen && <Badge tone="info">{t('mostChosen')}</Badge>}
            </PartTitle>
            {description && <span className="block text-sm text-ink-soft">{description}</span>}
            {includes.length > 0 && (
              <span className="block text-sm text-ink-soft">{t('planIncludes', { modules: includes.join(', ') })}</span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function ModuleChoice({ modules }: Pick<ConfiguratorData, 'modules'>) {
  const t = useMessages('product');
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium">{t('modules')}</legend>
      {modules.map(({ code, title, description, detail, isIncluded, isChosen, quantity }) => (
        <div key={code} className={`${row} flex-wrap`}>
          <label className="flex w-full items-start gap-3">
            <input
              type="checkbox"
              name="modules"
              value={code}
              defaultChecked={isChosen}
              className="mt-0.5 size-5 shrink-0"
            />
            <span className="min-w-0 grow">
              <PartTitle detail={detail} isIncluded={isIncluded}>
                {title}
              </PartTitle>
              {description && <span className="block text-sm text-ink-soft">{description}</span>}
            </span>
          </label>
          {quantity !== null && (
            <input
              type="number"
              name={`module_quantity.${code}`}
              min="1"
              step="any"
              defaultValue={quantity}
              aria-label={t('howMany', { part: title })}
              className="tabular ms-8 min-h-11 w-20 rounded border border-control bg-raised px-2 text-center"
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** What a part is called and what it costs, on one line where there is room; what is said about it has the whole width. */
function PartTitle(props: { children: ReactNode; detail: string; isIncluded?: boolean }) {
  return (
    <span className="flex flex-wrap items-center justify-between gap-x-3 font-medium">
      <span className="inline-flex flex-wrap gap-x-2">{props.children}</span>
      <bdi className={`tabular text-sm ${props.isIncluded ? 'text-good' : ''}`}>{props.detail}</bdi>
    </span>
  );
}
