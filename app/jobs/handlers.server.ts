import { makeRefund, sendEmail, sweepPayments } from './catalog';
import { type JobHandler, handles } from './handler.server';

export const handlers: readonly JobHandler[] = [
  handles(sendEmail, () => import('./handlers/send-email.server')),
  handles(makeRefund, () => import('./handlers/make-refund.server')),
  handles(sweepPayments, () => import('./handlers/sweep-payments.server')),
];
