import { deliverWebhook, makeRefund, sendEmail, sweepPayments, tellWebhooks } from './catalog';
import { type JobHandler, handles } from './handler.server';

export const handlers: readonly JobHandler[] = [
  handles(sendEmail, () => import('./handlers/send-email.server')),
  handles(makeRefund, () => import('./handlers/make-refund.server')),
  handles(sweepPayments, () => import('./handlers/sweep-payments.server')),
  handles(deliverWebhook, () => import('./handlers/deliver-webhook.server')),
  handles(tellWebhooks, () => import('./handlers/tell-webhooks.server')),
];
