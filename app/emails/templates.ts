import type { EmailName } from '#app/jobs/emails.ts';
import type { EmailTemplate } from './template';
import { approvalsWaiting } from './approvals-waiting';
import { purchaseOrderNews } from './purchase-order-news';
import { accountExists } from './account-exists';
import { companyApproved } from './company-approved';
import { companyDeclined } from './company-declined';
import { standingOrder } from './standing-order';
import { taxCertificate } from './tax-certificate';
import { companyReceived } from './company-received';
import { confirmRegistration } from './confirm-registration';
import { invitation } from './invitation';
import { noAccount } from './no-account';
import { cartReminder } from './cart-reminder';
import { resetPassword } from './reset-password';
import { orderCancelled } from './order-cancelled';
import { orderConfirmed } from './order-confirmed';
import { orderLink } from './order-link';
import { orderRefunded } from './order-refunded';
import { orderReturn } from './order-return';
import { orderShipped } from './order-shipped';
import { priceListApproved } from './price-list-approved';
import { priceListReturned } from './price-list-returned';
import { priceListSubmitted } from './price-list-submitted';
import { quoteDesk } from './quote-desk';
import { quoteNews } from './quote-news';
import { reviewDeclined } from './review-declined';
import { reviewRequest } from './review-request';
import { welcome } from './welcome';

/** Every mail of the shop by its name. */
export const templates: { readonly [N in EmailName]: EmailTemplate<N> } = {
  'approvals-waiting': approvalsWaiting,
  'purchase-order-news': purchaseOrderNews,
  'quote-news': quoteNews,
  'quote-desk': quoteDesk,
  'standing-order': standingOrder,
  'account-exists': accountExists,
  'company-approved': companyApproved,
  'company-declined': companyDeclined,
  'tax-certificate': taxCertificate,
  'company-received': companyReceived,
  'confirm-registration': confirmRegistration,
  invitation,
  'no-account': noAccount,
  'reset-password': resetPassword,
  'order-cancelled': orderCancelled,
  'order-confirmed': orderConfirmed,
  'order-link': orderLink,
  'order-refunded': orderRefunded,
  'order-return': orderReturn,
  'order-shipped': orderShipped,
  'price-list-approved': priceListApproved,
  'price-list-returned': priceListReturned,
  'price-list-submitted': priceListSubmitted,
  'cart-reminder': cartReminder,
  'review-request': reviewRequest,
  'review-declined': reviewDeclined,
  welcome,
};
