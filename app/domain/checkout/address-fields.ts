import { regionsByCountry } from './address-regions';

/** What a parcel needs. Full name, address, city and country are asked everywhere. */
export type ShippingAddress = {
  readonly name: string;
  readonly company?: string | undefined;
  readonly address: string;
  readonly address2?: string | undefined;
  readonly city: string;
  /** A key of the country's regions, or empty where it has none. */
  readonly region?: string | undefined;
  readonly postalCode: string;
  readonly country: string;
  readonly phone?: string | undefined;
};

export type AddressField = 'name' | 'address' | 'city' | 'region' | 'postalCode' | 'country';

export type AddressForm = {
  /** In the order the country writes them on a label, the country last. */
  readonly fields: readonly AddressField[];
  /** How it is written, in libaddressinput's signs: %N name, %O company, %A street, %C city, %S region, %Z postal code,
   *  %n a new line. */
  readonly label: string;
  /** As a regular expression over the whole code; null where there are none. */
  readonly postalCode: string | null;
  readonly example: string | null;
  readonly regionKind: 'state' | 'prefecture' | 'province' | null;
  /** Fields the post wants in capitals. */
  readonly upper: readonly AddressField[];
};

const plain = (
  label: string,
  postalCode: string,
  example: string,
  upper: readonly AddressField[] = [],
): AddressForm => ({
  fields: ['name', 'address', 'postalCode', 'city', 'country'],
  label,
  postalCode,
  example,
  regionKind: null,
  upper,
});

/** By country we deliver to. Source: libaddressinput (CC BY 4.0), restated and compared by
 *  tests/unit/domain/checkout/address-fields.test.ts. Optional fields there (organisation, sorting code, a county in
 *  Britain) are not asked. */
export const addressForms = {
  DE: plain('%N%n%O%n%A%n%Z %C', '\\d{5}', '26133'),
  AT: plain('%O%n%N%n%A%n%Z %C', '\\d{4}', '1010'),
  BE: plain('%O%n%N%n%A%n%Z %C', '\\d{4}', '4000'),
  FI: plain('%O%n%N%n%A%nFI-%Z %C', '\\d{5}', '00550'),
  FR: plain('%O%n%N%n%A%n%Z %C', '\\d{2}[ ]?\\d{3}', '33380', ['city']),
  LU: plain('%O%n%N%n%A%nL-%Z %C', '\\d{4}', '4750'),
  NL: plain('%O%n%N%n%A%n%Z %C', '\\d{4}[ ]?[A-Z]{2}', '1234 AB'),
  PT: plain('%N%n%O%n%A%n%Z %C', '\\d{4}-\\d{3}', '2725-079'),
  IE: {
    fields: ['name', 'address', 'city', 'postalCode', 'country'],
    label: '%N%n%O%n%A%n%C%n%Z',
    postalCode: '[\\dA-Z]{3}[ ]?[\\dA-Z]{4}',
    example: 'A65 F4E2',
    regionKind: null,
    upper: ['postalCode'],
  },
  ES: {
    fields: ['name', 'address', 'postalCode', 'city', 'region', 'country'],
    label: '%N%n%O%n%A%n%Z %C %S',
    postalCode: '\\d{5}',
    example: '28039',
    regionKind: 'province',
    upper: ['city', 'region'],
  },
  IT: {
    fields: ['name', 'address', 'postalCode', 'city', 'region', 'country'],
    label: '%N%n%O%n%A%n%Z %C %S',
    postalCode: '\\d{5}',
    example: '00144',
    regionKind: 'province',
    upper: ['city', 'region'],
  },
  GB: {
    fields: ['name', 'address', 'city', 'postalCode', 'country'],
    label: '%N%n%O%n%A%n%C%n%Z',
    postalCode:
      'GIR[ ]?0AA|((AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GY|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)(\\d[\\dA-Z]?[ ]?\\d[ABD-HJLN-UW-Z]{2}))|BFPO[ ]?\\d{1,4}',
    example: 'EC1Y 8SY',
    regionKind: null,
    upper: ['city', 'postalCode'],
  },
  US: {
    fields: ['name', 'address', 'city', 'region', 'postalCode', 'country'],
    label: '%N%n%O%n%A%n%C %S %Z',
    postalCode: '\\d{5}([ \\-]\\d{4})?',
    example: '95014',
    regionKind: 'state',
    upper: ['city', 'region'],
  },
  JP: {
    fields: ['postalCode', 'region', 'city', 'address', 'name', 'country'],
    label: '〒%Z%n%S%C%n%A%n%O%n%N',
    postalCode: '\\d{3}-?\\d{4}',
    example: '154-0023',
    regionKind: 'prefecture',
    upper: ['region'],
  },
} as const satisfies Record<string, AddressForm>;

export type DeliveryCountry = keyof typeof addressForms;
export const deliveryCountries = Object.keys(addressForms) as [DeliveryCountry, ...DeliveryCountry[]];
export const isDeliveryCountry = (code: string): code is DeliveryCountry => Object.hasOwn(addressForms, code);

/** Null for a country nothing is delivered to. */
export const addressFormOf = (country: string): AddressForm | null =>
  isDeliveryCountry(country) ? addressForms[country] : null;

export const regionsOf = (country: string): readonly (readonly [key: string, name: string])[] =>
  (regionsByCountry[country] ?? []).map((region) => (typeof region === 'string' ? [region, region] : region));

export type AddressProblem =
  | 'name_missing'
  | 'address_missing'
  | 'city_missing'
  | 'postal_code_missing'
  | 'postal_code_unknown'
  | 'region_missing'
  | 'country_not_served';

/** What is wrong with an address, by field; empty when a parcel would arrive. Expects what `tidyAddress` gives. */
export function addressProblems(address: ShippingAddress): Partial<Record<AddressField, AddressProblem>> {
  const form = addressFormOf(address.country);
  if (!form) return { country: 'country_not_served' };
  const problems: Partial<Record<AddressField, AddressProblem>> = {};
  if (!address.name) problems.name = 'name_missing';
  if (!address.address) problems.address = 'address_missing';
  if (!address.city) problems.city = 'city_missing';
  if (!address.postalCode) problems.postalCode = 'postal_code_missing';
  else if (!isPostalCode(address.country, address.postalCode)) problems.postalCode = 'postal_code_unknown';
  if (form.regionKind && !regionsOf(address.country).some(([key]) => key === address.region))
    problems.region = 'region_missing';
  return problems;
}

/** True also where a country has no postal codes. */
export function isPostalCode(country: string, code: string): boolean {
  const pattern = addressFormOf(country)?.postalCode;
  return !pattern || new RegExp(`^(?:${pattern})$`).test(code.trim().toUpperCase());
}

/** Blanks squeezed, the postal code in capitals, a region only where the country has regions. */
export function tidyAddress(address: ShippingAddress): ShippingAddress {
  const tidy = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const country = tidy(address.country).toUpperCase();
  return {
    name: tidy(address.name),
    address: tidy(address.address),
    city: tidy(address.city),
    postalCode: tidy(address.postalCode).toUpperCase(),
    country,
    ...(regionsOf(country).length > 0 && { region: tidy(address.region) }),
    ...(tidy(address.company) && { company: tidy(address.company) }),
    ...(tidy(address.address2) && { address2: tidy(address.address2) }),
    ...(tidy(address.phone) && { phone: tidy(address.phone) }),
  };
}
