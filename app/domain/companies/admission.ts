/** Who lets in a company that applies: always one of our own people, or the rule where it can tell. */
export const admissions = ['by_hand', 'with_vat_number'] as const;
export type CompanyAdmission = { readonly letsIn: (typeof admissions)[number] };

export const firstAdmission: CompanyAdmission = { letsIn: 'by_hand' };

/** Whether a company is let in as it applies. Its e-mail and the form of its VAT number were checked by then, and nobody
 *  acts as it before their address is proven. */
export const isLetInByRule = (
  { letsIn }: CompanyAdmission,
  application: { readonly vatNumber: string | null },
): boolean => letsIn === 'with_vat_number' && application.vatNumber !== null;
