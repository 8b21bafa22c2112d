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
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { notFound, requireStaff } from '#app/http/require-actor.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { undoProductChange } from '#app/use-cases/catalog/edit-product.server.ts';
import { findProductHead, listProductChanges } from '#db/queries/product-edits.server.ts';

export const handle: RouteHandle = { messages: ['products'] };

const shownChanges = 50;
const shownPlaces = 20;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(request, context, 'manage_catalog');
  const { db } = context.deps;
  const address = params.handle ?? '';
  const head = await findProductHead(db, { handle: address });
  if (!head) throw notFound();
  const { formats } = locales[viewer.locale];
  const changes = await listProductChanges(db, { productId: head.id, limit: shownChanges });
  return {
    address,
    base: head.version,
    mayUndo: changes[0]?.version === head.version && changes[0].before !== null,
    changes: changes.map((change) => {
      const prices = change.pricesBefore.map(({ sku, currency, unitPrice }) => ({
        path: `${sku} · ${currency}`,
        before: unitPrice,
        after: null,
      }));
      const places = change.before ? documentChanges(change.before, change.after) : [];
      return {
        version: change.version,
        when: formatInstant(change.at, formats, storeTimeZone),
        who: change.by,
        isFirst: change.before === null,
        places: [...prices, ...places].slice(0, shownPlaces),
        more: Math.max(0, places.length + prices.length - shownPlaces),
      };
    }),
  };
}

/** POST: the last change is taken back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, context, 'manage_catalog');
  const form = await parseForm(request, z.object({ base: z.coerce.number().int() }));
  if (!form.ok) return formReply(form);
  const address = params.handle ?? '';
  const outcome = await undoProductChange(context.deps, { actor, handle: address, base: form.value.base });
  const here = `/admin/products/${address}/changes`;
  if (!outcome.ok) return refusalRedirect(request, context, here, outcome);
  return redirectWithFlash(request, context, here, { tone: 'good', area: 'products', key: 'undone' });
}

export default function ProductChanges() {
  const t = useMessages('products');
  const to = useLocalePath();
  const { address, base, mayUndo, changes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('changesOf', { title: address })}
        actions={<ButtonLink to={to(`/admin/products/${address}`)}>{t('back')}</ButtonLink>}
      />
      {changes.length === 0 && <EmptyState title={t('noChanges')} text={t('noChangesText')} />}
      <ol className="grid gap-4">
        {changes.map((change, at) => (
          <li key={change.version}>
            <Card
              title={t('changedBy', { when: change.when, who: change.who ?? t('somebody') })}
              actions={
                at === 0 &&
                mayUndo && (
                  <Form method="post">
                    <input type="hidden" name="base" value={base} />
                    <Button size="small">{t('undo')}</Button>
                  </Form>
                )
              }
            >
              {change.isFirst && <p>{t('firstChange')}</p>}
              <ChangedPlaces places={change.places} more={change.more > 0 && t('morePlaces', { count: change.more })} />
            </Card>
          </li>
        ))}
      </ol>
    </>
  );
}
