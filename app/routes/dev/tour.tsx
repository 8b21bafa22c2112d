import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { demoOnly } from '#app/http/demo-only.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { doors } from './doors';

export const handle: RouteHandle = { messages: ['dev'] };

export function loader({ context }: LoaderFunctionArgs) {
  demoOnly(context);
  return null;
}

const machines = [
  { path: '/dev/outbox', key: 'outbox' },
  { path: '/dev/clock', key: 'clock' },
  { path: '/api/openapi.json', key: 'api' },
] as const;

/** A door for every role. Forms, so that it works without scripts and no link signs anybody in. */
export default function Tour() {
  const t = useMessages('dev');
  const to = useLocalePath();
  return (
    <div className="grid gap-8">
      <header className="grid gap-3">
        <h1 className="font-display text-3xl font-medium">{t('tourTitle')}</h1>
        <p className="max-w-text text-lg text-ink-soft">{t('tourLead')}</p>
      </header>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {doors.map(({ id, email }) => (
          <li key={id} className="flex flex-col gap-2 rounded border border-line bg-raised p-5">
            <h2 className="text-lg font-semibold">{t(`${id}Title`)}</h2>
            <p className="grow text-ink-soft">{t(`${id}Text`)}</p>
            <p className="text-sm text-ink-faint">{email}</p>
            <form method="post" action={to(`/dev/doors/${id}`)}>
              <Button tone={id === 'consumer' ? 'primary' : 'quiet'} wide>
                {t('goIn', { name: t(`${id}Title`) })}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <section className="grid gap-2">
        <h2 className="text-lg font-semibold">{t('machinesTitle')}</h2>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {machines.map(({ path, key }) => (
            <li key={path}>
              <a href={path}>{t(key)}</a>
            </li>
          ))}
        </ul>
        <p className="text-ink-soft">{t('passwordHint')}</p>
      </section>
    </div>
  );
}
