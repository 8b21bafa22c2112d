import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node';
import { Form, Link, useActionData, useFetcher, useLoaderData } from '@remix-run/react';
import { useRef } from 'react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { CheckedRows } from '#app/components/quick-order/checked-rows.tsx';
import type { QuickOrderView } from '#app/components/quick-order/quick-order-lines.ts';
import { BuyingAsField } from '#app/components/shell/buying-as-field.tsx';
import { Suggestions } from '#app/components/shop/suggestions.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextArea, TextField } from '#app/components/ui/field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { buyingAsRefusal } from '#app/http/buying-as.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { quickOrderForm, quickOrderView, textOf } from '#app/http/quick-order-view.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { mayKeepLists } from '#app/http/shopping-lists.server.ts';
import { suggestionsFor } from '#app/http/suggestions-view.server.ts';
import { buyerOf } from '#app/http/storefront/shown-prices.server.ts';
import { viewerOf } from '#app/http/viewer.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';
import { checkQuickOrder } from '#app/use-cases/quick-order/check-quick-order.server.ts';

export const handle: RouteHandle = { messages: ['quickOrder', 'suggestions'] };
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Tradepost' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request, context);
  return {
    title: translator(viewer.locale, 'quickOrder')('title'),
    isCompany: viewer.buyingAs.kind !== 'consumer',
    mayKeep: mayKeepLists(viewer),
    suggestions: await suggestionsFor(context, viewer),
  };
}

/** POST: what would become of it. Nothing is changed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, quickOrderForm);
  if (!form.ok) return formReply(form);
  const viewer = await viewerOf(request, context);
  const changed = buyingAsRefusal(viewer, form.value);
  if (changed) return refusalInForm(request, changed, form);
  const { currency, locale } = viewer;
  const text = await textOf(form.value);
  const checked = await checkQuickOrder(context.deps, { text, buyer: buyerOf(viewer), currency });
  if (!checked.ok) return refusalInForm(request, checked, form);
  return data({ view: quickOrderView(checked.value, { text, currency, locale }) });
}

const waitMs = 400;
const viewOf = (answer: unknown): QuickOrderView | null =>
  typeof answer === 'object' && answer !== null && 'view' in answer ? (answer.view as QuickOrderView) : null;

export default function QuickOrder() {
  const t = useMessages('quickOrder');
  const to = useLocalePath();
  const { isCompany, mayKeep, suggestions } = useLoaderData<typeof loader>();
  const answer = useActionData();
  const { form } = answerOf(answer);
  const fetcher = useFetcher();
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const view = viewOf(fetcher.data) ?? viewOf(answer);
  const check = (element: HTMLFormElement) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => fetcher.submit(element), waitMs);
  };
  return (
    <div className="grid gap-8">
      <div>
        <h1 className="font-display text-3xl font-medium">{t('title')}</h1>
        <p className="mt-2 max-w-text text-ink-soft">{t('lead')}</p>
        {isCompany && (
          <p className="mt-1">
            <Link to={to('/company/part-numbers')}>{t('partNumbersLink')}</Link>
          </p>
        )}
      </div>
      <Form
        method="post"
        encType="multipart/form-data"
        className="grid max-w-3xl gap-4"
        onInput={(event) => event.target instanceof HTMLTextAreaElement && check(event.currentTarget)}
        onSubmit={() => clearTimeout(waiting.current)}
      >
        <BuyingAsField />
        <ErrorSummary answer={form} labels={{ text: t('text') }} />
        <TextArea
          label={t('text')}
          hint={t('textHint')}
          rows={8}
          spellCheck={false}
          autoCapitalize="off"
          placeholder={'ESP-1K  12\nCUP-6  24'}
          {...fieldOf(form, 'text')}
          {...(view && !form && { defaultValue: view.text })}
          key={viewOf(answer)?.text ?? 'empty'}
        />
        <TextField type="file" name="file" accept=".csv,.tsv,.txt,text/csv,text/plain" label={t('file')} isOptional />
        <div className="flex flex-wrap gap-3">
          <SubmitButton tone={view ? 'quiet' : 'primary'}>{t('check')}</SubmitButton>
          <SubmitButton
            tone={view ? 'primary' : 'quiet'}
            formAction={to('/quick-order/cart-lines')}
            action={to('/quick-order/cart-lines')}
          >
            {view && view.bad > 0 ? t('addGood', { count: view.good }) : t('addAll')}
          </SubmitButton>
          <SubmitButton
            tone="quiet"
            formAction={to('/quick-order/quote-request')}
            action={to('/quick-order/quote-request')}
          >
            {t('requestQuote')}
          </SubmitButton>
          {mayKeep && (
            <SubmitButton tone="quiet" formAction={to('/quick-order/lists')} action={to('/quick-order/lists')}>
              {t('keepOnList')}
            </SubmitButton>
          )}
        </div>
      </Form>
      {view && view.lines.length === 0 && <Notice tone="info">{t('nothing')}</Notice>}
      {view && view.lines.length > 0 && (
        <section aria-label={t('rows')}>
          <CheckedRows view={view} />
        </section>
      )}
      {!view && <Suggestions suggestions={suggestions} />}
    </div>
  );
}
