import { Form } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from '../ui/button';

/** One click: straight to placed when nothing has changed, else to the page of what has. */
export function ReorderButton({ number }: { number: string }) {
  const t = useMessages('orders');
  const action = useLocalePath()(`/orders/${number}/reorders`);
  return (
    <Form method="post" action={action}>
      <BuyingAsField />
      <SubmitButton size="small" action={action}>
        {t('reorder')}
      </SubmitButton>
    </Form>
  );
}
