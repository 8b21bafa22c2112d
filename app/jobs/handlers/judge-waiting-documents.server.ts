import type { Deps } from '#app/deps.server.ts';
import { judgeDocumentsOf } from '#app/use-cases/approvals/judge-documents.server.ts';

export const handle = (deps: Deps, payload: { companyId: string }): Promise<void> => judgeDocumentsOf(deps, payload);
