import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { SecretOnce } from '#app/components/admin/secret-once.tsx';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, TextField } from '#app/components/ui/field.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { createApiKey } from '#app/use-cases/identity/create-api-key.server.ts';
import { listApiKeys } from '#db/queries/api-keys.server.ts';

export const handle: RouteHandle = { messages: ['office'] };

const perPage = 50;
const keyForm = z.object({
  name: z.string().min(1, 'required').max(100),
  company: z.string().max(100).optional(),
  act_as: z.literal('on').optional(),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_staff');
  const cursor = readCursor(new URL(request.url).searchParams.get('cursor') ?? '', 2);
  const after = cursor && { createdAt: new Date(String(cursor[0])), id: String(cursor[1]) };
  const found = await listApiKeys(context.deps.db, { after, limit: perPage + 1 });
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  const { formats } = locales[localeOf(request)];
  return {
    isFirst: after === null,
    next: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      lastCharacters: row.lastCharacters,
      company: row.company,
      mayActAs: row.scopes.includes('act_as'),
      madeBy: row.createdBy,
      madeOn: formatDay(row.createdAt, formats, storeTimeZone),
      isRevoked: row.revokedAt !== null,
    })),
  };
}

/** POST: a new key, in this answer alone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_staff');
  const form = await parseForm(request, keyForm);
  if (!form.ok) return formReply(form);
  const { name, company, act_as } = form.value;
  const made = await createApiKey(context.deps, {
    name,
    companySlug: company || null,
    createdBy: actor.person,
    mayActAs: act_as === 'on',
  });
  if (!made.ok) return formReply(fieldRefused(request, form, 'company', 'unknown_company'));
  return { secret: { name, value: made.value.key } };
}

export default function ApiKeys() {
  const t = useMessages('office');
  const to = useLocalePath();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { form } = answerOf(answer);
  return (
    <>
      <PageHead title={t('keys')} lead={t('keysLead')} />
      <SecretOnce answer={answer} title={t('keyMade')} text={t('keyOnce')} />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-4">
          <DataTable
            caption={t('keys')}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t('noKeys')} text={t('noKeysText')} />}
            columns={[
              {
                key: 'name',
                label: t('keyName'),
                cell: ({ name, lastCharacters }) => (
                  <>
                    <strong>{name}</strong> <code className="text-ink-soft">…{lastCharacters}</code>
                  </>
                ),
              },
              {
                key: 'scope',
                label: t('scope'),
                cell: ({ company, mayActAs }) =>
                  `${company ?? t('scopeStore')}${mayActAs ? `, ${t('scopeActs')}` : ''}`,
              },
              {
                key: 'made',
                label: t('made'),
                cell: ({ madeOn, madeBy }) => (madeBy ? t('madeBy', { day: madeOn, name: madeBy }) : madeOn),
              },
              {
                key: 'state',
                label: t('state'),
                cell: ({ id, name, lastCharacters, isRevoked }) =>
                  isRevoked ? (
                    t('revoked')
                  ) : (
                    <Form method="post" action={to(`/admin/api-keys/${id}/revocation`)} preventScrollReset>
                      <Button size="small" aria-label={t('revokeOf', { name: `${name} …${lastCharacters}` })}>
                        {t('revoke')}
                      </Button>
                    </Form>
                  ),
              },
            ]}
          />
          <Pagination next={next} isFirst={isFirst} />
        </div>
        <Card title={t('newKey')}>
          <ErrorSummary answer={form} labels={{ name: t('keyName'), company: t('company') }} />
          <Form method="post" className="grid gap-4" noValidate>
            <TextField label={t('keyName')} hint={t('keyNameHint')} required {...fieldOf(form, 'name')} />
            <TextField label={t('company')} hint={t('companyHint')} isOptional {...fieldOf(form, 'company')} />
            <Checkbox name="act_as" label={t('actAs')} defaultChecked={form?.values.act_as === 'on'} />
            <SubmitButton tone="primary">{t('makeKey')}</SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
