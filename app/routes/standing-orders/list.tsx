import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Badge, StateBadge } from '#app/components/ui/badge.tsx';
import { ButtonLink } from '#app/components/ui/button.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { standingCards } from '#app/http/standing-order-view.server.ts';
import { requireStandingKeeper } from '#app/http/standing-orders.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { mostStandingOrders } from '#app/use-cases/standing-orders/make-standing-order.server.ts';
import { listStandingOrders } from '#db/queries/standing-orders.server.ts';

export const handle: RouteHandle = { messages: ['standing'] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reader, viewer } = await requireStandingKeeper(request, context);
  const { db } = context.deps;
  const found = await listStandingOrders(db, { reader, limit: mostStandingOrders });
  return {
    isCompany: reader.kind === 'member',
    cards: await standingCards(db, found, viewer.locale),
  };
}

export default function StandingOrders() {
  const t = useMessages('standing');
  const to = useLocalePath();
  const { cards, isCompany } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-8">
      <div>
        <h1 className="font-display text-3xl font-medium">{t('title')}</h1>
        <p className="mt-2 max-w-text text-ink-soft">{t('lead')}</p>
      </div>
      {cards.length === 0 ? (
        <EmptyState
          title={t('none')}
          text={t('noneText')}
          action={
            <ButtonLink to={to(isCompany ? '/company/purchase-orders' : '/account/orders')}>{t('toOrders')}</ButtonLink>
          }
        />
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {cards.map((card) => (
            <li key={card.id} className="relative grid content-start gap-1 rounded border border-line bg-raised p-5">
              <Link
                to={to(`/standing-orders/${card.id}`)}
                className="text-lg font-semibold break-words after:absolute after:inset-0"
              >
                {card.name}
              </Link>
              <span className="text-ink-soft">{card.rhythmText}</span>
              <span>{card.nextText}</span>
              <span className="mt-1 flex flex-wrap gap-2">
                <StateBadge state={card.state} label={card.stateText} />
                {card.waits && <Badge tone="waiting">{card.waits}</Badge>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
