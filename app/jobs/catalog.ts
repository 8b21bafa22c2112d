import { z } from 'zod';
import { defineJob } from './define-job';

/** All background work, by name. Handlers: jobs/handlers/<name>.server.ts. */
const uuid = z.uuid();

export const sendEmail = defineJob('send-email', z.object({ emailId: uuid }), {
  key: (p) => `email:${p.emailId}`,
});

/** Mails whose sender died or fell silent. */
export const sweepOutbox = defineJob('sweep-outbox', z.object({}), { key: () => 'sweep-outbox' });

/** Counts anew what is often bought together. */
export const refreshBoughtTogether = defineJob('refresh-bought-together', z.object({}), {
  key: () => 'refresh-bought-together',
});

/** Puts drafts on the shelf whose moment has come. */
export const sweepPublications = defineJob('sweep-publications', z.object({}), { key: () => 'sweep-publications' });

/** Words a search finds, of the products in a category that got another name. */
export const refreshCategorySearch = defineJob('refresh-category-search', z.object({ categoryId: uuid }), {
  key: ({ categoryId }) => `category:${categoryId}:search`,
});

/** Finds the carts whose moment has come. */
export const sweepReminders = defineJob('sweep-reminders', z.object({}), { key: () => 'sweep-reminders' });

export const remindOfCart = defineJob('remind-of-cart', z.object({ cartId: uuid }), {
  key: (p) => `cart:${p.cartId}:reminder`,
});

/** Finds the orders whose buyers are to be asked what they think of it. */
export const sweepReviewRequests = defineJob('sweep-review-requests', z.object({}), {
  key: () => 'sweep-review-requests',
});

export const askForReview = defineJob('ask-for-review', z.object({ orderId: uuid }), {
  key: (p) => `order:${p.orderId}:review`,
});

/** Gives money back at the provider; the refund's row was written with the decision. */
export const makeRefund = defineJob('make-refund', z.object({ refundId: uuid }), {
  key: (p) => `refund:${p.refundId}`,
});

/** The paper of what was issued, printed once and kept. */
export const printInvoice = defineJob('print-invoice', z.object({ invoiceId: uuid }), {
  key: (p) => `invoice:${p.invoiceId}:print`,
});
export const printCreditNote = defineJob('print-credit-note', z.object({ creditNoteId: uuid }), {
  key: (p) => `credit-note:${p.creditNoteId}:print`,
});

/** An order was paid: its invoice takes the next number. */
export const issueInvoice = defineJob('issue-invoice', z.object({ orderId: uuid }), {
  key: (p) => `order:${p.orderId}:invoice`,
});

/** Asks the provider about payments under way, frees what was reserved too long, and makes refunds that are due. */
export const sweepPayments = defineJob('sweep-payments', z.object({}), { key: () => 'sweep-payments' });
/** Rules or people of a company changed: what is blocked, or waits for someone who left, is judged by the day's rules. */
export const judgeWaitingDocuments = defineJob('judge-waiting-documents', z.object({ companyId: uuid }), {
  key: (p) => `company:${p.companyId}:judge`,
});

/** Tells one endpoint of one event; tried for about a day, later each time. */
export const deliverWebhook = defineJob('deliver-webhook', z.object({ deliveryId: uuid }), {
  key: (p) => `webhook:${p.deliveryId}`,
  maxAttempts: 12,
});

/** Finds what happened and nobody was told of yet. */
export const tellWebhooks = defineJob('tell-webhooks', z.object({}), { key: () => 'tell-webhooks' });
/** Somebody is newly asked to approve something: they are written to, at most once an hour. */
export const askApprovers = defineJob('ask-approvers', z.object({ personId: uuid }), {
  key: (p) => `approver:${p.personId}:ask`,
});

/** An approved purchase order becomes an order. */
export const placePurchaseOrder = defineJob('place-purchase-order', z.object({ purchaseOrderId: uuid }), {
  key: (p) => `purchase-order:${p.purchaseOrderId}:place`,
});

/** Reminders, escalations, expiries, delegations that begin or end, placements somebody began and did not finish. */
export const sweepApprovals = defineJob('sweep-approvals', z.object({}), { key: () => 'sweep-approvals' });
/** Takes away what has served its purpose. */
export const sweepLeftovers = defineJob('sweep-leftovers', z.object({}), { key: () => 'sweep-leftovers' });
/** Drops own prices nobody looks at any more. */
export const sweepOwnPrices = defineJob('sweep-own-prices', z.object({}), { key: () => 'sweep-own-prices' });

/** Requests nobody answered are handed on, offers expire, and both sides are reminded before. */
export const sweepTaxCertificates = defineJob('sweep-tax-certificates', z.object({}), {
  key: () => 'sweep-tax-certificates',
});
/** Notices, runs and lapses of standing orders, and cards that are tried again. */
export const sweepStandingOrders = defineJob('sweep-standing-orders', z.object({}), {
  key: () => 'sweep-standing-orders',
});
export const sweepQuotes = defineJob('sweep-quotes', z.object({}), { key: () => 'sweep-quotes' });
