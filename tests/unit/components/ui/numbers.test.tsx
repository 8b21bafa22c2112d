import { describe, expect, test } from 'vitest';
import { BreakLadder } from '#app/components/ui/break-ladder.tsx';
import { BudgetBar } from '#app/components/ui/budget-bar.tsx';
import { Diff } from '#app/components/ui/diff.tsx';
import { MoneyText } from '#app/components/ui/money-text.tsx';
import { PriceText } from '#app/components/ui/price-text.tsx';
import { Sparkline } from '#app/components/ui/sparkline.tsx';
import { money } from '#app/domain/money/money.ts';
import { render, textOf } from '#tests/support/render.tsx';

const eur = (cents: bigint) => money(cents, 'EUR');

test('an amount is written as the language of the page writes it', () => {
  expect(textOf(render(<MoneyText amount={eur(123450n)} />))).toBe('€1,234.50');
  expect(textOf(render(<MoneyText amount={eur(123450n)} />, 'de'))).toBe('1.234,50 €');
  expect(textOf(render(<MoneyText amount={money(1500n, 'JPY')} />))).toBe('JP¥1,500');
});

test('a reduction never stands without the lowest price of the last 30 days', () => {
  const markup = render(<PriceText price="€10.90" reduction={{ was: '€12.90', lowestIn30Days: '€10.50' }} />);
  expect(textOf(markup)).toBe('was €12.90 €10.90 Lowest price of the last 30 days: €10.50');
});

describe('a difference', () => {
  test.each([
    ['a price that fell is good news', { direction: 'down' } as const, 'text-good', 'was A now B 4 % down'],
    ['a price that rose is not', { direction: 'up' } as const, 'text-bad', 'was A now B 4 % up'],
    ['earnings that rose are', { direction: 'up', isUpGood: true } as const, 'text-good', 'was A now B 4 % up'],
  ])('%s', (_case, props, look, text) => {
    const markup = render(<Diff before="A" after="B" by="4 %" {...props} />);
    expect(markup).toContain(look);
    expect(textOf(markup)).toBe(text);
  });
  test('that is none shows one value', () => {
    expect(textOf(render(<Diff before="A" after="A" direction="same" />))).toBe('A');
  });
});

describe('the bar of a budget', () => {
  const widths = (markup: string) => [...markup.matchAll(/width:(\d+)%/g)].map((found) => Number(found[1]));
  test.each([
    ['shows spent and reserved', 3000n, 1000n, [60, 20]],
    ['is never longer than whole', 4000n, 3000n, [80, 20]],
    ['is full when overspent', 9000n, 0n, [100, 0]],
  ])('%s', (_case, spent, reserved, expected) => {
    const bar = <BudgetBar title="BAR" budget={eur(5000n)} spent={eur(spent)} reserved={eur(reserved)} />;
    expect(widths(render(bar))).toEqual(expected);
  });
  test('of nothing at all divides by nothing', () => {
    const bar = <BudgetBar title="BAR" budget={eur(0n)} spent={eur(0n)} reserved={eur(0n)} />;
    expect(widths(render(bar))).toEqual([0, 0]);
  });
});

test('a drawing has its numbers behind it', () => {
  const points = [
    { label: 'May', text: '€18.00', height: 18 },
    { label: 'June', text: '€16.80', height: 16.8 },
  ];
  expect(textOf(render(<Sparkline title="Paid, last" points={points} />))).toBe(
    'Paid, last €16.80 Show the numbers May €18.00 June €16.80',
  );
});

test('the ladder marks the step a line stands on', () => {
  const steps = [
    { from: '1', unitPrice: '€18.00', width: 100 },
    { from: '10', unitPrice: '€16.50', width: 92, isCurrent: true },
  ];
  const markup = render(<BreakLadder caption="Breaks" steps={steps} hint="5 more and you pay less" />);
  expect(markup.match(/aria-current="true"/g)).toHaveLength(1);
  expect(textOf(markup)).toBe(
    'Breaks Quantity Unit price 1 or more €18.00 10 or more your quantity €16.50 5 more and you pay less',
  );
});
