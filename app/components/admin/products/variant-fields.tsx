import { fieldOf, type FormAnswer } from '#app/http/form-answer.ts';
import { useMessages } from '#app/components/i18n/words.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { Disclosure } from '#app/components/ui/disclosure.tsx';

export type VariantView = {
  readonly sku: string;
  readonly options: readonly string[];
  readonly status: string;
  readonly price: Readonly<Record<string, string>>;
  readonly cost: Readonly<Record<string, string>>;
  readonly stock: string;
  readonly policy: string;
  readonly min: string;
  readonly step: string;
  readonly pack: string;
  readonly unit: string;
  readonly tax: string;
  readonly weight: string;
  readonly lead: string;
  readonly replacedBy: string;
  readonly asks: boolean;
};

type Props = {
  at: number;
  variant: VariantView | null;
  optionNames: readonly string[];
  prices: readonly { currency: string; isGross: boolean }[];
  answer: FormAnswer | undefined;
};

const number = { inputMode: 'decimal' as const, className: 'tabular text-end' };

/** One variant: what is changed every week on top, the rest one tap away. */
export function VariantFields({ at, variant, optionNames, prices, answer }: Props) {
  const t = useMessages('products');
  const field = (name: string, stored = '') => fieldOf(answer, `variants.${at}.${name}`, stored);
  const label = (key: string) => t('rowField', { row: at + 1, field: key });
  const isWrong = Object.keys(answer?.fields ?? {}).some((name) => name.startsWith(`variants.${at}.`));
  return (
    <div className="grid gap-3 rounded border border-line bg-raised p-4">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <TextField label={label(t('sku'))} {...field('sku', variant?.sku)} readOnly={variant !== null} />
        {optionNames.map((name, index) => (
          <TextField key={name} label={label(name)} {...field(`option.o${index}`, variant?.options[index])} />
        ))}
        {prices.map(({ currency, isGross }) => (
          <TextField
            key={currency}
            label={label(t(isGross ? 'priceGross' : 'priceNet', { currency }))}
            {...number}
            {...field(`price.${currency}`, variant?.price[currency])}
          />
        ))}
        <TextField label={label(t('stock'))} {...number} {...field('stock', variant?.stock)} />
      </div>
      <Disclosure title={t('more')} isOpen={isWrong}>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {prices.map(({ currency }) => (
            <TextField
              key={currency}
              label={label(t('cost', { currency }))}
              {...number}
              {...field(`cost.${currency}`, variant?.cost[currency])}
            />
          ))}
          <SelectField
            label={label(t('variantStatus'))}
            options={[
              { value: 'active', label: t('offered') },
              { value: 'discontinued', label: t('discontinued') },
            ]}
            {...field('status', variant?.status ?? 'active')}
          />
          <SelectField
            label={label(t('policy'))}
            options={[
              { value: 'deny', label: t('policyDeny') },
              { value: 'backorder', label: t('policyBackorder') },
            ]}
            {...field('policy', variant?.policy ?? 'deny')}
          />
          <SelectField
            label={label(t('tax'))}
            options={(['standard', 'reduced', 'super_reduced', 'zero'] as const).map((value) => ({
              value,
              label: t(`tax_${value}`),
            }))}
            {...field('tax', variant?.tax ?? 'standard')}
          />
          <TextField label={label(t('min'))} {...number} {...field('min', variant?.min ?? '1')} />
          <TextField label={label(t('step'))} {...number} {...field('step', variant?.step ?? '1')} />
          <TextField label={label(t('pack'))} {...number} {...field('pack', variant?.pack ?? '1')} />
          <TextField label={label(t('unit'))} {...field('unit', variant?.unit ?? 'C62')} />
          <TextField label={label(t('weight'))} {...number} {...field('weight', variant?.weight ?? '0')} />
          <TextField label={label(t('lead'))} {...number} {...field('lead', variant?.lead ?? '0')} />
          <TextField label={label(t('replacedBy'))} {...field('replaced_by', variant?.replacedBy)} />
        </div>
        <Checkbox
          name={`variants.${at}.ask`}
          label={label(t('asks'))}
          defaultChecked={answer ? answer.values[`variants.${at}.ask`] === 'on' : (variant?.asks ?? false)}
        />
      </Disclosure>
    </div>
  );
}
