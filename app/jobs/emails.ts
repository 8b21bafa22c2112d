import { z } from 'zod';

const line = z.object({ label: z.string(), amount: z.string() });
const orderMail = { name: z.string(), number: z.string(), orderUrl: z.string() };

const priceListMail = { name: z.string(), list: z.string(), revision: z.number(), url: z.string() };

/** All mails, by name, with the plain values each is made of (already formatted). Templates: app/emails/<name>.tsx. */
export const emailProps = {
  'approvals-waiting': z.object({
    name: z.string(),
    items: z.array(
      z.object({
        number: z.string(),
        place: z.string(),
        total: z.string(),
        isReminder: z.boolean(),
        url: z.string(),
      }),
    ),
    inboxUrl: z.string(),
  }),
  'purchase-order-news': z.object({
    name: z.string(),
    news: z.enum([
      'rejected',
      'changes_requested',
      'placed',
      'expired',
      'blocked',
      'failed',
      'cancelled',
      'to_pay',
      'to_confirm',
      'commented',
    ]),
    number: z.string(),
    total: z.string(),
    reason: z.string(),
    url: z.string(),
  }),
  'quote-news': z.object({
    name: z.string(),
    news: z.enum(['offered', 'extended', 'rejected', 'withdrawn', 'expiring', 'expired']),
    number: z.string(),
    validUntil: z.string(),
    /** Of a template for repeat orders: how many, and the last day; empty = it is ordered once. */
    times: z.string(),
    lastDay: z.string(),
    reason: z.string(),
    url: z.string(),
  }),
  'quote-desk': z.object({
    name: z.string(),
    news: z.enum([
      'requested',
      'countered',
      'accepted',
      'ordered_again',
      'declined',
      'withdrawn',
      'returned',
      'handed_on',
      'expiring',
      'commented',
    ]),
    number: z.string(),
    company: z.string(),
    reason: z.string(),
    url: z.string(),
  }),
  'standing-order': z.object({
    name: z.string(),
    news: z.enum(['notice', 'needs_yes', 'lapsed', 'card_failed', 'stopped', 'handed_over']),
    title: z.string(),
    /** The day it comes. */
    day: z.string(),
    /** Until when it waits, or when the card is tried again; empty where neither. */
    until: z.string(),
    lines: z.array(line),
    /** Shipping, tax and what is paid, in this order. */
    sums: z.array(line),
    /** What is different from last time, a sentence for each line. */
    changes: z.array(z.string()),
    reason: z.string(),
    url: z.string(),
  }),
  'account-exists': z.object({ name: z.string(), signInUrl: z.string(), resetUrl: z.string() }),
  'company-approved': z.object({ name: z.string(), company: z.string(), actionUrl: z.string() }),
  'company-declined': z.object({ name: z.string(), company: z.string(), reason: z.string() }),
  'company-received': z.object({ name: z.string(), company: z.string(), actionUrl: z.string() }),
  'tax-certificate': z.object({
    name: z.string(),
    news: z.enum(['given', 'accepted', 'refused', 'ended', 'ending']),
    company: z.string(),
    number: z.string(),
    /** Empty where it has no end. */
    until: z.string(),
    reason: z.string(),
    url: z.string(),
  }),
  'confirm-registration': z.object({ name: z.string(), confirmUrl: z.string() }),
  invitation: z.object({ name: z.string(), company: z.string(), acceptUrl: z.string() }),
  'no-account': z.object({ confirmUrl: z.string() }),
  'reset-password': z.object({ name: z.string(), resetUrl: z.string() }),
  'order-confirmed': z.object({
    ...orderMail,
    lines: z.array(line),
    /** Shipping, tax and what was paid, in this order. */
    sums: z.array(line),
    address: z.array(z.string()),
    delivery: z.string(),
    /** Where it is ordered again after signing in; empty for a guest. */
    reorderUrl: z.string().default(''),
  }),
  'order-shipped': z.object({
    ...orderMail,
    lines: z.array(line),
    carrier: z.string(),
    trackingNumber: z.string(),
    trackingUrl: z.string(),
    /** More parcels follow. */
    isPartial: z.boolean(),
  }),
  'order-refunded': z.object({ ...orderMail, amount: z.string(), isWhole: z.boolean(), cause: z.string() }),
  'order-return': z.object({
    ...orderMail,
    news: z.enum(['requested', 'approved', 'declined', 'received']),
    /** The store's own words; empty where it wrote none. */
    reason: z.string(),
  }),
  'order-cancelled': z.object({ ...orderMail, amount: z.string() }),
  'order-link': z.object(orderMail),
  'price-list-submitted': z.object({ ...priceListMail, author: z.string(), startsOn: z.string(), note: z.string() }),
  'price-list-approved': z.object({ ...priceListMail, by: z.string(), startsOn: z.string() }),
  'price-list-returned': z.object({ ...priceListMail, by: z.string(), reason: z.string() }),
  'cart-reminder': z.object({
    step: z.literal([1, 2, 3]),
    /** A company's own buyer gets a plain one. */
    isCompany: z.boolean(),
    lines: z.array(
      z.object({
        title: z.string(),
        choice: z.string(),
        quantity: z.string(),
        total: z.string(),
        /** For one; empty where bands differ. */
        unit: z.string(),
        /** For one, when they last looked; empty where it is the same. */
        before: z.string(),
        change: z.enum(['up', 'down', 'none']),
        /** On the shelf, where it is few; null where it is many or is not counted. */
        left: z.number().nullable(),
        isOnItsWay: z.boolean(),
        url: z.string(),
        picture: z.string().nullable(),
      }),
    ),
    moreLines: z.number(),
    goods: z.string(),
    /** Empty = free; null = not known yet. */
    shipping: z.string().nullable(),
    isTaxIncluded: z.boolean(),
    returnDays: z.number(),
    restoreUrl: z.string(),
    unsubscribeUrl: z.string(),
    preferencesUrl: z.string(),
    code: z.object({ code: z.string(), percent: z.string(), until: z.string() }).nullable(),
  }),
  'review-request': z.object({
    name: z.string(),
    number: z.string(),
    products: z.array(z.object({ title: z.string(), picture: z.string().nullable() })),
    moreProducts: z.number(),
    reviewUrl: z.string(),
    unsubscribeUrl: z.string(),
    preferencesUrl: z.string(),
  }),
  'review-declined': z.object({ name: z.string(), product: z.string(), reason: z.string(), url: z.string() }),
  welcome: z.object({ name: z.string(), shopUrl: z.string() }),
} satisfies Record<string, z.ZodType>;

export type EmailName = keyof typeof emailProps;
export type EmailProps<N extends EmailName> = z.infer<(typeof emailProps)[N]>;
