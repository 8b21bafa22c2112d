import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { settingsPath } from '#app/components/admin/settings/settings-path.ts';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Button, ButtonLink } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ChangedPlaces } from '#app/components/ui/changed-places.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { documentChanges } from '#app/domain/settings/document-changes.ts';
import { firstSettings, isSettingsKind } from '#app/domain/settings/shop-rules.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { baseShape, requireSettings } from '#app/http/settings-form.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { restoreSettings } from '#app/use-cases/settings/change-settings.server.ts';
import { listSettingsChanges } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

const shownChanges = 30;
const shownPlaces = 12;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { kind } = params;
  if (!isSettingsKind(kind)) throw notFound();
  const { formats } = locales[localeOf(request)];
  const found = await listSettingsChanges(context.deps.db, { kind, limit: shownChanges + 1 });
  return {
    kind,
    base: found[0]?.number ?? 0,
    changes: found.slice(0, shownChanges).map((change, at) => {
      const before = found[at + 1]?.document ?? firstSettings[kind];
      const places = documentChanges(before, change.document);
      return {
        number: change.number,
        restores: change.restores,
        when: formatInstant(change.changedAt, formats, storeTimeZone),
        who: change.changedBy,
        places: places.slice(0, shownPlaces),
        more: Math.max(0, places.length - shownPlaces),
      };
    }),
  };
}

/** POST: an earlier state counts again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireSettings(request, context);
  const { kind } = params;
  if (!isSettingsKind(kind)) throw notFound();
  const form = await parseForm(request, z.object({ base: baseShape, number: baseShape }));
  if (!form.ok) return formReply(form);
  const outcome = await restoreSettings(context.deps, { actor, kind, ...form.value });
  const here = `/admin/settings/changes/${kind}`;
  if (!outcome.ok) return refusalRedirect(request, context, here, outcome);
  return redirectWithFlash(request, context, here, { tone: 'good', area: 'settings', key: 'restored' });
}

export default function SettingsHistory() {
  const t = useMessages('settings');
  const to = useLocalePath();
  const { kind, base, changes } = useLoaderData<typeof loader>();
  const restore = (number: number) => (
    <Form method="post">
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="number" value={number} />
      <Button size="small">{t('restore')}</Button>
    </Form>
  );
  return (
    <>
      <PageHead
        title={t('historyOf', { kind: t(kind) })}
        actions={<ButtonLink to={to(settingsPath(kind))}>{t('back')}</ButtonLink>}
      />
      {changes.length === 0 && <EmptyState title={t('historyNone')} text={t('historyNoneText')} />}
      <ol className="grid gap-4">
        {changes.map((change) => (
          <li key={change.number}>
            <Card
              title={t('changeNumber', { number: change.number })}
              actions={change.number === base ? <strong>{t('now')}</strong> : restore(change.number)}
            >
              <p className="text-ink-soft">
                {t('lastChanged', { when: change.when, who: change.who ?? t('somebody') })}
                {change.restores !== null && ` · ${t('restoredNumber', { number: change.restores })}`}
              </p>
              <div className="mt-3">
                <ChangedPlaces
                  places={change.places}
                  more={change.more > 0 && t('moreChanges', { count: change.more })}
                />
              </div>
            </Card>
          </li>
        ))}
        {changes.at(-1)?.number === 1 && (
          <li>
            <Card title={t('firstState')} actions={restore(0)}>
              <p className="text-ink-soft">{t('neverChanged')}</p>
            </Card>
          </li>
        )}
      </ol>
    </>
  );
}
