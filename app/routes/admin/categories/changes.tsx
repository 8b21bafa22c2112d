import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
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
import { treeVersion } from '#app/http/category-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { undoCategoryChange } from '#app/use-cases/catalog/edit-categories.server.ts';
import { type KeptCategory, listCategoryChanges } from '#db/queries/category-edits.server.ts';

export const handle: RouteHandle = { messages: ['categories'] };

const shownChanges = 50;
const shownPlaces = 20;

const told = (category: KeptCategory | null) => {
  if (!category) return {};
  const { path, name, description, position } = category;
  return { path, name, description, position };
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(request, context, 'manage_catalog');
  const { formats } = locales[viewer.locale];
  const changes = await listCategoryChanges(context.deps.db, { limit: shownChanges });
  return {
    base: changes[0]?.number ?? 0,
    changes: changes.map(({ number, at, by, changes: rows }) => {
      const places = rows.flatMap(({ before, after }) =>
        documentChanges(told(before), told(after)).map((one) => ({
          ...one,
          path: `${before?.path ?? after?.path ?? ''} · ${one.path}`,
        })),
      );
      return {
        number,
        when: formatInstant(at, formats, storeTimeZone),
        who: by,
        places: places.slice(0, shownPlaces),
        more: Math.max(0, places.length - shownPlaces),
      };
    }),
  };
}

/** POST: the last change is taken back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_catalog');
  const form = await parseForm(request, z.object({ base: treeVersion }));
  if (!form.ok) return formReply(form);
  const undone = await undoCategoryChange(context.deps, { actor, base: form.value.base });
  const here = '/admin/categories/changes';
  if (!undone.ok) return refusalRedirect(request, context, here, undone);
  return redirectWithFlash(request, context, here, { tone: 'good', area: 'categories', key: 'undone' });
}

export default function CategoryChanges() {
  const t = useMessages('categories');
  const to = useLocalePath();
  const { base, changes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('historyTitle')} actions={<ButtonLink to={to('/admin/categories')}>{t('back')}</ButtonLink>} />
      {changes.length === 0 && <EmptyState title={t('noChanges')} text={t('noChangesText')} />}
      <ol className="grid gap-4">
        {changes.map((change) => (
          <li key={change.number}>
            <Card
              title={t('changedBy', { when: change.when, who: change.who ?? t('somebody') })}
              actions={
                change.number === base && (
                  <Form method="post">
                    <input type="hidden" name="base" value={base} />
                    <Button size="small">{t('undo')}</Button>
                  </Form>
                )
              }
            >
              <ChangedPlaces places={change.places} more={change.more > 0 && t('morePlaces', { count: change.more })} />
            </Card>
          </li>
        ))}
      </ol>
    </>
  );
}
