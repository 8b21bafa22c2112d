import { type ActionFunctionArgs, data } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import * as z from 'zod';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ListChoice } from '#app/components/lists/list-choice.tsx';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { quickOrderForm, textOf } from '#app/http/quick-order-view.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { listChoice, requireListKeeper } from '#app/http/shopping-lists.server.ts';
import { buyerOf } from '#app/http/storefront/shown-prices.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { type CheckedRow, checkQuickOrder } from '#app/use-cases/quick-order/check-quick-order.server.ts';
import { keepOnList, mostLists } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { listShoppingLists } from '#db/queries/shopping-lists.server.ts';

export const handle: RouteHandle = { messages: ['lists', 'quickOrder'] };

const keepForm = quickOrderForm.extend({ ...listChoice, chosen: z.literal('on').optional() });
const mostNamed = 20;

/** POST: first asks on which list what was typed is kept, then keeps it. What no list can hold is named. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const keeper = await requireListKeeper(request, context);
  const form = await parseForm(request, keepForm);
  if (!form.ok) return formReply(form);
  const { viewer } = keeper;
  const moved = buyingAsRefusal(viewer, form.value);
  if (moved) return refusalInForm(request, moved, form);
  const text = await textOf(form.value);
  const checked = await checkQuickOrder(deps, { text, buyer: buyerOf(viewer), currency: viewer.currency });
  if (!checked.ok) return refusalInForm(request, checked, form);
  const entries = checked.value.flatMap(entryOf);
  const { list, name, chosen } = form.value;
  const lists = await listShoppingLists(deps.db, { reader: keeper.reader, limit: mostLists });
  const not = checked.value.filter((row) => entryOf(row).length === 0);
  const asked: Asked = {
    text,
    count: entries.length,
    lists: lists.map(({ id, name: label }) => ({ value: id, label })),
    not: not.slice(0, mostNamed).map(({ row, code }) => `${row}: ${code}`),
    notCount: not.length,
  };
  const again = (reply: ReturnType<typeof formReply>) => data({ ...reply.data, asked }, reply.init ?? {});
  if (!chosen || entries.length === 0) return data({ asked });
  if (!list && !name) return again(formReply(fieldRefused(request, form, 'name', 'required')));
  const kept = await keepOnList(deps, { ...keeper, list, name, entries });
  if (!kept.ok) return again(refusalInForm(request, kept, form));
  return redirectWithFlash(request, context, `/lists/${kept.value.id}`, { tone: 'good', area: 'lists', key: 'added' });
}

/** Whatever names an article and says how many; whether it can be ordered is asked when it is. */
const entryOf = ({ sku, quantity, problem }: CheckedRow) =>
  sku && quantity && problem !== 'other_unit' && problem !== 'unknown_article'
    ? [{ sku, quantity: toDecimalString(quantity.quantity, 6), configuration: {} }]
    : [];

type Asked = {
  text: string;
  count: number;
  lists: { value: string; label: string }[];
  not: string[];
  notCount: number;
};

export default function KeepTyped() {
  const t = useMessages('lists');
  const to = useLocalePath();
  const answer = useActionData() as { asked?: Asked } | undefined;
  const { form } = answerOf(answer);
  const asked = answer?.asked;
  const text = asked?.text ?? String(form?.values.text ?? '');
  return (
    <div className="grid max-w-text gap-6">
      <h1 className="font-display text-3xl font-medium">{t('keepTitle')}</h1>
      {asked && asked.notCount > 0 && (
        <Notice tone="warn" title={t('notKept', { count: asked.notCount })}>
          <p>{asked.not.join(' · ')}</p>
        </Notice>
      )}
      {(asked?.count ?? (form ? 1 : 0)) === 0 ? (
        <EmptyState
          title={t('nothingToKeep')}
          text={t('nothingToKeepText')}
          action={<ButtonLink to={to('/quick-order')}>{t('toQuickOrder')}</ButtonLink>}
        />
      ) : (
        <Form method="post" className="grid gap-4" noValidate>
          <BuyingAsField />
          <input type="hidden" name="chosen" value="on" />
          <textarea hidden readOnly name="text" value={text} />
          {asked && <p className="text-ink-soft">{t('keepTyped', { count: asked.count })}</p>}
          <ErrorSummary answer={form} labels={{ name: t('newName') }} />
          <ListChoice lists={asked?.lists ?? []} form={form} />
          <p>
            <SubmitButton tone="primary">{t('keep')}</SubmitButton>
          </p>
        </Form>
      )}
    </div>
  );
}
