import type { Deps } from '#app/deps.server.ts';
import { sweepReminders } from '#app/use-cases/reminders/sweep-reminders.server.ts';

export const handle = (deps: Deps): Promise<void> => sweepReminders(deps);
