import { Form } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import { TextField } from '../ui/field';

export type DiscountView = { readonly code: string; readonly problem: string | null };

/** Where a code is typed: folded away for all who have none. */
export function DiscountField({ discount, back }: { discount: DiscountView | null; back: string }) {
  const t = useMessages('shop');
  const to = useLocalePath();
  return (
    <Disclosure title={t('discountCode')} isOpen={discount !== null}>
      <Form method="post" action={to('/cart/code')} className="grid gap-3 pt-2" preventScrollReset>
        <BuyingAsField />
        <input type="hidden" name="back" value={to(back)} />
        {discount && !discount.problem ? (
          <>
            <p className="font-medium text-good">{t('discountCounts', { code: discount.code })}</p>
            <input type="hidden" name="code" value="" />
            <Button size="small">{t('discountRemove')}</Button>
          </>
        ) : (
          <>
            <TextField
              label={t('discountCode')}
              name="code"
              defaultValue={discount?.code}
              autoCapitalize="characters"
              autoComplete="off"
              error={discount?.problem ?? undefined}
            />
            <Button>{t('discountApply')}</Button>
          </>
        )}
      </Form>
    </Disclosure>
  );
}
