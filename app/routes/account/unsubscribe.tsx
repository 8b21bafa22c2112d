import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { mailContact, maskedAddress } from '#app/http/mail-contact.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { chooseReminders } from '#app/use-cases/reminders/choose-reminders.server.ts';

export const handle: RouteHandle = { messages: ['reminders'] };

/** GET only shows the page: mail programs and their scanners follow every link. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const contact = await mailContact(context, params.token);
  return {
    token: params.token ?? '',
    address: maskedAddress(contact.address),
    isUnsubscribed: contact.suppression !== null,
  };
}

/** One click, by the button of a mail program (RFC 8058: no cookie, no redirect) or by ours. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const contact = await mailContact(context, params.token);
  const form = await request.formData().catch(() => new FormData());
  const isOneClick = form.get('List-Unsubscribe') === 'One-Click';
  await chooseReminders(context.deps, {
    contactId: contact.id,
    wanted: false,
    source: isOneClick ? 'one_click' : 'page',
  });
  if (isOneClick) return data(null);
  return redirect(pathFor(request, `/unsubscribe/${params.token}`), { status: 303 });
}

export default function Unsubscribe() {
  const t = useMessages('reminders');
  const to = useLocalePath();
  const { token, address, isUnsubscribed } = useLoaderData<typeof loader>();
  return (
    <DoorPage
      title={t(isUnsubscribed ? 'unsubscribedTitle' : 'unsubscribeTitle')}
      lead={t(isUnsubscribed ? 'unsubscribedText' : 'unsubscribeText', { address })}
    >
      {!isUnsubscribed && (
        <Form method="post" action={to(`/unsubscribe/${token}`)}>
          <SubmitButton tone="primary" size="large" wide>
            {t('unsubscribeButton')}
          </SubmitButton>
        </Form>
      )}
      <p>
        <Link to={to(`/preferences/mail/${token}`)}>{t('preferencesLink')}</Link>
      </p>
    </DoorPage>
  );
}
