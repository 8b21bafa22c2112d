import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ListLines } from '#app/components/lists/list-lines.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { Button, ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { Disclosure } from '#app/components/ui/disclosure.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Checkbox, TextField } from '#app/components/ui/field.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsField, buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { idParam, notFound } from '#app/http/require-actor.server.ts';
import { byNumber, levelFields, listView, requireListKeeper } from '#app/http/shopping-lists.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { saveLevels } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { findShoppingList } from '#db/queries/shopping-lists.server.ts';

export const handle: RouteHandle = { messages: ['lists'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reader, orders, viewer, unitId } = await requireListKeeper(request, context);
  const list = await findShoppingList(context.deps.db, { reader, id: idParam(params.list) });
  if (!list) throw notFound();
  return { mayShare: unitId !== null, ...(await listView(context, { list, orders, viewer })) };
}

const levelsForm = z.object({ version: z.coerce.number().int(), ...levelFields, ...buyingAsField });

/** POST: levels, counts and quantities as the form says. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { reader, viewer } = await requireListKeeper(request, context);
  const id = idParam(params.list);
  const form = await parseForm(request, levelsForm);
  if (!form.ok) return formReply(form);
  const moved = buyingAsRefusal(viewer, form.value);
  if (moved) return refusalInForm(request, moved, form);
  const { version, quantity, par, left } = form.value;
  const [pars, counts] = [byNumber(par), byNumber(left)];
  const levels = [...byNumber(quantity)].map(([line, said]) => ({
    line,
    quantity: said,
    parLevel: pars.get(line) ?? null,
    leftOver: counts.get(line) ?? null,
  }));
  const saved = await saveLevels(context.deps, { reader, id, version, levels });
  if (!saved.ok) return refusalInForm(request, saved, form);
  return redirectWithFlash(request, context, `/lists/${id}`, { tone: 'good', area: 'lists', key: 'saved' });
}

export default function List() {
  const t = useMessages('lists');
  const to = useLocalePath();
  const { mayShare, ...list } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  const at = (noun: string) => to(`/lists/${list.id}/${noun}`);
  return (
    <div className="grid gap-8">
      <div>
        <p className="mb-2">
          <Link to={to('/lists')}>{t('title')}</Link>
        </p>
        <h1 className="font-display text-3xl font-medium">{list.name}</h1>
        <p className="mt-2 max-w-text text-ink-soft">{t('listLead')}</p>
      </div>
      <ErrorSummary answer={form} labels={{}} />
      {list.lines.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} />
      ) : (
        <ListLines list={list} cartAction={at('cart')} removalOf={(line) => at(`lines/${line}/removal`)} />
      )}
      {list.lines.length > 0 && (
        <p>
          <ButtonLink to={to(`/quotes/request?list=${list.id}`)}>{t('requestQuote')}</ButtonLink>
        </p>
      )}
      <Form method="post" action={at('lines')} className="flex max-w-text flex-wrap items-end gap-3">
        <BuyingAsField />
        <div className="grow">
          <TextField name="sku" label={t('sku')} required maxLength={100} autoCapitalize="off" />
        </div>
        <div className="w-28">
          <TextField name="quantity" label={t('quantity')} inputMode="decimal" defaultValue="1" required />
        </div>
        <SubmitButton action={at('lines')}>{t('add')}</SubmitButton>
      </Form>
      <Disclosure title={t('settings')}>
        <div className="grid max-w-text gap-6">
          <Form method="post" action={at('name')} className="grid gap-4">
            <BuyingAsField />
            <TextField name="name" label={t('name')} defaultValue={list.name} required maxLength={100} />
            {mayShare && <Checkbox name="shared" label={t('share')} defaultChecked={list.isShared} />}
            <p>
              <SubmitButton action={at('name')}>{t('rename')}</SubmitButton>
            </p>
          </Form>
          <Form method="post" action={at('removal')}>
            <BuyingAsField />
            <Button tone="danger">{t('remove')}</Button>
          </Form>
        </div>
      </Disclosure>
    </div>
  );
}
