import { describe, expect, test } from 'vitest';
import { printDocument } from '#app/documents/print-document.server.ts';
import { quoteDocument } from '#app/documents/quote.server.ts';
import { pdfPages } from '#tests/support/pdf-text.ts';

const at = new Date('2027-01-15T09:00:00Z');
const version = {
  quoteId: 'q',
  version: 2,
  madeBy: 'rep',
  via: 'page',
  terms: 'net30',
  validUntil: new Date('2027-01-31T23:00:00Z'),
  partAcceptance: true,
  templateTimes: null,
  templateUntil: null,
  message: 'On one pallet.',
  shippingMethod: 'standard',
  totalMinor: 98_800n,
  freightMinor: 490n,
  freightTaxMinor: 34n,
  taxMinor: 6_950n,
  payableMinor: 106_240n,
  createdAt: at,
  releasedAt: at,
  lines: [
    {
      quoteId: 'q',
      version: 2,
      line: 1,
      variantId: 'v',
      sku: 'ESP-1K',
      title: 'House Espresso, 1 kg',
      quantity: '60.000000',
      configuration: {},
      unitPrice: '15.500000',
      lineTotalMinor: 93_000n,
      taxMinor: 6_510n,
      taxRatePercent: '7',
      taxClass: 'reduced',
    },
  ],
};
const quote = {
  number: 'Q-7FQK-3CPGA',
  currency: 'EUR' as const,
  reference: 'Summer season',
  shipTo: null,
  company: { name: 'Καφενείο Αθήνα', timeZone: 'Europe/Berlin' },
  unit: { name: 'Pier 9' },
};
const textOf = async (locale: string, changes: object = {}) =>
  pdfPages(
    await printDocument(
      quoteDocument({ quote, version: { ...version, ...changes }, locale, seller: ['Tradepost, Berlin', 'HRB 1'] }),
    ),
  ).join('\n');

describe('an offer on paper', () => {
  test('names itself, the buyer’s own reference, each line, the sums and until when it stands', async () => {
    const text = await textOf('en');
    for (const said of [
      'Offer Q-7FQK-3CPGA, version 2',
      'Καφενείο Αθήνα',
      'Summer season',
      'House Espresso, 1 kg',
      '€15.50',
      '€930.00',
      '€1,062.40',
      '31 Jan 2027',
      '30 days net',
      'On one pallet.',
      'You may accept all of it, or whole lines of it.',
    ])
      expect(text).toContain(said);
  });

  test('in German, and as a whole', async () => {
    const text = await textOf('de', { partAcceptance: false });
    expect(text).toContain('Angebot Q-7FQK-3CPGA, Fassung 2');
    expect(text).toContain('Es wird als Ganzes angenommen.');
  });
});
