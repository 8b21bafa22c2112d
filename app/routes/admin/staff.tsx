import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { StateBadge } from '#app/components/ui/badge.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/components/ui/field.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { staffRoles } from '#app/domain/access/roles.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { addStaff } from '#app/use-cases/identity/change-staff.server.ts';
import { listStaff } from '#db/queries/staff.server.ts';

export const handle: RouteHandle = { messages: ['office'] };

const perPage = 50;
const staffForm = z.object({
  email: z.email('invalid_email').max(200),
  name: z.string().min(1, 'required').max(100),
  role: z.enum(staffRoles),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_staff');
  const cursor = readCursor(new URL(request.url).searchParams.get('cursor') ?? '', 2);
  const after = cursor && { isActive: cursor[0] === 'on', email: String(cursor[1]) };
  const found = await listStaff(context.deps.db, { after, limit: perPage + 1 });
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  return {
    isFirst: after === null,
    next: last ? writeCursor([last.isActive ? 'on' : 'off', last.email]) : null,
    rows: rows.map((row) => ({ ...row, isSelf: row.personId === String(actor.person) })),
  };
}

/** POST: someone new works here. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_staff');
  const form = await parseForm(request, staffForm);
  if (!form.ok) return formReply(form);
  const asked = { ...form.value, locale: localeOf(request), clientIp: context.clientIp };
  const added = await addStaff(context.deps, { actor, ...asked });
  if (!added.ok) return refusalInForm(request, added, form);
  const key = added.value.isMailed ? 'staffMailed' : 'staffAdded';
  return redirectWithFlash(request, context, '/admin/staff', { tone: 'good', area: 'office', key });
}

export default function Staff() {
  const t = useMessages('office');
  const to = useLocalePath();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const roles = staffRoles.map((role) => ({ value: role, label: t(`role_${role}`) }));
  return (
    <>
      <PageHead title={t('staff')} lead={t('staffLead')} />
      <div className="grid items-start gap-6 2xl:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-4">
          <DataTable
            caption={t('staff')}
            rows={rows}
            rowKey={({ personId }) => personId}
            columns={[
              {
                key: 'person',
                label: t('person'),
                cell: ({ name, email }) => (
                  <>
                    <strong className="block">{name}</strong>
                    <span className="text-sm break-all text-ink-soft">{email}</span>
                  </>
                ),
              },
              {
                key: 'factor',
                label: t('signIn'),
                cell: ({ hasSecondFactor, hasPassword }) =>
                  hasSecondFactor ? t('secondFactor') : hasPassword ? t('passwordOnly') : t('noPassword'),
              },
              { key: 'companies', label: t('portfolio'), isNumber: true, cell: ({ companies }) => companies },
              {
                key: 'role',
                label: t('role'),
                cell: ({ personId, name, email, role, isActive, isSelf }) =>
                  isActive && !isSelf ? (
                    <div className="flex flex-wrap items-end gap-2 max-sm:justify-end">
                      <Form
                        method="post"
                        action={to(`/admin/staff/${personId}/role`)}
                        className="flex items-end gap-2"
                        preventScrollReset
                      >
                        <SelectField
                          key={role}
                          id={`role-${personId}`}
                          name="role"
                          label={t('roleOf', { name: name || email })}
                          isLabelHidden
                          defaultValue={role}
                          options={roles}
                        />
                        <Button aria-label={t('saveRoleOf', { name: name || email })}>{t('saveRole')}</Button>
                      </Form>
                      <Form method="post" action={to(`/admin/staff/${personId}/removal`)} preventScrollReset>
                        <Button aria-label={t('switchOffOf', { name: name || email })}>{t('switchOff')}</Button>
                      </Form>
                    </div>
                  ) : isSelf ? (
                    t('you', { role: t(`role_${role}`) })
                  ) : (
                    <StateBadge state="cancelled" label={t('isOff')} />
                  ),
              },
            ]}
          />
          <Pagination next={next} isFirst={isFirst} />
        </div>
        <Card title={t('newStaff')}>
          <ErrorSummary answer={form} labels={{ email: t('email'), name: t('name'), role: t('role') }} />
          <Form method="post" className="grid gap-4" noValidate>
            <TextField
              label={t('email')}
              type="email"
              autoComplete="off"
              required
              hint={t('emailHint')}
              {...fieldOf(form, 'email')}
            />
            <TextField label={t('name')} autoComplete="off" required {...fieldOf(form, 'name')} />
            <SelectField label={t('role')} hint={t('roleHint')} options={roles} {...fieldOf(form, 'role', 'rep')} />
            <SubmitButton tone="primary">{t('addStaff')}</SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
