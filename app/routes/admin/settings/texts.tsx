import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { DataTable } from '#app/components/ui/data-table.tsx';
import { localeOf } from '#app/http/locale.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { requireSettings } from '#app/http/settings-form.server.ts';
import { groupTitle, groupsOf, isTextArea, keysOfGroup } from '#app/http/settings-texts.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { readSettings } from '#db/queries/settings.server.ts';

export const handle: RouteHandle = { messages: ['settings'] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireSettings(request, context);
  const { area } = params;
  if (!isTextArea(area)) throw notFound();
  const { db, settings } = context.deps;
  const language = localeOf(request) === 'de' ? 'de' : 'en';
  const { document } = await readSettings(db, { kind: area });
  const changed = new Set(Object.values(document).flatMap((words) => Object.keys(words)));
  const groups = await Promise.all(
    groupsOf(area).map(async (group) => {
      const keys = changed.size === 0 ? [] : ((await keysOfGroup(area, group, settings.origin)) ?? []);
      return { group, title: groupTitle(area, group, language), count: keys.filter((key) => changed.has(key)).length };
    }),
  );
  return { area, groups };
}

export default function Texts() {
  const t = useMessages('settings');
  const to = useLocalePath();
  const { area, groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t(area)}
        lead={t(`${area}Text`)}
        actions={<ButtonLink to={to(`/admin/settings/changes/${area}`)}>{t('history')}</ButtonLink>}
      />
      <DataTable
        caption={t(area)}
        rows={groups}
        rowKey={({ group }) => group}
        columns={[
          {
            key: 'group',
            label: t(area === 'pages' ? 'group' : 'mail'),
            cell: ({ group, title }) => <Link to={to(`/admin/settings/texts/${area}/${group}`)}>{title}</Link>,
          },
          { key: 'changed', label: t('state'), cell: ({ count }) => t('changedTexts', { count }) },
        ]}
      />
    </>
  );
}
