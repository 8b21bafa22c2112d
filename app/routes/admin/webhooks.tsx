import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { SecretOnce } from '#app/components/admin/secret-once.tsx';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { addWebhookEndpoint } from '#app/use-cases/webhooks/add-webhook-endpoint.server.ts';
import { countFailedDeliveries, listWebhookEndpoints } from '#db/queries/webhooks.server.ts';

export const handle: RouteHandle = { messages: ['office'] };

const ofTheStore = { companyId: null };
const endpointForm = z.object({
  url: z.url({ protocol: /^https?$/, error: 'invalid_url' }).max(2000),
  events: z
    .string()
    .max(4000)
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^[a-z_]+(\.[a-z_]+)*$/, 'not_an_event')).max(100)),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'manage_staff');
  const { db } = context.deps;
  const [endpoints, failed] = await Promise.all([
    listWebhookEndpoints(db, ofTheStore),
    countFailedDeliveries(db, ofTheStore),
  ]);
  return {
    rows: endpoints.map(({ id, url, types, isActive }) => ({ id, url, types, isActive, failed: failed.get(id) ?? 0 })),
  };
}

/** POST: another endpoint of the store; its secret stands in this answer alone. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireStaff(request, context, 'manage_staff');
  const form = await parseForm(request, endpointForm);
  if (!form.ok) return formReply(form);
  const { url, events } = form.value;
  const added = await addWebhookEndpoint(context.deps, { ...ofTheStore, url, types: events, apiKeyId: null });
  return added.ok ? { secret: { name: url, value: added.value.secret } } : refusalInForm(request, added, form);
}

export default function Webhooks() {
  const t = useMessages('office');
  const to = useLocalePath();
  const { rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { form } = answerOf(answer);
  return (
    <>
      <PageHead title={t('webhooks')} lead={t('webhooksLead')} />
      <SecretOnce answer={answer} title={t('endpointMade')} text={t('secretOnce')} />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_22rem]">
        <DataTable
          caption={t('webhooks')}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('noEndpoints')} text={t('noEndpointsText')} />}
          columns={[
            {
              key: 'url',
              label: t('endpoint'),
              cell: ({ id, url }) => (
                <Link to={to(`/admin/webhooks/${id}`)} className="break-all">
                  {url}
                </Link>
              ),
            },
            { key: 'events', label: t('hears'), cell: ({ types }) => types.join(', ') || t('everything') },
            { key: 'failed', label: t('failedDeliveries'), isNumber: true, cell: ({ failed }) => failed },
            {
              key: 'state',
              label: t('state'),
              cell: ({ isActive }) => (
                <StateBadge state={isActive ? 'approved' : 'cancelled'} label={isActive ? t('isOn') : t('isOff')} />
              ),
            },
          ]}
        />
        <Card title={t('newEndpoint')}>
          <ErrorSummary answer={form} labels={{ url: t('endpoint'), events: t('hears') }} />
          <Form method="post" className="grid gap-4" noValidate>
            <TextField label={t('endpoint')} type="url" required {...fieldOf(form, 'url')} />
            <TextField label={t('hears')} hint={t('hearsHint')} isOptional {...fieldOf(form, 'events')} />
            <SubmitButton tone="primary">{t('addEndpoint')}</SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
