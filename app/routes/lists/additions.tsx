import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ListChoice } from '#app/components/lists/list-choice.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { entriesAsked, listChoice, requireListKeeper } from '#app/http/shopping-lists.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { keepOnList, mostLists } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { listShoppingLists } from '#db/queries/shopping-lists.server.ts';

export const handle: RouteHandle = { messages: ['lists'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const keeper = await requireListKeeper(request, context);
  const entries = await entriesAsked(request, context, keeper);
  const lists = await listShoppingLists(context.deps.db, { reader: keeper.reader, limit: mostLists });
  return {
    count: entries.length,
    lists: lists.map(({ id, name }) => ({ value: id, label: name })),
  };
}

const additionsForm = z.object({ ...listChoice, ...buyingAsField });

/** POST: what the address names goes on a list, or on a new one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const keeper = await requireListKeeper(request, context);
  const form = await parseForm(request, additionsForm);
  if (!form.ok) return formReply(form);
  const moved = buyingAsRefusal(keeper.viewer, form.value);
  if (moved) return refusalInForm(request, moved, form);
  const entries = await entriesAsked(request, context, keeper);
  const { list, name } = form.value;
  if (!list && !name) return formReply(fieldRefused(request, form, 'name', 'required'));
  const kept = await keepOnList(context.deps, { ...keeper, list, name, entries });
  if (!kept.ok) return refusalInForm(request, kept, form);
  return redirectWithFlash(request, context, `/lists/${kept.value.id}`, { tone: 'good', area: 'lists', key: 'added' });
}

export default function Additions() {
  const t = useMessages('lists');
  const to = useLocalePath();
  const { count, lists } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <div className="grid max-w-text gap-6">
      <h1 className="font-display text-3xl font-medium">{t('keepTitle')}</h1>
      {count === 0 ? (
        <EmptyState
          title={t('nothingToKeep')}
          text={t('nothingToKeepText')}
          action={<ButtonLink to={to('/lists')}>{t('title')}</ButtonLink>}
        />
      ) : (
        <Form method="post" className="grid gap-4" noValidate>
          <BuyingAsField />
          <p className="text-ink-soft">{t('keepLead', { count })}</p>
          <ErrorSummary answer={form} labels={{ name: t('newName') }} />
          <ListChoice lists={lists} form={form} />
          <p>
            <SubmitButton tone="primary">{t('keep')}</SubmitButton>
          </p>
        </Form>
      )}
    </div>
  );
}
