import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { AccountPage } from '#app/components/account/account-page.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { type StaffPermission, openTo } from '#app/domain/access/permissions.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { changeProfile } from '#app/use-cases/identity/change-profile.server.ts';
import { findCredentials } from '#db/queries/persons.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const workplaces = [
  { to: '/sales', label: 'salesPages', needs: 'see_companies' },
  { to: '/admin', label: 'adminPages', needs: 'manage_orders' },
] as const satisfies readonly { to: string; label: string; needs: StaffPermission }[];

const profileForm = z.object({ name: z.string().min(1).max(200), locale: z.enum(['en', 'de']) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person, memberships, buyingAs, staff } = await requirePerson(request, context);
  const stored = await findCredentials(context.deps.db, { id: person.id });
  return {
    name: person.name,
    email: person.email,
    locale: stored?.locale ?? 'en',
    companies: memberships.map(({ company }) => company.name),
    isBuyingAsCompany: buyingAs.kind !== 'consumer',
    work: staff ? openTo(staff, workplaces).map(({ to }) => to) : [],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const form = await parseForm(request, profileForm);
  if (!form.ok) return formReply(form);
  await changeProfile(context.deps, { personId: person.id, ...form.value });
  return redirectWithFlash(request, context, '/account', { tone: 'good', area: 'account', key: 'saved' });
}

export default function Profile() {
  const t = useMessages('account');
  const to = useLocalePath();
  const { name, email, locale, companies, isBuyingAsCompany, work } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const languages = (['en', 'de'] as const).map((code) => ({ value: code, label: locales[code].name }));
  return (
    <AccountPage title={t('hello', { name })}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t('profile')}>
          <Form method="post" className="grid gap-4" noValidate>
            <ErrorSummary answer={form} labels={{ name: t('fullName') }} />
            <TextField label={t('fullName')} autoComplete="name" required {...fieldOf(form, 'name', name)} />
            <p>
              {t('email')}: <strong>{email}</strong>
            </p>
            <SelectField
              label={t('mailLanguage')}
              options={languages}
              {...fieldOf(form, 'locale', locale === 'de' ? 'de' : 'en')}
            />
            <p>
              <SubmitButton tone="primary">{t('save')}</SubmitButton>
            </p>
          </Form>
        </Card>
        <div className="grid gap-6">
          {companies.length > 0 && (
            <Card title={t('companies')}>
              <ul className="mb-3 grid gap-1">
                {companies.map((company) => (
                  <li key={company}>{company}</li>
                ))}
              </ul>
              <p className="flex flex-wrap gap-5">
                <Link to={to('/account/buying-as')}>{t('buyingAsTitle')}</Link>
                {isBuyingAsCompany && <Link to={to('/company')}>{t('companyPages')}</Link>}
              </p>
            </Card>
          )}
          {work.length > 0 && (
            <Card title={t('work')}>
              <p className="flex flex-wrap gap-5">
                {workplaces
                  .filter((place) => work.includes(place.to))
                  .map((place) => (
                    <Link key={place.to} to={to(place.to)}>
                      {t(place.label)}
                    </Link>
                  ))}
              </p>
            </Card>
          )}
          <Card title={t('signOutTitle')}>
            <Form method="post" action={to('/sign-out')}>
              <Button>{t('signOut')}</Button>
            </Form>
          </Card>
        </div>
      </div>
    </AccountPage>
  );
}
