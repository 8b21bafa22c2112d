/** Parts of a country with rates of their own, found by postal code. They belong to the country but not (or not fully)
 *  to its tax area: Büsingen and Heligoland, the Canary Islands, Åland … Source as in tax-rate-table.ts. */
export type TaxTerritory = {
  readonly name: string;
  /** Matched from the beginning of the postal code, written without blanks and hyphens. */
  readonly postcode: RegExp;
  readonly standard: string;
  /** Null: the country's own; a territory outside the tax area has zero for every class. */
  readonly reduced: string | null;
  /** Inside the EU's common VAT area; the French overseas departments have French VAT but are not. */
  readonly isEuTaxArea: boolean;
};

const outside = (name: string, postcode: RegExp): TaxTerritory => ({
  name,
  postcode,
  standard: '0',
  reduced: '0',
  isEuTaxArea: false,
});

export const taxTerritories: Readonly<Record<string, readonly TaxTerritory[]>> = {
  AT: [
    { name: 'Jungholz', postcode: /^6691$/, standard: '19', reduced: null, isEuTaxArea: true },
    { name: 'Mittelberg', postcode: /^699[123]$/, standard: '19', reduced: null, isEuTaxArea: true },
  ],
  DE: [outside('Büsingen am Hochrhein', /^78266$/), outside('Heligoland', /^27498$/)],
  ES: [
    outside('Canary Islands', /^3[58]\d{3}$/),
    outside('Ceuta', /^(5100[1-5]|5107[01]|51081)$/),
    outside('Melilla', /^(5200[0-6]|5207[01]|52081)$/),
  ],
  FI: [outside('Åland', /^22\d{3}$/)],
  FR: [
    outside('Saint Barthélemy', /^97133$/),
    outside('Saint Martin', /^97150$/),
    { name: 'Guadeloupe', postcode: /^971\d{2}$/, standard: '8.5', reduced: '2.1', isEuTaxArea: false },
    { name: 'Martinique', postcode: /^972\d{2}$/, standard: '8.5', reduced: '2.1', isEuTaxArea: false },
    outside('French Guiana', /^973\d{2}$/),
    { name: 'Réunion', postcode: /^974\d{2}$/, standard: '8.5', reduced: '2.1', isEuTaxArea: false },
    outside('Mayotte', /^976\d{2}$/),
  ],
  GR: [outside('Mount Athos', /^63086$/)],
  IT: [outside("Campione d'Italia", /^22061$/), outside('Livigno', /^23041$/)],
  PT: [
    { name: 'Madeira', postcode: /^9[0-4]\d{2}/, standard: '22', reduced: '5', isEuTaxArea: true },
    { name: 'Azores', postcode: /^9[5-9]\d{2}/, standard: '18', reduced: '4', isEuTaxArea: true },
  ],
};

/** Northern Ireland charges the United Kingdom's rates, but for goods it is treated as part of the EU. */
export const isNorthernIreland = (country: string, postalCode: string): boolean =>
  country === 'GB' && /^BT\d/i.test(postalCode.trim());
