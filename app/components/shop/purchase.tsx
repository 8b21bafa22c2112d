import { useLocalePath, useMessages } from '../i18n/words';
import { ButtonLink } from '../ui/button';
import { LowerEdge } from '../ui/lower-edge';
import { questionOf, useLiveAnswer } from '../ui/use-live-answer';
import { BuyBox, type BuyBoxData } from './buy-box';
import { Configurator, type ConfiguratorData } from './configurator';
import { LinePrice } from './line-price';
import type { LineView } from './line-view';

/** What the page's form says of a line's price while it is being filled in. */
export type LivePrice = { readonly line: LineView; readonly configurator: ConfiguratorData | null };

type Props = LivePrice & {
  handle: string;
  title: string;
  box: Omit<BuyBoxData, 'price'>;
  asksForQuote: boolean;
  minimum: string | null;
  successor: { readonly to: string; readonly sku: string } | null;
};

/** The form that buys, with the price of exactly what is chosen in it: asked again after each change where scripts run,
 *  by a button where they do not. */
export function Purchase({ handle, title, box, line, configurator, asksForQuote, minimum, successor }: Props) {
  const t = useMessages('product');
  const to = useLocalePath();
  const { answer, ask } = useLiveAnswer<LivePrice & { sku: string }>();
  const isLive = answer?.sku === box.sku;
  const shown = isLive && answer ? answer.line : line;
  const parts = isLive && answer?.configurator ? answer.configurator : configurator;
  return (
    <>
      {successor && (
        <LowerEdge>
          <ButtonLink to={successor.to} tone="primary" wide>
            {t('successor', { sku: successor.sku })}
          </ButtonLink>
        </LowerEdge>
      )}
      <BuyBox
        title={title}
        box={{ ...box, price: shown.price, canBuy: box.canBuy && shown.problems.length === 0 }}
        cartAction={to('/cart/lines')}
        buyAction={to('/buy-now')}
        {...(!successor && { quoteAction: to('/quotes/request'), listAction: to('/lists/additions') })}
        onChange={(form) => ask(to(`/products/${handle}/price`), questionOf(form))}
      >
        {asksForQuote && <p className="text-lg font-medium">{t('askQuote')}</p>}
        {parts && <Configurator {...parts} />}
        <LinePrice line={shown} />
        {minimum && <p className="text-sm text-ink-soft">{minimum}</p>}
      </BuyBox>
    </>
  );
}
