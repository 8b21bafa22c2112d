import { type ActionFunctionArgs, data } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { CheckedRows } from '#app/components/quick-order/checked-rows.tsx';
import type { QuickOrderView } from '#app/components/quick-order/quick-order-lines.ts';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { ButtonLink, SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextArea } from '#app/components/ui/field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { cartBuyerOf } from '#app/http/cart-buyer.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { quickOrderForm, quickOrderView, textOf } from '#app/http/quick-order-view.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { rememberCartId } from '#app/http/remembered.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { orderQuickly } from '#app/use-cases/quick-order/order-quickly.server.ts';

export const handle: RouteHandle = { messages: ['quickOrder'] };

/** POST: what can be ordered goes into the cart; the rest is shown again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, quickOrderForm);
  if (!form.ok) return formReply(form);
  const viewer = await viewerOf(request, context);
  const changed = buyingAsRefusal(viewer, form.value);
  if (changed) return refusalInForm(request, changed, form);
  const buyer = cartBuyerOf(viewer);
  const ordered = await orderQuickly(context.deps, { buyer, text: await textOf(form.value) });
  if (!ordered.ok) return refusalInForm(request, ordered, form);
  const { added, left, cartId } = ordered.value;
  const cookie = buyer.owner.personId === null ? await rememberCartId(cartId, context.deps.settings) : null;
  if (left.length > 0) {
    const text = left.map(({ code, quantityText }) => `${code}\t${quantityText}`).join('\n');
    const view = quickOrderView(left, { text, currency: viewer.currency, locale: viewer.locale });
    return data({ added, view }, { headers: cookie ? { 'Set-Cookie': cookie } : {} });
  }
  const said = { tone: 'good', area: 'quickOrder', key: 'added', values: { count: added } } as const;
  const answer = await redirectWithFlash(request, context, '/cart', said);
  if (cookie) answer.headers.append('Set-Cookie', cookie);
  return answer;
}

export default function LeftBehind() {
  const t = useMessages('quickOrder');
  const to = useLocalePath();
  const answer = useActionData() as { added?: number; view?: QuickOrderView } | undefined;
  const { form } = answerOf(answer);
  const view = answer?.view;
  return (
    <div className="grid gap-6">
      <h1 className="font-display text-3xl font-medium">{t('title')}</h1>
      {view && (
        <Notice tone="info">
          {t('added', { count: answer.added ?? 0 })} {t('leftBehind', { count: view.lines.length })}
        </Notice>
      )}
      <Form method="post" className="grid max-w-3xl gap-4">
        <BuyingAsField />
        <ErrorSummary answer={form} labels={{ text: t('text') }} />
        <TextArea label={t('text')} rows={8} spellCheck={false} {...fieldOf(form, 'text', view?.text)} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton tone="primary">{t('addAll')}</SubmitButton>
          <ButtonLink to={to('/cart')}>{t('toCart')}</ButtonLink>
        </div>
      </Form>
      {view && <CheckedRows view={view} />}
    </div>
  );
}
