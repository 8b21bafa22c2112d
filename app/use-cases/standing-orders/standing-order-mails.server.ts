import type { Deps } from '#app/deps.server.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { defaultLocale, isLocale, localePath, locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { longDay, reorderFacts } from '#app/messages/reorder-facts.server.ts';
import { standingReason } from '#app/messages/standing-reason.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { Translate } from '#app/messages/translate.ts';
import type { Tx } from '#db/client.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import type { StandingOrder, StandingRun } from '#db/queries/standing-orders.server.ts';
import type { ShownRun } from '#db/schema/standing-orders.ts';
import { queueEmail } from '../mail/queue-email.server';

export type StandingNews = 'notice' | 'needs_yes' | 'lapsed' | 'card_failed' | 'stopped' | 'handed_over';

/** Its owner hears what comes, what it waits for and what went wrong; of each once, in their own language. */
export async function tellOwner(
  { settings }: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { order: StandingOrder; run: StandingRun | null; news: StandingNews; at: Date },
): Promise<void> {
  const { order, run, news } = p;
  const person = (await namePersons(tx, { ids: [order.ownerId] })).get(order.ownerId);
  if (!person?.email) return;
  const locale = isLocale(person.locale) ? person.locale : defaultLocale;
  const { formats } = locales[locale];
  const t = translator(locale, 'orders');
  const amount = (minor: string) => formatMoney(money(BigInt(minor), order.currency), formats);
  const shown = run?.shown ?? null;
  const showsGoods = news === 'notice' || news === 'needs_yes';
  const until = news === 'card_failed' ? run?.nextTryAt : run?.waitsUntil;
  const page = `/standing-orders/${order.id}`;
  await queueEmail(tx, {
    key: `standing-order:${order.id}:${run?.plannedOn ?? p.at.toISOString()}:${news}:${run?.shownVersion ?? 0}:${run?.failures ?? 0}`,
    template: 'standing-order',
    to: person.email,
    locale,
    at: p.at,
    props: {
      name: person.name,
      news,
      title: order.name,
      day: run ? longDay(run.runsOn, formats) : '',
      until: until ? longDay(dayIn(until, order.timeZone), formats) : '',
      ...(showsGoods && shown ? moneyOf(shown, { amount, formats, t }) : { lines: [], sums: [] }),
      changes: (showsGoods && shown ? shown.lines : [])
        .filter(({ status }) => status !== 'same')
        .map((line) => `${line.title}: ${reorderFacts(line, order.currency, locale).join(' ')}`),
      reason: standingReason(locale, run?.reason ?? ''),
      url: settings.origin + localePath(news === 'needs_yes' && run ? `${page}/runs/${run.plannedOn}` : page, locale),
    },
  });
}

/** What comes and what it adds up to: with tax for whoever is shown prices so. */
function moneyOf(
  { lines, freightMinor, taxMinor, payableMinor }: ShownRun,
  say: { amount: (minor: string) => string; formats: string; t: Translate<'orders'> },
) {
  const { amount, t } = say;
  const planned = lines.flatMap((line) => {
    const offer = line.offers.find(({ take }) => take === line.take);
    return offer ? [{ title: line.title, offer, minor: offer.withTax?.totalMinor ?? offer.lineTotalMinor }] : [];
  });
  const isTaxIncluded = planned.some(({ offer }) => offer.withTax);
  const goods = planned.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
  const freight = isTaxIncluded ? (BigInt(payableMinor) - goods).toString() : freightMinor;
  return {
    lines: planned.map(({ title, offer, minor }) => ({
      label: `${formatQuantity(toExact(offer.quantity), say.formats)} × ${title}`,
      amount: amount(minor),
    })),
    sums: [
      { label: t('reorderFreight'), amount: amount(freight) },
      { label: t(isTaxIncluded ? 'includedTax' : 'tax'), amount: amount(taxMinor) },
      { label: t('payable'), amount: amount(payableMinor) },
    ],
  };
}
