import type { Deps } from '#app/deps.server.ts';
import { sweepTaxCertificates } from '#app/use-cases/companies/sweep-tax-certificates.server.ts';

export const handle = (deps: Deps): Promise<void> => sweepTaxCertificates(deps);
