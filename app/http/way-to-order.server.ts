import type { Viewer } from './viewer.server';

/** Where a cart goes next: a company's becomes a purchase order, sent to whoever must approve it; anyone else pays, at once
 *  where their card and address are known. */
export const wayToOrder = ({ buyingAs }: Viewer, isKnown: boolean): string =>
  buyingAs.kind !== 'consumer' ? '/company/purchase-orders/new' : isKnown ? '/checkout/review' : '/checkout';
