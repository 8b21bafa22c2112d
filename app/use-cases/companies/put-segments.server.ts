import { listSegments } from '#db/queries/company-record.server.ts';
import { enterSegments, leaveSegments } from '#db/queries/company-writes.server.ts';
import type { CompanyPut } from './upsert-company.server';

/** With their days: prices of a past moment ask who was in a segment then. */
export async function putSegments({ tx, company, at }: CompanyPut, given: string[] | undefined): Promise<boolean> {
  if (!given) return false;
  const before = (await listSegments(tx, { companyId: company.id })).map(({ segment }) => segment);
  const entered = [...new Set(given)].filter((segment) => !before.includes(segment));
  const left = before.filter((segment) => !given.includes(segment));
  await leaveSegments(tx, { companyId: company.id, segments: left, at });
  await enterSegments(tx, { companyId: company.id, segments: entered, at });
  return entered.length > 0 || left.length > 0;
}
