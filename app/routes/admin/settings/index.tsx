import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { settingsPath } from '#app/components/admin/settings/settings-path.ts';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { settingsKinds } from '#app/domain/settings/shop-rules.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireSettings } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { listLatestChanges } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { formats } = locales[localeOf(request)];
  const latest = await listLatestChanges(context.deps.db);
  return {
    kinds: settingsKinds.map((kind) => {
      const change = latest.find((each) => each.kind === kind);
      return {
        kind,
        to: settingsPath(kind),
        changed: change && { when: formatInstant(change.changedAt, formats, storeTimeZone), who: change.changedBy },
      };
    }),
  };
}

export default function SettingsStart() {
  const t = useMessages('settings');
  const to = useLocalePath();
  const { kinds } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {kinds.map(({ kind, to: address, changed }) => (
          <li key={kind} className="relative grid content-start gap-1.5 rounded border border-line bg-raised p-5">
            <h2 className="text-lg font-semibold">
              <Link to={to(address)} prefetch="intent" className="text-ink no-underline after:absolute after:inset-0">
                {t(kind)}
              </Link>
            </h2>
            <p className="text-ink-soft">{t(`${kind}Text`)}</p>
            <p className="text-sm text-ink-faint">
              {changed
                ? t('lastChanged', { when: changed.when, who: changed.who ?? t('somebody') })
                : t('neverChanged')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
