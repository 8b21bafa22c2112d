import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextArea, TextField } from '#app/components/ui/field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requireMember } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { forgetPartNumber, keepPartNumbers } from '#app/use-cases/quick-order/keep-part-numbers.server.ts';
import { listPartNumbers } from '#db/queries/part-numbers.server.ts';

export const handle: RouteHandle = { messages: ['quickOrder'] };

const perPage = 100;
const shape = {
  text: z.string().max(1_000_000).default(''),
  file: z.instanceof(File).optional(),
  remove: z.string().max(100).optional(),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { buyingAs, viewer } = await requireMember(request, context, 'fill_carts');
  const after = readCursor(new URL(request.url).searchParams.get('cursor') ?? '', 1)?.[0] ?? null;
  const found = await listPartNumbers(context.deps.db, {
    companyId: buyingAs.company.id,
    after: after === null ? null : String(after),
    limit: perPage + 1,
  });
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  return {
    isFirst: after === null,
    next: last ? writeCursor([last.key]) : null,
    rows: rows.map(({ code, sku, title }) => ({ code, sku, title: wordsIn(title, viewer.locale) })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'fill_carts', shape);
  if (!form.ok) return form.answer;
  const { actor } = form.as;
  const { text, file, remove } = form.value;
  const here = '/company/part-numbers';
  if (remove) {
    await forgetPartNumber(context.deps, { actor, code: remove });
    return redirectWithFlash(request, context, here, { tone: 'good', area: 'quickOrder', key: 'numberRemoved' });
  }
  const all = [text, file && file.size > 0 ? await file.text() : ''].filter(Boolean).join('\n');
  const outcome = await keepPartNumbers(context.deps, { actor, text: all });
  if (!outcome.ok) return refusalInForm(request, outcome, form);
  const { kept, unknown } = outcome.value;
  if (unknown.length > 0)
    return data({ kept, unknown: unknown.slice(0, 200), more: Math.max(0, unknown.length - 200) });
  const said = { tone: 'good', area: 'quickOrder', key: 'numbersKept', values: { count: kept } } as const;
  return redirectWithFlash(request, context, here, said);
}

type Report = { kept: number; unknown: { row: number; code: string; sku: string }[]; more: number };

export default function PartNumbers() {
  const t = useMessages('quickOrder');
  const to = useLocalePath();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  const answer = useActionData();
  const { form } = answerOf(answer);
  const report = answer && typeof answer === 'object' && 'unknown' in answer ? (answer as Report) : null;
  return (
    <>
      <PageHead title={t('partNumbers')} lead={t('partNumbersLead')} />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_24rem]">
        <div>
          <DataTable
            caption={t('partNumbers')}
            rows={rows}
            rowKey={({ code }) => code}
            empty={<EmptyState title={t('noNumbers')} text={t('noNumbersText')} />}
            columns={[
              { key: 'own', label: t('ownNumber'), cell: ({ code }) => code },
              { key: 'article', label: t('article'), cell: ({ sku, title }) => `${title} (${sku})` },
              {
                key: 'act',
                label: t('removeColumn'),
                cell: ({ code }) => (
                  <Form method="post" preventScrollReset>
                    <BuyingAsField />
                    <input type="hidden" name="remove" value={code} />
                    <Button size="small" aria-label={t('removeNumber', { code })}>
                      {t('removeShort')}
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
          <Pagination next={next} isFirst={isFirst} />
        </div>
        <Card title={t('addNumbers')}>
          {report && (
            <div className="mb-4" role="status">
              <Notice tone="info">
                <p>{t('numbersKept', { count: report.kept })}</p>
                <ul className="mt-2 grid gap-1">
                  {report.unknown.map(({ row, code, sku }) => (
                    <li key={row}>{t('numberUnknown', { row, code: code || '–', sku: sku || '–' })}</li>
                  ))}
                </ul>
                {report.more > 0 && <p>{t('moreRows', { count: report.more })}</p>}
              </Notice>
            </div>
          )}
          <ErrorSummary answer={form} labels={{ text: t('numbersText') }} />
          <Form method="post" encType="multipart/form-data" className="grid gap-4" action={to('/company/part-numbers')}>
            <BuyingAsField />
            <TextArea label={t('numbersText')} hint={t('numbersHint')} rows={6} {...fieldOf(form, 'text')} />
            <TextField type="file" name="file" accept=".csv,.tsv,.txt,text/csv" label={t('file')} isOptional />
            <SubmitButton tone="primary">{t('keepNumbers')}</SubmitButton>
          </Form>
        </Card>
      </div>
    </>
  );
}
