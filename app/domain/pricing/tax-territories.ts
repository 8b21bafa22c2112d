/** Parts of a country with rates of their own, found by postal code. They belong to the country but not (or not fully)
 *  to its tax area: Büsingen and Heligoland, the Canary Islands, Åland … Source as in tax-rate-table.ts. */
export type TaxTerritory = {
  readonly name: string;
  /** Patterns of postal codes written without blanks and hyphens: "?" is any one digit, "*" at the end any rest. */
  readonly postcodes: readonly string[];
  readonly standard: string;
  /** Null: the country's own; a territory outside the tax area has zero for every class. */
  readonly reduced: string | null;
  /** Inside the EU's common VAT area; the French overseas departments have French VAT but are not. */
  readonly isEuTaxArea: boolean;
};

/** Whether a postal code, written with or without blanks and hyphens, fits a territory's pattern. */
export function matchesPostcode(pattern: string, postalCode: string): boolean {
  const code = postalCode.replace(/[\s-]/g, '').toUpperCase();
  const isOpenEnded = pattern.endsWith('*');
  const shape = isOpenEnded ? pattern.slice(0, -1) : pattern;
  if (isOpenEnded ? code.length < shape.length : code.length !== shape.length) return false;
  return [...shape].every((sign, at) => (sign === '?' ? /\d/.test(code[at] ?? '') : sign === code[at]));
}

const outside = (name: string, ...postcodes: string[]): TaxTerritory => ({
  name,
  postcodes,
  standard: '0',
  reduced: '0',
  isEuTaxArea: false,
});

export const taxTerritories: Readonly<Record<string, readonly TaxTerritory[]>> = {
  AT: [
    { name: 'Jungholz', postcodes: ['6691'], standard: '19', reduced: null, isEuTaxArea: true },
    { name: 'Mittelberg', postcodes: ['6991', '6992', '6993'], standard: '19', reduced: null, isEuTaxArea: true },
  ],
  DE: [outside('Büsingen am Hochrhein', '78266'), outside('Heligoland', '27498')],
  ES: [
    outside('Canary Islands', '35???', '38???'),
    outside('Ceuta', '51001', '51002', '51003', '51004', '51005', '51070', '51071', '51081'),
    outside('Melilla', '52000', '52001', '52002', '52003', '52004', '52005', '52006', '52070', '52071', '52081'),
  ],
  FI: [outside('Åland', '22???')],
  FR: [
    outside('Saint Barthélemy', '97133'),
    outside('Saint Martin', '97150'),
    { name: 'Guadeloupe', postcodes: ['971??'], standard: '8.5', reduced: '2.1', isEuTaxArea: false },
    { name: 'Martinique', postcodes: ['972??'], standard: '8.5', reduced: '2.1', isEuTaxArea: false },
    outside('French Guiana', '973??'),
    { name: 'Réunion', postcodes: ['974??'], standard: '8.5', reduced: '2.1', isEuTaxArea: false },
    outside('Mayotte', '976??'),
  ],
  GR: [outside('Mount Athos', '63086')],
  IT: [outside("Campione d'Italia", '22061'), outside('Livigno', '23041')],
  PT: [
    {
      name: 'Madeira',
      postcodes: ['90??*', '91??*', '92??*', '93??*', '94??*'],
      standard: '22',
      reduced: '5',
      isEuTaxArea: true,
    },
    {
      name: 'Azores',
      postcodes: ['95??*', '96??*', '97??*', '98??*', '99??*'],
      standard: '18',
      reduced: '4',
      isEuTaxArea: true,
    },
  ],
};

/** Northern Ireland charges the United Kingdom's rates, but for goods it is treated as part of the EU. */
export const isNorthernIreland = (country: string, postalCode: string): boolean =>
  country === 'GB' && /^BT\d/i.test(postalCode.trim());
