import type { Endpoint } from '#app/http/api/endpoint.ts';
import { getCart, postCart, postCartLine, postCartOrder, putCartLine } from './carts';
import { getCompany, putCompany } from './companies';
import { getOrder, getOrders, postFulfilment } from './orders';
import { getPriceList, getPriceLists, postRevision, putPriceList } from './price-lists';
import {
  getRevision,
  getRevisionDiff,
  getRevisionEntries,
  postRevisionApproval,
  postRevisionReturn,
  postRevisionSubmission,
  postRevisionWithdrawal,
} from './price-revisions';
import { postPrices } from './prices';
import { purchaseOrderEndpoints } from './purchase-orders';
import { getProduct, getProducts } from './get-products';
import { quoteActEndpoints } from './quote-acts';
import { getQuote, getQuotes, postQuote } from './quotes';
import { putProduct, putStock } from './products';
import { reorderEndpoints } from './reorders';
import {
  deleteWebhookEndpoint,
  getWebhookDeliveries,
  getWebhookEndpoints,
  postWebhookEndpoint,
  postWebhookReplay,
} from './webhooks';

/** The API's site map: every endpoint below /api/v1. */
export const endpoints: readonly Endpoint[] = [
  putCompany,
  getCompany,
  getProducts,
  getProduct,
  putProduct,
  putStock,
  putPriceList,
  getPriceLists,
  getPriceList,
  postRevision,
  getRevision,
  getRevisionEntries,
  getRevisionDiff,
  postRevisionSubmission,
  postRevisionApproval,
  postRevisionReturn,
  postRevisionWithdrawal,
  postPrices,
  postCart,
  getCart,
  postCartLine,
  putCartLine,
  postCartOrder,
  getOrders,
  getOrder,
  postFulfilment,
  postWebhookEndpoint,
  getWebhookEndpoints,
  deleteWebhookEndpoint,
  getWebhookDeliveries,
  postWebhookReplay,
  ...purchaseOrderEndpoints,
  ...reorderEndpoints,
  postQuote,
  getQuotes,
  getQuote,
  ...quoteActEndpoints,
];
