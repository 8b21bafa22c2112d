import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useFormats, useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { EntryGrid } from '#app/components/sales/entry-grid.tsx';
import { RevisionHead } from '#app/components/sales/revision-head.tsx';
import { Button, ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { TextArea, TextField } from '#app/components/ui/field.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { Timeline } from '#app/components/ui/timeline.tsx';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { mayEditRevision } from '#app/domain/pricing/price-list-lifecycle.ts';
import { sellersRevision } from '#app/http/price-list-page.server.ts';
import { revisionHead } from '#app/http/revision-head.server.ts';
import { entryPage } from '#app/http/entry-page.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { listEventsOf } from '#db/queries/events.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };

const trailKeys = {
  'price_list.drafted': 'trail_drafted',
  'price_list.changed': 'trail_changed',
  'price_list.submitted': 'trail_submitted',
  'price_list.review_started': 'trail_review_started',
  'price_list.returned': 'trail_returned',
  'price_list.withdrawn': 'trail_withdrawn',
  'price_list.approval_given': 'trail_approval_given',
  'price_list.approved': 'trail_approved',
} as const;
const isTrailKey = (type: string): type is keyof typeof trailKeys => Object.hasOwn(trailKeys, type);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { list, revision, path, timeZone, actor } = await sellersRevision(request, context, params);
  const { db, now } = context.deps;
  const isManager = actor.staff.roles.some((role) => role !== 'rep');
  const isMaker = revision.makers.includes(actor.person);
  const [head, page, events] = await Promise.all([
    revisionHead(db, { list, revision, path, timeZone, at: now() }),
    entryPage(db, request, revision.id),
    listEventsOf(db, { subjectId: revision.id, companyId: null }),
  ]);
  const named = await namePersons(db, { ids: events.flatMap(({ personId }) => personId ?? []) });
  const isOpen = ['draft', 'returned', 'submitted', 'in_review'].includes(revision.status);
  return {
    head,
    page,
    currency: revision.currency,
    version: revision.version,
    mayEdit: mayEditRevision(revision.status),
    mayWithdraw: isOpen && (isMaker || isManager),
    mayReview: ['submitted', 'in_review'].includes(revision.status) && !isMaker,
    trail: events.flatMap(({ type, personId, via, data, at }, index) =>
      isTrailKey(type)
        ? [
            {
              id: String(index),
              key: trailKeys[type],
              by: (personId && named.get(personId)?.name) || via,
              reason: typeof data.reason === 'string' ? data.reason : '',
              at,
            },
          ]
        : [],
    ),
  };
}

export default function Revision() {
  const t = useMessages('pricing');
  const to = useLocalePath();
  const formats = useFormats();
  const { head, page, currency, version, mayEdit, mayWithdraw, mayReview, trail } = useLoaderData<typeof loader>();
  const seen = <input type="hidden" name="version" value={version} />;
  return (
    <>
      <RevisionHead head={head} />
      <div className="mb-6 flex flex-wrap items-end gap-3">
        {mayEdit && (
          <Form method="post" action={to(`${head.path}/submission`)}>
            {seen}
            <SubmitButton tone="primary" action={to(`${head.path}/submission`)}>
              {t('submitForApproval')}
            </SubmitButton>
          </Form>
        )}
        {mayReview && (
          <ButtonLink to={to(`${head.path}/review`)} tone="primary">
            {t('review')}
          </ButtonLink>
        )}
        <ButtonLink to={to(`${head.path}/entries.csv`)} reloadDocument>
          {t('downloadCsv')}
        </ButtonLink>
        {mayWithdraw && (
          <Form method="post" action={to(`${head.path}/withdrawal`)}>
            <SubmitButton action={to(`${head.path}/withdrawal`)}>{t('withdraw')}</SubmitButton>
          </Form>
        )}
      </div>
      <div className="grid items-start gap-8 xl:grid-cols-[1fr_22rem]">
        <div className="min-w-0">
          <Form method="get" className="mb-4 flex flex-wrap items-end gap-3">
            <TextField type="search" name="search" label={t('searchEntries')} defaultValue={page.search} />
            <Button>{t('filter')}</Button>
          </Form>
          <EntryGrid entries={page.entries} currency={currency} path={head.path} version={version} mayEdit={mayEdit} />
          <Pagination next={page.next} isFirst={page.isFirst} />
        </div>
        <div className="grid gap-6">
          {mayEdit && (
            <Card title={t('pasteTitle')}>
              <Form
                method="post"
                action={to(`${head.path}/entries`)}
                encType="multipart/form-data"
                className="grid gap-4"
                noValidate
              >
                {seen}
                <TextArea label={t('paste')} hint={t('pasteHint')} name="pasted" rows={6} />
                <TextField type="file" label={t('uploadCsv')} name="file" accept=".csv,text/csv" isOptional />
                <div>
                  <SubmitButton action={to(`${head.path}/entries`)}>{t('saveEntries')}</SubmitButton>
                </div>
              </Form>
            </Card>
          )}
          <Card title={t('trail')}>
            <Timeline
              entries={trail.map(({ id, key, by, reason, at }) => ({
                id,
                title: t(key),
                by,
                at: { iso: at.toISOString(), text: formatInstant(at, formats, head.timeZone) },
                note: reason || undefined,
              }))}
            />
          </Card>
        </div>
      </div>
    </>
  );
}
