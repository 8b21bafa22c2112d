import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { RefusalNotice } from '#app/components/ui/refusal-notice.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { localeOf, pathFor } from '#app/http/locale.server.ts';
import { actOn, sellersRevision } from '#app/http/price-list-page.server.ts';
import { refusalReply } from '#app/http/refusal-reply.server.ts';
import { type TypedProblem, readTypedEntries } from '#app/http/typed-entries.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { changeDraft } from '#app/use-cases/pricing/change-draft.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };

const largestFile = 5_000_000;
const entriesForm = z.object({
  version: z.coerce.number().int().positive(),
  pasted: z.string().max(largestFile).default(''),
  file: z.instanceof(File).optional(),
  selected: z.array(z.uuid()).max(500).default([]),
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { path, list, revision } = await sellersRevision(request, context, params);
  return { path, list: list.name, number: revision.number };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const as = await sellersRevision(request, context, params);
  const form = await parseForm(request, entriesForm);
  if (!form.ok) return formReply(form);
  const { version, pasted, file, selected } = form.value;
  if (file && file.size > largestFile) return refusalReply(request, { ok: false, code: 'too_large' });
  const uploaded = file ? await file.text() : '';
  const read = readTypedEntries(uploaded || pasted);
  const words = translator(localeOf(request), 'pricing');
  const told = (problems: readonly TypedProblem[]) =>
    data(
      {
        problems: problems.map(({ row, column, code, message }) => ({
          row,
          column: column ?? '',
          text: message ?? words(`problem_entry_${code}`),
        })),
      },
      { status: 400 },
    );
  if (read.problems.length > 0) return told(read.problems);
  const done = await changeDraft(context.deps, {
    ...actOn(as, params, version),
    save: read.entries.map(({ entry }) => entry),
    remove: selected,
  });
  if (!done.ok && done.code === 'revision_impossible') return told(read.placed(done.detail?.errors ?? []));
  if (!done.ok) return refusalReply(request, done);
  const { saved, removed } = done.value;
  if (saved + removed === 0) return redirect(pathFor(request, as.path), 303);
  const values = { count: saved + removed };
  return redirectWithFlash(request, context, as.path, { tone: 'good', area: 'pricing', key: 'entriesChanged', values });
}

type Told = { problems?: { row: number; column: string; text: string }[] };

export default function ChangeEntries() {
  const t = useMessages('pricing');
  const to = useLocalePath();
  const { path, list, number } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems } = (answer ?? {}) as Told;
  return (
    <>
      <PageHead title={t('entriesOf', { list, number })} lead={problems ? t('nothingSaved') : undefined} />
      <RefusalNotice refusal={answerOf(answer).refusal} />
      {problems && (
        <DataTable
          caption={t('rowsWithProblems')}
          rows={problems}
          rowKey={({ row, column, text }) => `${row} ${column} ${text}`}
          columns={[
            { key: 'row', label: t('row'), isNumber: true, cell: ({ row }) => row },
            { key: 'column', label: t('column'), cell: ({ column }) => column },
            { key: 'text', label: t('whatIsWrong'), cell: ({ text }) => text },
          ]}
        />
      )}
      <p className="mt-6">
        <Link to={to(path)}>{t('backToRevision')}</Link>
      </p>
    </>
  );
}
