import { expect, test } from 'vitest';
import { type CompanyAdmission, firstAdmission, isLetInByRule } from '#app/domain/companies/admission.ts';

test.each<[CompanyAdmission['letsIn'], string | null, boolean]>([
  ['by_hand', 'DE136695976', false],
  ['by_hand', null, false],
  ['with_vat_number', 'DE136695976', true],
  ['with_vat_number', null, false],
])('%s, VAT number %s: let in %s', (letsIn, vatNumber, isIn) =>
  expect(isLetInByRule({ letsIn }, { vatNumber })).toBe(isIn),
);

test('until the owner says otherwise somebody looks at each', () => expect(firstAdmission.letsIn).toBe('by_hand'));
