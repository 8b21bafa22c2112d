import {
  refreshBoughtTogether,
  sweepApprovals,
  sweepLeftovers,
  sweepOutbox,
  sweepOwnPrices,
  sweepPayments,
  sweepPublications,
  sweepQuotes,
  sweepReminders,
  sweepReviewRequests,
  sweepStandingOrders,
  sweepTaxCertificates,
  tellWebhooks,
} from './catalog';
import type { JobDefinition } from './define-job';

/** A sweep: asks an indexed due date what is due on the shop's clock. Safe to run twice and from anywhere. */
export type RecurringJob = { readonly job: JobDefinition<Record<string, never>>; readonly everySeconds: number };

/** The recurring work, all of it. */
export const schedule: readonly RecurringJob[] = [
  { job: sweepPayments, everySeconds: 30 },
  { job: sweepReminders, everySeconds: 30 },
  { job: sweepReviewRequests, everySeconds: 60 },
  { job: sweepOutbox, everySeconds: 60 },
  { job: tellWebhooks, everySeconds: 5 },
  { job: sweepApprovals, everySeconds: 30 },
  { job: sweepOwnPrices, everySeconds: 3600 },
  { job: sweepLeftovers, everySeconds: 3600 },
  { job: refreshBoughtTogether, everySeconds: 3600 },
  { job: sweepTaxCertificates, everySeconds: 3600 },
  { job: sweepStandingOrders, everySeconds: 30 },
  { job: sweepQuotes, everySeconds: 15 },
  { job: sweepPublications, everySeconds: 30 },
];
