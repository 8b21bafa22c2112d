import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { Disclosure } from '#app/components/ui/disclosure.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { demoOnly } from '#app/http/demo-only.server.ts';
import { localeOf } from '#app/http/locale.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';

export const handle: RouteHandle = { messages: ['dev'] };

const most = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  demoOnly(context);
  const search = new URL(request.url).searchParams;
  const to = (search.get('to') ?? '').trim();
  const sent = await listSentEmails(context.deps.db, { to: to || null, limit: most });
  const open = sent.find(({ id }) => id === search.get('mail')) ?? sent[0];
  const { formats } = locales[localeOf(request)];
  return {
    to,
    size: search.get('size') === 'phone' ? ('phone' as const) : ('desktop' as const),
    theme: search.get('theme') === 'dark' ? ('dark' as const) : ('light' as const),
    mails: sent.map(({ id, to: recipient, subject, sentAt }) => ({
      id,
      to: recipient,
      subject,
      sent: formatInstant(sentAt, formats, storeTimeZone),
    })),
    open: open && { id: open.id, to: open.to, subject: open.subject, text: open.text, headers: open.headers },
  };
}

export default function Outbox() {
  const t = useMessages('dev');
  const path = useLocalePath()('/dev/outbox');
  const { to, mails, open, size, theme } = useLoaderData<typeof loader>();
  const at = (change: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...(to && { to }), ...(open && { mail: open.id }), size, theme, ...change })}`;
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <h1 className="font-display text-3xl font-medium">{t('outboxTitle')}</h1>
        <p className="text-ink-soft">{t('outboxLead')}</p>
      </header>
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <TextField type="email" label={t('outboxFilter')} name="to" defaultValue={to} />
        <Button>{t('outboxFilterButton')}</Button>
      </Form>
      {!open && <EmptyState title={t('outboxEmptyTitle')} text={t('outboxEmptyText')} />}
      {open && (
        <div className="grid gap-6 lg:grid-cols-[20rem_1fr]">
          <nav aria-label={t('outboxMails')} className="max-h-[60rem] overflow-y-auto">
            <ul className="grid gap-1">
              {mails.map((mail) => (
                <li key={mail.id}>
                  <Link
                    to={at({ mail: mail.id })}
                    preventScrollReset
                    aria-current={mail.id === open.id ? 'page' : undefined}
                    className="grid gap-1 rounded border border-line px-4 py-3 text-ink no-underline hover:bg-sunken aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft"
                  >
                    <span className="font-semibold">{mail.subject}</span>
                    <span className="text-sm break-all text-ink-soft">{mail.to}</span>
                    <span className="tabular text-sm text-ink-soft">{mail.sent}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <article aria-label={open.subject} className="grid min-w-0 content-start gap-4">
            <header className="grid gap-1">
              <h2 className="text-xl font-semibold">{open.subject}</h2>
              <p className="break-all text-ink-soft">{t('outboxTo', { to: open.to })}</p>
            </header>
            <div className="flex flex-wrap gap-6">
              <Choice label={t('outboxSize')}>
                <Option to={at({ size: 'desktop' })} isOn={size === 'desktop'} text={t('outboxDesktop')} />
                <Option to={at({ size: 'phone' })} isOn={size === 'phone'} text={t('outboxPhone')} />
              </Choice>
              <Choice label={t('outboxAppearance')}>
                <Option to={at({ theme: 'light' })} isOn={theme === 'light'} text={t('outboxLight')} />
                <Option to={at({ theme: 'dark' })} isOn={theme === 'dark'} text={t('outboxDark')} />
              </Choice>
            </div>
            <iframe
              key={`${open.id} ${theme}`}
              title={t('outboxMessage')}
              src={`/dev/outbox/${open.id}/view?theme=${theme}`}
              sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
              className={`h-[52rem] max-w-full rounded border border-line bg-white ${size === 'phone' ? 'w-[390px]' : 'w-full'}`}
            />
            <Disclosure title={t('outboxText')}>
              <pre className="overflow-x-auto whitespace-pre-wrap">{open.text}</pre>
            </Disclosure>
            <Disclosure title={t('outboxHeaders')}>
              <pre className="overflow-x-auto break-all whitespace-pre-wrap">
                {Object.entries(open.headers)
                  .map(([name, value]) => `${name}: ${value}`)
                  .join('\n')}
              </pre>
            </Disclosure>
          </article>
        </div>
      )}
    </div>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex items-center gap-1">
      <span className="me-2 text-sm text-ink-soft">{label}</span>
      {children}
    </div>
  );
}

function Option({ to, isOn, text }: { to: string; isOn: boolean; text: string }) {
  return (
    <Link
      to={to}
      preventScrollReset
      aria-current={isOn ? 'true' : undefined}
      className="inline-flex min-h-10 items-center rounded border border-line px-3 text-ink no-underline aria-[current=true]:border-accent aria-[current=true]:font-semibold"
    >
      {text}
    </Link>
  );
}
