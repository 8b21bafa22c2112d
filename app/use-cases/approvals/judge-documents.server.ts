import type { Deps } from '#app/deps.server.ts';
import type { DocumentKind } from '#app/domain/approvals/rules.ts';
import { type OpenCase, listDueCases, listOpenCases } from '#db/queries/approval-cases.server.ts';
import { judgeCreditLimit } from '../companies/propose-credit-limit.server';
import { judgeOffer } from '../quotes/judge-offer.server';
import { judgePurchaseOrder } from '../purchase-orders/judge-purchase-order.server';

type Judge = (deps: Deps, p: { id: string }) => Promise<void>;

/** How each kind of document is asked again how it stands. */
const judges: Partial<Record<DocumentKind, Judge>> = {
  purchase_order: judgePurchaseOrder,
  quote: judgeOffer,
  credit: judgeCreditLimit,
};

const kindsJudged = Object.keys(judges) as DocumentKind[];

const batch = 100;
/** What is left then is for the next sweep. */
const mostRounds = 50;

/** Every waiting document of a company, after its rules or people changed. */
export async function judgeDocumentsOf(deps: Deps, p: { companyId: string }): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const cases: OpenCase[] = await listOpenCases(deps.db, { ...p, after, limit: batch });
    await judgeAll(deps, cases);
    const last = cases.at(-1);
    if (!last || cases.length < batch) return;
    after = last.id;
  }
}

/** Every document where a reminder, an escalation or an expiry is due, or a delegation begins or ends. */
export async function judgeDueDocuments(deps: Deps): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const cases = await listDueCases(deps.db, { kinds: kindsJudged, at: deps.now(), limit: batch });
    await judgeAll(deps, cases);
    if (cases.length < batch) return;
  }
}

async function judgeAll(deps: Deps, cases: readonly OpenCase[]): Promise<void> {
  for (const { kind, documentId } of cases) await judges[kind]?.(deps, { id: documentId });
}
