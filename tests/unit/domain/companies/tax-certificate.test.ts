import { describe, expect, test } from 'vitest';
import {
  type TaxCertificateKind,
  type TaxCertificateProblem,
  type TaxCertificateStanding,
  type TaxCertificateState,
  taxCertificateProblem,
  taxCertificateStanding,
  taxTreatmentBy,
} from '#app/domain/companies/tax-certificate.ts';

const day = (text: string | null) => (text === null ? null : new Date(`${text}T00:00:00.000Z`));
const from = (text: string) => new Date(`${text}T00:00:00.000Z`);

describe('a certificate on a day', () => {
  test.each<[TaxCertificateState, string, string | null, string, TaxCertificateStanding]>([
    ['accepted', '2027-01-01', '2028-01-01', '2026-12-31', 'coming'],
    ['accepted', '2027-01-01', '2028-01-01', '2027-01-01', 'in_force'],
    ['accepted', '2027-01-01', '2028-01-01', '2027-12-31', 'in_force'],
    ['accepted', '2027-01-01', '2028-01-01', '2028-01-01', 'ended'],
    ['accepted', '2027-01-01', null, '2099-01-01', 'in_force'],
    ['waiting', '2027-01-01', null, '2027-06-01', 'waiting'],
    ['refused', '2027-01-01', null, '2027-06-01', 'refused'],
    ['withdrawn', '2027-01-01', null, '2027-06-01', 'withdrawn'],
  ])('%s from %s to %s is on %s: %s', (status, start, end, at, standing) =>
    expect(taxCertificateStanding({ status, validFrom: from(start), validUntil: day(end) }, from(at))).toBe(standing),
  );
});

describe('how a company is taxed by the certificates of a country', () => {
  const of = (
    kind: TaxCertificateKind,
    start: string,
    end: string | null,
    status: TaxCertificateState = 'accepted',
  ) => ({
    ...{ kind, status, validFrom: from(start), validUntil: day(end) },
  });
  const exempt = of('exemption', '2027-01-01', '2028-01-01');

  test.each([
    ['without one it is taxed like anybody', [], 'taxed'],
    ['by one in force', [exempt], 'exempt'],
    ['the tax is its own by reverse charge', [of('reverse_charge', '2027-01-01', null)], 'reverse_charge'],
    ['one that waits does not count', [of('exemption', '2027-01-01', null, 'waiting')], 'taxed'],
    ['nor one that comes', [of('exemption', '2027-06-02', null)], 'taxed'],
    ['nor one that has ended', [of('exemption', '2026-01-01', '2027-06-01')], 'taxed'],
    ['the later of two counts', [of('reverse_charge', '2027-03-01', null), exempt], 'reverse_charge'],
    ['whichever comes first', [exempt, of('reverse_charge', '2027-03-01', null)], 'reverse_charge'],
    ['of two of one day the newer', [exempt, of('reverse_charge', '2027-01-01', null)], 'reverse_charge'],
  ])('%s', (_case, certificates, treatment) =>
    expect(taxTreatmentBy(certificates, from('2027-06-01'))).toBe(treatment),
  );
});

describe('what cannot count', () => {
  test.each<[TaxCertificateKind, string, string, string | null, TaxCertificateProblem | null]>([
    ['reverse_charge', 'AT', '2027-01-01', null, null],
    ['reverse_charge', 'DE', '2027-01-01', null, 'not_reverse_charged'],
    ['reverse_charge', 'US', '2027-01-01', null, 'not_reverse_charged'],
    ['exemption', 'DE', '2027-01-01', '2027-12-31', null],
    ['exemption', 'US', '2027-01-01', '2027-12-31', null],
    ['exemption', 'DE', '2027-01-01', '2027-01-01', 'ends_before_it_starts'],
    ['exemption', 'DE', '2027-01-02', '2027-01-01', 'ends_before_it_starts'],
  ])('%s in %s from %s to %s: %s', (kind, country, start, end, problem) =>
    expect(taxCertificateProblem({ kind, country, validFrom: from(start), validUntil: day(end) }, 'DE')).toBe(problem),
  );
});
