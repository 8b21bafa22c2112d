import type { Deps } from '#app/deps.server.ts';
import { askForReview } from '#app/use-cases/reviews/ask-for-review.server.ts';

export const handle = (deps: Deps, payload: { orderId: string }): Promise<void> => askForReview(deps, payload);
