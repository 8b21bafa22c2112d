import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { Suggestions } from '#app/components/shop/suggestions.tsx';
import { Badge } from '#app/components/ui/badge.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, TextField } from '#app/components/ui/field.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { suggestionsFor } from '#app/http/suggestions-view.server.ts';
import { listName, requireListKeeper } from '#app/http/shopping-lists.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { createList, mostLists } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { listShoppingLists } from '#db/queries/shopping-lists.server.ts';

export const handle: RouteHandle = { messages: ['lists', 'suggestions'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reader, unitId, viewer } = await requireListKeeper(request, context);
  const lists = await listShoppingLists(context.deps.db, { reader, limit: mostLists });
  return {
    mayShare: unitId !== null,
    suggestions: await suggestionsFor(context, viewer),
    lists: lists.map(({ id, name, ownerId, lines }) => ({ id, name, isShared: ownerId === null, lines })),
  };
}

const listForm = z.object({ name: listName, shared: z.literal('on').optional(), ...buyingAsField });

export async function action({ request, context }: ActionFunctionArgs) {
  const keeper = await requireListKeeper(request, context);
  const form = await parseForm(request, listForm);
  if (!form.ok) return formReply(form);
  const moved = buyingAsRefusal(keeper.viewer, form.value);
  if (moved) return refusalInForm(request, moved, form);
  const { name, shared } = form.value;
  const made = await createList(context.deps, { ...keeper, name, isShared: shared === 'on', entries: [] });
  if (!made.ok) return refusalInForm(request, made, form);
  return redirectWithFlash(request, context, `/lists/${made.value.id}`, { tone: 'good', area: 'lists', key: 'made' });
}

export default function Lists() {
  const t = useMessages('lists');
  const to = useLocalePath();
  const { lists, mayShare, suggestions } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <div className="grid gap-8">
      <div>
        <h1 className="font-display text-3xl font-medium">{t('title')}</h1>
        <p className="mt-2 max-w-text text-ink-soft">{t('lead')}</p>
      </div>
      {lists.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {lists.map(({ id, name, isShared, lines }) => (
            <li key={id} className="relative grid gap-1 rounded border border-line bg-raised p-5">
              <Link to={to(`/lists/${id}`)} className="text-lg font-semibold after:absolute after:inset-0">
                {name}
              </Link>
              <span className="flex flex-wrap items-center gap-2 text-ink-soft">
                {t('articles', { count: lines })} {isShared && <Badge tone="info">{t('shared')}</Badge>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Suggestions suggestions={suggestions} />
      <Card title={t('new')} className="max-w-text">
        <Form method="post" className="grid gap-4" noValidate>
          <BuyingAsField />
          <ErrorSummary answer={form} labels={{ name: t('name') }} />
          <TextField label={t('name')} required maxLength={100} {...fieldOf(form, 'name')} />
          {mayShare && <Checkbox name="shared" label={t('share')} />}
          <p>
            <SubmitButton tone="primary">{t('make')}</SubmitButton>
          </p>
        </Form>
      </Card>
    </div>
  );
}
