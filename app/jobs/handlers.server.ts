import {
  askApprovers,
  deliverWebhook,
  judgeWaitingDocuments,
  makeRefund,
  placePurchaseOrder,
  remindOfCart,
  sendEmail,
  sweepApprovals,
  sweepOutbox,
  sweepOwnPrices,
  sweepPayments,
  sweepReminders,
  sweepQuotes,
  tellWebhooks,
} from './catalog';
import { type JobHandler, handles } from './handler.server';

export const handlers: readonly JobHandler[] = [
  handles(sendEmail, () => import('./handlers/send-email.server')),
  handles(sweepOutbox, () => import('./handlers/sweep-outbox.server')),
  handles(sweepReminders, () => import('./handlers/sweep-reminders.server')),
  handles(remindOfCart, () => import('./handlers/remind-of-cart.server')),
  handles(makeRefund, () => import('./handlers/make-refund.server')),
  handles(sweepPayments, () => import('./handlers/sweep-payments.server')),
  handles(deliverWebhook, () => import('./handlers/deliver-webhook.server')),
  handles(tellWebhooks, () => import('./handlers/tell-webhooks.server')),
  handles(judgeWaitingDocuments, () => import('./handlers/judge-waiting-documents.server')),
  handles(askApprovers, () => import('./handlers/ask-approvers.server')),
  handles(placePurchaseOrder, () => import('./handlers/place-purchase-order.server')),
  handles(sweepApprovals, () => import('./handlers/sweep-approvals.server')),
  handles(sweepOwnPrices, () => import('./handlers/sweep-own-prices.server')),
  handles(sweepQuotes, () => import('./handlers/sweep-quotes.server')),
];
