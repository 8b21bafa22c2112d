import { Form } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { SubmitButton } from '../ui/button';
import { Card } from '../ui/card';
import { Checkbox, TextArea, TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { questionOf, useLiveAnswer } from '../ui/use-live-answer';

/** How far the offer in the form goes: percent to one decimal, the total before tax in words. */
export type Judgement = {
  readonly isWithin: boolean;
  readonly total: string;
  readonly lines: readonly {
    readonly line: number;
    /** What its discounts make of it. */
    readonly price: string;
    readonly discount: string;
    readonly margin: string;
    readonly isBeyondLimit: boolean;
  }[];
};

type Props = {
  quote: {
    readonly id: string;
    readonly validDay: string;
    /** What the newest version says of repeat orders. */
    readonly template: { readonly times: string; readonly day: string };
    readonly limits: { readonly discount: string; readonly margin: string } | null;
    readonly lines: readonly {
      readonly line: number;
      readonly sku: string;
      readonly start: string;
      readonly quantity: string;
    }[];
  };
};

/** The next version of an offer. What each price gives away, and whether it needs a manager, stands beside it while it
 *  is typed; the server asks again when it is sent. */
export function OfferForm({ quote }: Props) {
  const t = useMessages('quotes');
  const to = useLocalePath();
  const action = to(`/sales/quotes/${quote.id}/offers`);
  const { answer, ask } = useLiveAnswer<Judgement | null>();
  return (
    <Card title={t('offerTitle')}>
      <Form
        method="post"
        action={action}
        className="grid gap-3"
        onInput={(event) => ask(to(`/sales/quotes/${quote.id}/judgement`), questionOf(event.currentTarget))}
      >
        <p className="text-ink-soft">{quote.limits ? t('sendHint', quote.limits) : t('sendHintFree')}</p>
        {quote.lines.map(({ line, sku, start, quantity }) => {
          const judged = answer?.lines.find((each) => each.line === line);
          return (
            <div key={line} className="grid grid-cols-3 items-end gap-x-3 gap-y-1 border-b border-line pb-3">
              <TextField
                name={`price_${line}`}
                label={t('priceOf', { sku })}
                inputMode="decimal"
                defaultValue={start}
              />
              <TextField
                name={`quantity_${line}`}
                label={t('quantityOf', { sku })}
                inputMode="decimal"
                defaultValue={quantity}
              />
              <TextField name={`discount_${line}`} label={t('discountOf', { sku })} inputMode="decimal" />
              <div className="col-span-3">
                <Checkbox name={`lock_${line}`} label={t('lockOf', { sku })} />
              </div>
              {judged?.discount && judged.margin && (
                <p className={`col-span-3 text-sm ${judged.isBeyondLimit ? 'font-medium text-warn' : 'text-ink-soft'}`}>
                  {t('lineOfLimit', { price: judged.price, discount: judged.discount, margin: judged.margin })}
                </p>
              )}
            </div>
          );
        })}
        <TextField
          name="rest_discount"
          label={t('restDiscount')}
          hint={t('restDiscountHint')}
          inputMode="decimal"
          isOptional
        />
        <div aria-live="polite" className="grid gap-2 empty:hidden">
          {answer && (
            <>
              <p className="font-medium">{t('totalOffered', { total: answer.total })}</p>
              {quote.limits && (
                <Notice tone={answer.isWithin ? 'good' : 'warn'}>
                  {t(answer.isWithin ? 'within' : 'beyondLimit')}
                </Notice>
              )}
            </>
          )}
        </div>
        <div className="grid grid-cols-2 gap-3">
          <TextField name="freight" label={t('freightField')} hint={t('freightHint')} inputMode="decimal" />
          <TextField name="terms" label={t('termsField')} hint={t('termsHint')} />
        </div>
        <Checkbox name="part" label={t('partField')} />
        <fieldset className="grid grid-cols-2 items-start gap-3">
          <legend className="mb-2 font-medium">{t('templateField')}</legend>
          <TextField
            name="template_times"
            label={t('templateTimes')}
            hint={t('templateTimesHint')}
            inputMode="numeric"
            isOptional
            defaultValue={quote.template.times}
          />
          <TextField
            type="date"
            name="template_day"
            label={t('templateDay')}
            isOptional
            defaultValue={quote.template.day}
          />
        </fieldset>
        <TextField type="date" name="valid_day" label={t('validDay')} defaultValue={quote.validDay} />
        <TextArea name="message" label={t('message')} isOptional />
        <SubmitButton tone="primary" action={action}>
          {t(answer?.isWithin === false ? 'submitOffer' : 'send')}
        </SubmitButton>
      </Form>
    </Card>
  );
}
