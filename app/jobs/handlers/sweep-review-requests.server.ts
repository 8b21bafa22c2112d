import type { Deps } from '#app/deps.server.ts';
import { sweepReviewRequests } from '#app/use-cases/reviews/sweep-review-requests.server.ts';

export const handle = (deps: Deps): Promise<void> => sweepReviewRequests(deps);
