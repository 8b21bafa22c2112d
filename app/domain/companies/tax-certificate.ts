import { euRates } from '../pricing/tax-rate-table';
import type { TaxTreatment } from '../pricing/tax-rates';

/** Why a company pays no tax in a country: it owes the tax there itself, or it is exempt. */
export const taxCertificateKinds = ['reverse_charge', 'exemption'] as const;
export type TaxCertificateKind = (typeof taxCertificateKinds)[number];

/** `waiting` for one of our own people to look at it; one that was accepted counts on its days. */
export const taxCertificateStates = ['waiting', 'accepted', 'refused', 'withdrawn'] as const;
export type TaxCertificateState = (typeof taxCertificateStates)[number];

export type TaxCertificateDays = { readonly validFrom: Date; readonly validUntil: Date | null };

/** Where it stands on a day: the start belongs to it, the end does not. Null = without an end. */
export type TaxCertificateStanding = Exclude<TaxCertificateState, 'accepted'> | 'coming' | 'in_force' | 'ended';

export function taxCertificateStanding(
  certificate: TaxCertificateDays & { readonly status: TaxCertificateState },
  at: Date,
): TaxCertificateStanding {
  const { status, validFrom, validUntil } = certificate;
  if (status !== 'accepted') return status;
  if (validUntil !== null && at >= validUntil) return 'ended';
  return at < validFrom ? 'coming' : 'in_force';
}

/** How deliveries to the certificates' country are taxed on that day: by the one in force that began last, else like
 *  anybody's. Of several that began together the last of the list counts. */
export function taxTreatmentBy(
  certificates: readonly (TaxCertificateDays & {
    readonly kind: TaxCertificateKind;
    readonly status: TaxCertificateState;
  })[],
  at: Date,
): TaxTreatment {
  const counts = certificates
    .filter((certificate) => taxCertificateStanding(certificate, at) === 'in_force')
    .reduce<(typeof certificates)[number] | null>(
      (latest, each) => (latest && latest.validFrom > each.validFrom ? latest : each),
      null,
    );
  if (!counts) return 'taxed';
  return counts.kind === 'exemption' ? 'exempt' : 'reverse_charge';
}

export type TaxCertificateProblem = 'not_reverse_charged' | 'ends_before_it_starts';

/** Why it cannot count. Tax is owed by the buyer (reverse charge, Council Directive 2006/112/EC, article 138 and 196) in
 *  another member state alone, never in the shop's own country. */
export function taxCertificateProblem(
  certificate: TaxCertificateDays & { readonly kind: TaxCertificateKind; readonly country: string },
  shopCountry: string,
): TaxCertificateProblem | null {
  const { kind, country, validFrom, validUntil } = certificate;
  if (validUntil !== null && validUntil <= validFrom) return 'ends_before_it_starts';
  const isElsewhere = country !== shopCountry && Object.hasOwn(euRates, country);
  return kind === 'reverse_charge' && !isElsewhere ? 'not_reverse_charged' : null;
}

/** So long before its end the company is told, once. */
export const tellsBeforeEndDays = 30;
