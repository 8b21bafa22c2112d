import type { Deps } from '#app/deps.server.ts';
import { askApprover } from '#app/use-cases/approvals/ask-approver.server.ts';

export const handle = (deps: Deps, payload: { personId: string }): Promise<void> => askApprover(deps, payload);
