import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { AccountPage } from '#app/components/account/account-page.tsx';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Badge } from '#app/components/ui/badge.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, SelectField, TextField } from '#app/components/ui/field.tsx';
import { countryName } from '#app/domain/i18n/names.ts';
import { countriesServed } from '#app/domain/checkout/markets.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { keepAddress } from '#app/use-cases/identity/keep-address.server.ts';
import { listAddresses } from '#db/queries/addresses.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const line = () => z.string().min(1).max(200);
const addressForm = z.object({
  name: line(),
  address: line(),
  postal_code: z.string().max(20).default(''),
  city: line(),
  country: z.string().regex(/^[A-Z]{2}$/),
  is_default: z.literal('on').optional(),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person, market, rules } = await requirePerson(request, context);
  return {
    name: person.name,
    kept: await listAddresses(context.deps.db, { personId: person.id }),
    countries: countriesServed(rules.markets),
    home: market.countries[0],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const form = await parseForm(request, addressForm);
  if (!form.ok) return formReply(form);
  const { postal_code: postalCode, is_default, ...address } = form.value;
  const outcome = await keepAddress(context.deps, {
    personId: person.id,
    id: null,
    address: { ...address, postalCode },
    isDefault: is_default === 'on',
  });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  return redirectWithFlash(request, context, '/account/addresses', { tone: 'good', area: 'account', key: 'saved' });
}

export default function Addresses() {
  const t = useMessages('account');
  const to = useLocalePath();
  const formats = useFormats();
  const { name, kept, countries, home } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const labels = { name: t('fullName'), address: t('address'), postal_code: t('postalCode'), city: t('city') };
  return (
    <AccountPage title={t('addresses')}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ul className="grid gap-4">
          {kept.map(({ id, address, isDefault }) => (
            <li key={id} className="flex items-start gap-4 rounded border border-line bg-raised p-4">
              <address className="me-auto not-italic">
                {address.name}
                <br />
                {address.address}
                <br />
                {address.postalCode} {address.city}, {countryName(address.country, formats)}
              </address>
              <div className="grid justify-items-end gap-2">
                {isDefault && <Badge tone="info">{t('defaultAddress')}</Badge>}
                <Form method="post" action={to(`/account/addresses/${id}/removal`)}>
                  <Button size="small" aria-label={t('removeAddress', { address: address.address })}>
                    {t('remove')}
                  </Button>
                </Form>
              </div>
            </li>
          ))}
          {kept.length === 0 && <li className="text-ink-soft">{t('noAddresses')}</li>}
        </ul>
        <Card title={t('addAddress')}>
          <Form method="post" className="grid gap-4" noValidate>
            <ErrorSummary answer={form} labels={labels} />
            <TextField label={t('fullName')} autoComplete="name" required {...fieldOf(form, 'name', name)} />
            <TextField label={t('address')} autoComplete="street-address" required {...fieldOf(form, 'address')} />
            <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
              <TextField label={t('postalCode')} autoComplete="postal-code" {...fieldOf(form, 'postal_code')} />
              <TextField label={t('city')} autoComplete="address-level2" required {...fieldOf(form, 'city')} />
            </div>
            <SelectField
              label={t('country')}
              autoComplete="country"
              options={countries.map((code) => ({ value: code, label: countryName(code, formats) }))}
              {...fieldOf(form, 'country', home)}
            />
            <Checkbox name="is_default" label={t('makeDefault')} />
            <p>
              <SubmitButton tone="primary">{t('saveAddress')}</SubmitButton>
            </p>
          </Form>
        </Card>
      </div>
    </AccountPage>
  );
}
