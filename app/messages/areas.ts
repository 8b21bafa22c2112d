import type { account } from './en/account';
import type { admin } from './en/admin';
import type { cart } from './en/cart';
import type { categories } from './en/categories';
import type { checkout } from './en/checkout';
import type { codes } from './en/codes';
import type { company } from './en/company';
import type { desk } from './en/desk';
import type { dev } from './en/dev';
import type { documents } from './en/documents';
import type { emails } from './en/emails';
import type { errors } from './en/errors';
import type { forms } from './en/forms';
import type { office } from './en/office';
import type { lists } from './en/lists';
import type { orders } from './en/orders';
import type { policy } from './en/policy';
import type { pricing } from './en/pricing';
import type { products } from './en/products';
import type { purchaseOrders } from './en/purchase-orders';
import type { quickOrder } from './en/quick-order';
import type { quotes } from './en/quotes';
import type { refusals } from './en/refusals';
import type { reminders } from './en/reminders';
import type { sales } from './en/sales';
import type { settings } from './en/settings';
import type { shell } from './en/shell';
import type { shop } from './en/shop';
import type { statement } from './en/statement';
import type { suggestions } from './en/suggestions';
import type { storefront } from './en/storefront';
import type { product } from './en/product';
import type { pages } from './en/pages';

/** The catalogue by area. Types only: the words themselves stay on the server. */
export type Areas = {
  account: typeof account;
  admin: typeof admin;
  cart: typeof cart;
  categories: typeof categories;
  checkout: typeof checkout;
  codes: typeof codes;
  company: typeof company;
  desk: typeof desk;
  dev: typeof dev;
  documents: typeof documents;
  emails: typeof emails;
  errors: typeof errors;
  forms: typeof forms;
  office: typeof office;
  lists: typeof lists;
  orders: typeof orders;
  policy: typeof policy;
  pricing: typeof pricing;
  products: typeof products;
  purchaseOrders: typeof purchaseOrders;
  quickOrder: typeof quickOrder;
  quotes: typeof quotes;
  refusals: typeof refusals;
  reminders: typeof reminders;
  sales: typeof sales;
  settings: typeof settings;
  shell: typeof shell;
  shop: typeof shop;
  pages: typeof pages;
  product: typeof product;
  statement: typeof statement;
  storefront: typeof storefront;
  suggestions: typeof suggestions;
};

export type Area = keyof Areas;
export type MessageKey<A extends Area> = keyof Areas[A] & string;
export type AreaWords<A extends Area> = Readonly<Record<MessageKey<A>, string>>;
/** The words of some areas in one language, as they travel to the browser. */
export type Words = { readonly [A in Area]?: AreaWords<A> };

/** What a route says about itself: the areas whose words its page speaks. `shell` is always there. */
export type RouteHandle = { readonly messages: readonly Area[] };
