import type { Deps } from '#app/deps.server.ts';
import { sweepOutbox } from '#app/use-cases/mail/sweep-outbox.server.ts';

export const handle = (deps: Deps): Promise<void> => sweepOutbox(deps);
