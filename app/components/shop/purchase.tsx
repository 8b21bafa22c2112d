import { Link, useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useLocalePath, useMessages } from '../i18n/words';
import { Notice } from '../ui/notice';
import { BuyBox, type BuyBoxData } from './buy-box';
import { Configurator, type ConfiguratorData } from './configurator';
import { LinePrice } from './line-price';
import type { LineView } from './line-view';

/** What the page's form says of a line's price while it is being filled in. */
export type LivePrice = { readonly line: LineView; readonly configurator: ConfiguratorData | null };

type Props = LivePrice & {
  handle: string;
  box: Omit<BuyBoxData, 'price'>;
  asksForQuote: boolean;
  minimum: string | null;
  successor: { readonly to: string; readonly sku: string } | null;
};

const waitMs = 120;

/** The form that buys, with the price of exactly what is chosen in it: asked again after each change where scripts run,
 *  by a button where they do not. */
export function Purchase({ handle, box, line, configurator, asksForQuote, minimum, successor }: Props) {
  const t = useMessages('product');
  const to = useLocalePath();
  const fetcher = useFetcher<LivePrice & { sku: string }>();
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const [wanted, setWanted] = useState<string>();
  const asked = useRef<string>();
  const isLive = fetcher.data?.sku === box.sku;
  const shown = isLive && fetcher.data ? fetcher.data.line : line;
  const parts = isLive && fetcher.data?.configurator ? fetcher.data.configurator : configurator;
  const ask = (form: HTMLFormElement) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      const said = [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' && name !== 'buying_as' ? [[name, value]] : [],
      );
      setWanted(`${to(`/products/${handle}/price`)}?${new URLSearchParams(said).toString()}`);
    }, waitMs);
  };
  // One question at a time: of two under way, the answer to the earlier one may come last and would stay.
  useEffect(() => {
    if (!wanted || wanted === asked.current || fetcher.state !== 'idle') return;
    asked.current = wanted;
    fetcher.load(wanted);
  }, [wanted, fetcher]);
  return (
    <>
      {successor && (
        <Notice tone="info">
          <Link to={successor.to}>{t('successor', { sku: successor.sku })}</Link>
        </Notice>
      )}
      <BuyBox
        box={{ ...box, price: shown.price, canBuy: box.canBuy && shown.problems.length === 0 }}
        cartAction={to('/cart/lines')}
        buyAction={to('/buy-now')}
        quoteAction={to('/quotes/request')}
        onChange={ask}
      >
        {asksForQuote && <p className="text-lg font-medium">{t('askQuote')}</p>}
        {parts && <Configurator {...parts} />}
        <LinePrice line={shown} />
        {minimum && <p className="text-sm text-ink-soft">{minimum}</p>}
      </BuyBox>
    </>
  );
}
