import { Link } from '@remix-run/react';
import { useMessages } from '../i18n/words';
import { BreakLadder } from '../ui/break-ladder';
import { Disclosure } from '../ui/disclosure';
import { Notice } from '../ui/notice';
import type { LineView } from './line-view';

/** What belongs to a line's price: what it comes to, what more would change, why it is so, and what stands in its way. */
export function LinePrice({ line }: { line: LineView }) {
  const t = useMessages('product');
  const { totals, saving, ladder, ladderHint, bands, problems, nearest, why } = line;
  return (
    <>
      <div aria-live="polite" className="grid gap-3 empty:hidden">
        {saving && <p className="font-medium text-good">{saving}</p>}
        {totals.length > 0 && (
          <dl className="tabular grid gap-1 rounded bg-sunken px-4 py-3">
            {totals.map(({ label, amount }) => (
              <div key={label} className="flex justify-between gap-4">
                <dt className="text-ink-soft">{label}</dt>
                <dd className="font-semibold">
                  <bdi>{amount}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {problems.length > 0 && (
          <Notice tone="warn">
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
            {nearest && (
              <Link to={`?${nearest.search}`} preventScrollReset reloadDocument className="font-medium">
                {nearest.text}
              </Link>
            )}
          </Notice>
        )}
      </div>
      {bands.length > 0 && (
        <ul className="tabular text-sm text-ink-soft">
          {bands.map((band) => (
            <li key={band}>{band}</li>
          ))}
        </ul>
      )}
      {ladder.length > 0 && (
        <BreakLadder caption={t('ladder')} steps={ladder} {...(ladderHint && { hint: ladderHint })} />
      )}
      {why.length > 0 && (
        <Disclosure title={t('why')}>
          <ul className="grid gap-1.5 text-sm">
            {why.map(({ text, hasWon }, index) => (
              <li key={index} className={hasWon ? 'font-medium text-ink' : ''}>
                {text}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
