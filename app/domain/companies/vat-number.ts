import { type VatRule, vatRules } from './vat-rules';

/** As it is stored and compared: capitals, without spaces and punctuation. */
export const normalVatNumber = (text: string): string => text.toUpperCase().replace(/[\s./-]/g, '');

/** `valid`: form and check digits are right. `format_only`: it looks right and its check digits are wrong. Only the
 *  number itself is looked at; whether it was ever given out is known to the tax office alone. */
export type VatVerdict = 'valid' | 'format_only' | 'invalid';

/** `country` is ISO 3166 (Greece: GR, though its numbers begin with EL; EU: numbers of the Union's non-residents).
 *  The prefix may be left out. Null for a country whose numbers are not known here. */
export function vatVerdict(country: string, text: string): VatVerdict | null {
  const rule = Object.hasOwn(vatRules, country) ? vatRules[country as keyof typeof vatRules] : null;
  return rule && judge(rule, normalVatNumber(text));
}

function judge({ prefix, form, check }: VatRule, number: string): VatVerdict {
  const body = prefix !== '' && number.startsWith(prefix) ? number.slice(prefix.length) : number;
  if (!form.test(body)) return 'invalid';
  return check(body) ? 'valid' : 'format_only';
}

/** Whether it may be taken as a number of this country: where its rule is not known, any that is not plainly wrong. */
export function isVatNumberOf(country: string, text: string): boolean {
  const verdict = vatVerdict(country, text);
  return verdict === null ? /^[A-Z0-9]{4,20}$/.test(normalVatNumber(text)) : verdict === 'valid';
}
