import { account as accountDe } from './de/account';
import { admin as adminDe } from './de/admin';
import { cart as cartDe } from './de/cart';
import { checkout as checkoutDe } from './de/checkout';
import { categories as categoriesDe } from './de/categories';
import { codes as codesDe } from './de/codes';
import { company as companyDe } from './de/company';
import { desk as deskDe } from './de/desk';
import { dev as devDe } from './de/dev';
import { documents as documentsDe } from './de/documents';
import { emails as emailsDe } from './de/emails';
import { errors as errorsDe } from './de/errors';
import { forms as formsDe } from './de/forms';
import { office as officeDe } from './de/office';
import { lists as listsDe } from './de/lists';
import { orders as ordersDe } from './de/orders';
import { policy as policyDe } from './de/policy';
import { pricing as pricingDe } from './de/pricing';
import { products as productsDe } from './de/products';
import { purchaseOrders as purchaseOrdersDe } from './de/purchase-orders';
import { quickOrder as quickOrderDe } from './de/quick-order';
import { quotes as quotesDe } from './de/quotes';
import { refusals as refusalsDe } from './de/refusals';
import { reminders as remindersDe } from './de/reminders';
import { reviews as reviewsDe } from './de/reviews';
import { sales as salesDe } from './de/sales';
import { settings as settingsDe } from './de/settings';
import { shell as shellDe } from './de/shell';
import { shop as shopDe } from './de/shop';
import { pages as pagesDe } from './de/pages';
import { product as productDe } from './de/product';
import { standing as standingDe } from './de/standing';
import { statement as statementDe } from './de/statement';
import { suggestions as suggestionsDe } from './de/suggestions';
import { tax as taxDe } from './de/tax';
import { storefront as storefrontDe } from './de/storefront';
import { account as accountEn } from './en/account';
import { admin as adminEn } from './en/admin';
import { cart as cartEn } from './en/cart';
import { checkout as checkoutEn } from './en/checkout';
import { categories as categoriesEn } from './en/categories';
import { codes as codesEn } from './en/codes';
import { company as companyEn } from './en/company';
import { desk as deskEn } from './en/desk';
import { dev as devEn } from './en/dev';
import { documents as documentsEn } from './en/documents';
import { emails as emailsEn } from './en/emails';
import { errors as errorsEn } from './en/errors';
import { forms as formsEn } from './en/forms';
import { office as officeEn } from './en/office';
import { lists as listsEn } from './en/lists';
import { orders as ordersEn } from './en/orders';
import { policy as policyEn } from './en/policy';
import { pricing as pricingEn } from './en/pricing';
import { products as productsEn } from './en/products';
import { purchaseOrders as purchaseOrdersEn } from './en/purchase-orders';
import { quickOrder as quickOrderEn } from './en/quick-order';
import { quotes as quotesEn } from './en/quotes';
import { refusals as refusalsEn } from './en/refusals';
import { reminders as remindersEn } from './en/reminders';
import { reviews as reviewsEn } from './en/reviews';
import { sales as salesEn } from './en/sales';
import { settings as settingsEn } from './en/settings';
import { shell as shellEn } from './en/shell';
import { shop as shopEn } from './en/shop';
import { pages as pagesEn } from './en/pages';
import { product as productEn } from './en/product';
import { standing as standingEn } from './en/standing';
import { statement as statementEn } from './en/statement';
import { suggestions as suggestionsEn } from './en/suggestions';
import { tax as taxEn } from './en/tax';
import { storefront as storefrontEn } from './en/storefront';
import { pseudoMessage } from '#app/domain/i18n/pseudo-message.ts';
import type { Locale, WrittenLocale } from '#app/domain/i18n/locales.ts';
import type { Area, AreaWords } from './areas';

type Catalogue = { readonly [A in Area]: AreaWords<A> };

/** Every word of the shop in the languages people wrote. */
export const catalogue: Readonly<Record<WrittenLocale, Catalogue>> = {
  en: {
    account: accountEn,
    admin: adminEn,
    cart: cartEn,
    checkout: checkoutEn,
    categories: categoriesEn,
    codes: codesEn,
    company: companyEn,
    desk: deskEn,
    dev: devEn,
    documents: documentsEn,
    emails: emailsEn,
    errors: errorsEn,
    forms: formsEn,
    office: officeEn,
    lists: listsEn,
    orders: ordersEn,
    policy: policyEn,
    pricing: pricingEn,
    products: productsEn,
    purchaseOrders: purchaseOrdersEn,
    quickOrder: quickOrderEn,
    quotes: quotesEn,
    refusals: refusalsEn,
    reminders: remindersEn,
    reviews: reviewsEn,
    sales: salesEn,
    settings: settingsEn,
    shell: shellEn,
    shop: shopEn,
    pages: pagesEn,
    product: productEn,
    standing: standingEn,
    statement: statementEn,
    storefront: storefrontEn,
    suggestions: suggestionsEn,
    tax: taxEn,
  },
  de: {
    account: accountDe,
    admin: adminDe,
    cart: cartDe,
    checkout: checkoutDe,
    categories: categoriesDe,
    codes: codesDe,
    company: companyDe,
    desk: deskDe,
    dev: devDe,
    documents: documentsDe,
    emails: emailsDe,
    errors: errorsDe,
    forms: formsDe,
    office: officeDe,
    lists: listsDe,
    orders: ordersDe,
    policy: policyDe,
    pricing: pricingDe,
    products: productsDe,
    purchaseOrders: purchaseOrdersDe,
    quickOrder: quickOrderDe,
    quotes: quotesDe,
    refusals: refusalsDe,
    reminders: remindersDe,
    reviews: reviewsDe,
    sales: salesDe,
    settings: settingsDe,
    shell: shellDe,
    shop: shopDe,
    pages: pagesDe,
    product: productDe,
    standing: standingDe,
    statement: statementDe,
    storefront: storefrontDe,
    suggestions: suggestionsDe,
    tax: taxDe,
  },
};

let pseudo: Catalogue | undefined;
const pseudoCatalogue = (): Catalogue =>
  (pseudo ??= Object.fromEntries(
    Object.entries(catalogue.en).map(([area, words]) => [
      area,
      Object.fromEntries(Object.entries(words).map(([key, message]) => [key, pseudoMessage(message)])),
    ]),
  ) as Catalogue);

/** The words of one area, the generated language included. */
export const areaWords = <A extends Area>(locale: Locale, area: A): Catalogue[A] =>
  (locale === 'xb' ? pseudoCatalogue() : catalogue[locale])[area];
