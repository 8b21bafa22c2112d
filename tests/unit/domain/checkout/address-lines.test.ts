import { describe, expect, test } from 'vitest';
import { addressLines } from '#app/domain/checkout/address-lines.ts';

const ada = { name: 'Ada Lovelace', address: 'Unter den Linden 5', city: 'Berlin', postalCode: '10117', country: 'DE' };

describe('an address is written as the post of its country wants it', () => {
  test.each([
    ['Germany', ada, ['Ada Lovelace', 'Unter den Linden 5', '10117 Berlin', '-']],
    [
      'with a company and a second line',
      { ...ada, company: 'Harbour Hotels', address2: '2nd floor' },
      ['Ada Lovelace', 'Harbour Hotels', 'Unter den Linden 5', '2nd floor', '10117 Berlin', '-'],
    ],
    [
      'France, the company first',
      { ...ada, company: 'Quai SA', address: '1 rue X', city: 'PARIS', postalCode: '75001', country: 'FR' },
      ['Quai SA', 'Ada Lovelace', '1 rue X', '75001 PARIS', '-'],
    ],
    [
      'the United States',
      { ...ada, address: '1 Infinite Loop', city: 'Cupertino', region: 'CA', postalCode: '95014', country: 'US' },
      ['Ada Lovelace', '1 Infinite Loop', 'Cupertino CA 95014', '-'],
    ],
    [
      'Britain',
      { ...ada, address: '10 Downing Street', city: 'LONDON', postalCode: 'SW1A 2AA', country: 'GB' },
      ['Ada Lovelace', '10 Downing Street', 'LONDON', 'SW1A 2AA', '-'],
    ],
    [
      'Finland',
      { ...ada, address: 'Aleksanterinkatu 1', city: 'HELSINKI', postalCode: '00100', country: 'FI' },
      ['Ada Lovelace', 'Aleksanterinkatu 1', 'FI-00100 HELSINKI', '-'],
    ],
    [
      'Finland without a code',
      { ...ada, address: 'Aleksanterinkatu 1', city: 'HELSINKI', postalCode: '', country: 'FI' },
      ['Ada Lovelace', 'Aleksanterinkatu 1', 'HELSINKI', '-'],
    ],
    [
      'Japan, the largest first',
      {
        ...ada,
        name: '山田花子',
        address: '太子堂1-2-3',
        city: '世田谷区',
        region: '東京都',
        postalCode: '154-0023',
        country: 'JP',
      },
      ['〒154-0023', '東京都世田谷区', '太子堂1-2-3', '山田花子', '-'],
    ],
    [
      'a country nothing is sent to',
      { ...ada, city: 'Zürich', region: 'ZH', postalCode: '8001', country: 'CH' },
      ['Ada Lovelace', 'Unter den Linden 5', '8001 Zürich', 'ZH', '-'],
    ],
    ['one that was erased', { name: '', address: '', city: '', postalCode: '', country: 'DE' }, ['-']],
    [
      'signs of its own are left as they are',
      { ...ada, name: '%C', city: '100 %Z' },
      ['%C', 'Unter den Linden 5', '10117 100 %Z', '-'],
    ],
  ])('%s', (_case, address, lines) => expect(addressLines(address, '-')).toEqual(lines));

  test('the country is left out where it is plain', () => expect(addressLines(ada, '')).toHaveLength(3));
});
