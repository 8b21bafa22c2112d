import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button, ButtonLink } from '#app/components/ui/button.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { durationSeconds } from '#app/domain/i18n/duration.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { demoOnly } from '#app/http/demo-only.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { localeOf } from '#app/http/locale.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { advanceDemoClock } from '#app/use-cases/mail/advance-demo-clock.server.ts';

export const handle: RouteHandle = { messages: ['dev'] };

export function loader({ request, context }: LoaderFunctionArgs) {
  demoOnly(context);
  const now = context.deps.now();
  return { now: now.toISOString(), said: formatInstant(now, locales[localeOf(request)].formats, storeTimeZone) };
}

/** `advance` is a duration such as 1h, 24h or 7d. */
export async function action({ request, context }: ActionFunctionArgs) {
  demoOnly(context);
  const seconds = durationSeconds(String((await request.formData()).get('advance') ?? '').trim());
  if (seconds === null) return data({ isInvalid: true }, { status: 400 });
  await advanceDemoClock(context.deps, { seconds });
  return redirectWithFlash(request, context, '/dev/clock', { tone: 'good', area: 'dev', key: 'clockAdvanced' });
}

const choices = [
  { advance: '1h', key: 'clockAdvance1' },
  { advance: '24h', key: 'clockAdvance24' },
  { advance: '72h', key: 'clockAdvance72' },
] as const;

export default function Clock() {
  const t = useMessages('dev');
  const to = useLocalePath();
  const { now, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="grid max-w-text gap-6">
      <header className="grid gap-3">
        <h1 className="font-display text-3xl font-medium">{t('clockTitle')}</h1>
        <p className="text-ink-soft">{t('clockLead')}</p>
      </header>
      {answer && 'isInvalid' in answer && <Notice title={t('clockInvalid')} />}
      <p className="text-lg">
        {t('clockNow')}{' '}
        <time dateTime={now} className="tabular font-semibold">
          {said}
        </time>
      </p>
      <Form method="post" action={to('/dev/clock')} className="flex flex-wrap gap-3">
        {choices.map(({ advance, key }) => (
          <Button key={key} name="advance" value={advance}>
            {t(key)}
          </Button>
        ))}
      </Form>
      <p>
        <ButtonLink to={to('/dev/outbox')}>{t('clockOutbox')}</ButtonLink>
      </p>
    </div>
  );
}
