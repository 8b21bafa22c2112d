import { addressFormOf, regionsOf } from '#app/domain/checkout/address-fields.ts';
import type { FormAnswer } from '#app/http/form-answer.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { type Option, SelectField, TextField } from '../ui/field';

type Typed = { name: string; address: string; city: string; postalCode: string; region: string };

/** The fields of an address in the order its country writes them, with what browsers call them. */
export function AddressFields(props: {
  country: string;
  countries: readonly Option[];
  stored: Typed;
  answer: FormAnswer | undefined;
  onCountry: (country: string) => void;
  onPostalCode: (postalCode: string) => void;
}) {
  const t = useMessages('checkout');
  const { country, countries, stored, answer } = props;
  const form = addressFormOf(country);
  if (!form) return null;
  const shared = { required: true, maxLength: 200 };
  const fields = {
    name: (
      <TextField
        key="name"
        {...shared}
        label={t('name')}
        autoComplete="shipping name"
        {...fieldOf(answer, 'name', stored.name)}
      />
    ),
    address: (
      <TextField
        key="address"
        {...shared}
        label={t('address')}
        hint={t('addressHint')}
        autoComplete="shipping street-address"
        {...fieldOf(answer, 'address', stored.address)}
      />
    ),
    city: (
      <TextField
        key="city"
        {...shared}
        label={t('city')}
        autoComplete="shipping address-level2"
        {...fieldOf(answer, 'city', stored.city)}
      />
    ),
    region: form.regionKind && (
      <SelectField
        key="region"
        required
        label={t(form.regionKind)}
        autoComplete="shipping address-level1"
        options={[
          { value: '', label: t('chooseOne') },
          ...regionsOf(country).map(([value, label]) => ({ value, label })),
        ]}
        {...fieldOf(answer, 'region', stored.region)}
      />
    ),
    postalCode: (
      <TextField
        key="postalCode"
        {...shared}
        label={t('postalCode')}
        hint={form.example && t('postalCodeExample', { example: form.example })}
        autoComplete="shipping postal-code"
        inputMode={/^\\d\{\d\}$/.test(form.postalCode ?? '') ? 'numeric' : 'text'}
        onBlur={(event) => props.onPostalCode(event.target.value)}
        {...fieldOf(answer, 'postalCode', stored.postalCode)}
      />
    ),
    country: (
      <SelectField
        key="country"
        required
        label={t('country')}
        name="country"
        autoComplete="shipping country"
        options={countries}
        value={country}
        onChange={(event) => props.onCountry(event.target.value)}
        error={answer?.fields.country}
      />
    ),
  };
  // What is short stands beside what is short.
  const isShort = (field: string) =>
    field === 'city' || field === 'postalCode' || (form.regionKind && field !== 'name');
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-4">
      {form.fields.map((field) => (
        <div key={field} className={isShort(field) && field !== 'address' ? 'min-w-0' : 'col-span-2'}>
          {fields[field]}
        </div>
      ))}
    </div>
  );
}
