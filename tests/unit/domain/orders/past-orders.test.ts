import { describe, expect, test } from 'vitest';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { pastCountry, pastCustomerEmail, pastOrderColumns, readPastLine } from '#app/domain/orders/past-orders.ts';

const wholesale = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'.split(',');
const read = (row: string) => {
  const columns = pastOrderColumns(wholesale);
  return columns ? readPastLine(row.split(','), columns) : null;
};

describe('a row of past invoices', () => {
  test('is a line of an order, under either shop’s names for the columns', () => {
    const seen = read('536365, 85123A ,LANTERN,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom');
    if (!seen?.ok) throw new Error('it was refused');
    const { quantity, unitPrice, ...line } = seen.line;
    expect(line).toEqual({
      number: '536365',
      sku: '85123A',
      title: 'LANTERN',
      placedAt: new Date('2010-12-01T08:26:00.000Z'),
      customer: '17850',
      country: 'United Kingdom',
    });
    expect([toDecimalString(quantity, 6), toDecimalString(unitPrice, 6)]).toEqual(['6', '2.55']);
    expect(pastOrderColumns(['number', 'placed_at', 'sku', 'quantity', 'unit_price'])).toMatchObject({ country: -1 });
    expect(pastOrderColumns(['sku', 'quantity'])).toBeNull();
  });

  test.each([
    [',85123A,x,6,2010-12-01,2.55,1,UK', 'number_missing'],
    ['536365,,x,6,2010-12-01,2.55,1,UK', 'sku_missing'],
    ['C536365,85123A,x,-6,2010-12-01,2.55,1,UK', 'not_sold'],
    ['536365,85123A,x,,2010-12-01,2.55,1,UK', 'not_sold'],
    ['536365,85123A,x,6,2010-12-01,0,1,UK', 'no_price'],
    ['536365,85123A,x,6,2010-13-41,2.55,1,UK', 'no_date'],
    ['536365,85123A,x,6,soon,2.55,1,UK', 'no_date'],
  ])('%s: %s', (row, problem) => expect(read(row)).toEqual({ ok: false, problem }));

  test.each([
    ['ana@example.org', 'ana@example.org'],
    ['17850', 'customer-17850@past.invalid'],
    [null, 'customer-unknown@past.invalid'],
  ])('%s is kept as %s', (customer, email) => expect(pastCustomerEmail(customer)).toBe(email));

  test.each([
    ['United Kingdom', 'GB'],
    ['Germany', 'DE'],
    [' france ', 'FR'],
    ['DE', 'DE'],
    ['uk', 'GB'],
    ['ZZ', null],
    ['QQ', null],
    ['EIRE', null],
    ['', null],
  ])('%s is the country %s', (text, code) => expect(pastCountry(text)).toBe(code));
});
