import { Link } from '@remix-run/react';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { useShell } from '#app/components/shell/use-shell.ts';
import type { RouteHandle } from '#app/messages/areas.ts';

export const handle: RouteHandle = { messages: ['account'] };

/** The same page whether the address has an account or not. */
export default function CheckYourMail() {
  const t = useMessages('account');
  const to = useLocalePath();
  return (
    <DoorPage title={t('checkMailTitle')} lead={t('checkMailLead')}>
      <p className="text-ink-soft">{t('checkMailHint')}</p>
      <p className="flex flex-wrap gap-5">
        <Link to={to('/sign-in')}>{t('signInButton')}</Link>
        {useShell().isDemo && <a href="/dev/outbox">{t('demoOutbox')}</a>}
      </p>
    </DoorPage>
  );
}
