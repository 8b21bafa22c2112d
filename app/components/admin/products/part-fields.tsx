import { fieldOf, type FormAnswer } from '#app/http/form-answer.ts';
import { useMessages } from '#app/components/i18n/words.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';

export type PlanView = {
  readonly code: string;
  readonly title: Readonly<Record<string, string>>;
  readonly price: Readonly<Record<string, string>>;
  readonly billed: string;
  readonly includes: string;
  readonly isMostChosen: boolean;
};
export type ModuleView = {
  readonly code: string;
  readonly title: Readonly<Record<string, string>>;
  readonly price: Readonly<Record<string, string>>;
  readonly pricing: string;
  readonly percent: string;
  readonly quantity: string;
  readonly billed: string;
  readonly all: string;
  readonly any: string;
  readonly excludes: string;
};

type Shared = { at: number; currencies: readonly string[]; answer: FormAnswer | undefined };
const number = { inputMode: 'decimal' as const, className: 'tabular text-end' };

function useBilled() {
  const t = useMessages('products');
  return [
    { value: 'once', label: t('once') },
    { value: 'monthly', label: t('monthly') },
  ];
}

export function PlanFields({ at, plan, currencies, answer }: Shared & { plan: PlanView | null }) {
  const t = useMessages('products');
  const billed = useBilled();
  const field = (name: string, stored = '') => fieldOf(answer, `plans.${at}.${name}`, stored);
  const label = (key: string) => t('planField', { row: at + 1, field: key });
  return (
    <div className="grid gap-3 rounded border border-line bg-raised p-4">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <TextField label={label(t('code'))} {...field('code', plan?.code)} />
        <TextField label={label(t('titleEn'))} {...field('title.en', plan?.title.en)} />
        <TextField label={label(t('titleDe'))} {...field('title.de', plan?.title.de)} />
        <SelectField label={label(t('billed'))} options={billed} {...field('billed', plan?.billed ?? 'once')} />
        {currencies.map((currency) => (
          <TextField
            key={currency}
            label={label(t('priceNet', { currency }))}
            {...number}
            {...field(`price.${currency}`, plan?.price[currency])}
          />
        ))}
        <TextField label={label(t('includes'))} {...field('includes', plan?.includes)} />
      </div>
      <Checkbox
        name={`plans.${at}.most_chosen`}
        label={label(t('mostChosen'))}
        defaultChecked={answer ? answer.values[`plans.${at}.most_chosen`] === 'on' : (plan?.isMostChosen ?? false)}
      />
    </div>
  );
}

export function ModuleFields({ at, module, currencies, answer }: Shared & { module: ModuleView | null }) {
  const t = useMessages('products');
  const billed = useBilled();
  const field = (name: string, stored = '') => fieldOf(answer, `modules.${at}.${name}`, stored);
  const label = (key: string) => t('moduleField', { row: at + 1, field: key });
  return (
    <div className="grid grid-cols-2 gap-3 rounded border border-line bg-raised p-4 sm:grid-cols-4">
      <TextField label={label(t('code'))} {...field('code', module?.code)} />
      <TextField label={label(t('titleEn'))} {...field('title.en', module?.title.en)} />
      <TextField label={label(t('titleDe'))} {...field('title.de', module?.title.de)} />
      <SelectField
        label={label(t('pricing'))}
        options={(['per_unit', 'flat', 'percent'] as const).map((value) => ({ value, label: t(`pricing_${value}`) }))}
        {...field('pricing', module?.pricing ?? 'flat')}
      />
      <TextField label={label(t('percent'))} {...number} {...field('percent', module?.percent)} />
      <TextField
        label={label(t('moduleQuantity'))}
        hint={t('moduleQuantityHint')}
        {...field('quantity', module?.quantity ?? 'line')}
      />
      <SelectField label={label(t('billed'))} options={billed} {...field('billed', module?.billed ?? 'once')} />
      {currencies.map((currency) => (
        <TextField
          key={currency}
          label={label(t('priceNet', { currency }))}
          {...number}
          {...field(`price.${currency}`, module?.price[currency])}
        />
      ))}
      <TextField label={label(t('requiresAll'))} {...field('all', module?.all)} />
      <TextField label={label(t('requiresAny'))} {...field('any', module?.any)} />
      <TextField label={label(t('excludes'))} {...field('excludes', module?.excludes)} />
    </div>
  );
}
