import { Form } from '@remix-run/react';
import { useLocalePath } from '../i18n/words';
import { BuyingAsField } from '../shell/buying-as-field';
import { SubmitButton } from '../ui/button';

/** One click: straight to placed when nothing has changed, else to the page of what has. */
export function ReorderButton({ number, words }: { number: string; words: string }) {
  const action = useLocalePath()(`/orders/${number}/reorders`);
  return (
    <Form method="post" action={action}>
      <BuyingAsField />
      <SubmitButton size="small" action={action}>
        {words}
      </SubmitButton>
    </Form>
  );
}
