import { type RouteConfig, type RouteConfigEntry, index, layout, prefix, route } from '@remix-run/route-config';
import { prefixedLocales } from './domain/i18n/locales';

/** THE site map. Every page a person reads stands in `pages`, once, and is served without a prefix and under the prefix
 *  of every other language (/products/x, /de/products/x); no other first segment matches. Machines' addresses follow. */
const pages = (id: (file: string) => string): RouteConfigEntry[] => {
  const page = (path: string, file: string) => route(path, file, { id: id(file) });
  const home = (file: string) => index(file, { id: id(file) });
  const frame = (file: string, children: RouteConfigEntry[]) => layout(file, { id: id(file) }, children);

  return [
    frame('routes/shop/layout.tsx', [
      // shop
      home('routes/shop/home.tsx'),
      page('categories/*', 'routes/shop/category.tsx'),
      page('search', 'routes/shop/search.tsx'),
      page('suggest', 'routes/shop/suggest.ts'),
      page('products/:handle', 'routes/shop/product.tsx'),
      page('products/:handle/price', 'routes/shop/product-price.ts'),
      page('pages/:slug', 'routes/shop/page.tsx'),
      // cart
      page('cart', 'routes/cart/cart.tsx'),
      page('cart/lines', 'routes/cart/add.tsx'),
      page('cart/lines/:line', 'routes/cart/line.tsx'),
      page('cart/lines/:line/removal', 'routes/cart/line-removal.tsx'),
      page('cart/destination', 'routes/cart/destination.tsx'),
      page('cart/email', 'routes/cart/email.tsx'),
      page('cart/restore/:token', 'routes/cart/restore.tsx'),
      page('unsubscribe/:token', 'routes/account/unsubscribe.tsx'),
      page('preferences/mail/:token', 'routes/preferences/mail.tsx'),
      page('buy-now', 'routes/cart/buy-now.tsx'),
      page('quotes/request', 'routes/quotes/request.tsx'),
      page('quick-order', 'routes/quick-order/quick-order.tsx'),
      page('quick-order/cart-lines', 'routes/quick-order/cart-lines.tsx'),
      // checkout
      page('checkout', 'routes/checkout/checkout.tsx'),
      page('checkout/review', 'routes/checkout/review.tsx'),
      page('checkout/return/:payment', 'routes/checkout/return.tsx'),
      // orders
      page('orders/:number', 'routes/orders/order.tsx'),
      page('orders/:number/link', 'routes/orders/link.tsx'),
      page('orders/:number/account', 'routes/orders/account.tsx'),
      page('orders/:number/reorders', 'routes/orders/reorders.tsx'),
      page('orders/:number/invoice', 'routes/orders/invoice.ts'),
      page('orders/:number/credit-notes/:note', 'routes/orders/credit-note.ts'),
      page('orders/:number/undo', 'routes/orders/undo.ts'),
      page('account/orders', 'routes/orders/list.tsx'),
      // account
      page('sign-in', 'routes/account/sign-in.tsx'),
      page('sign-in/second-factor', 'routes/account/second-factor-check.tsx'),
      page('sign-out', 'routes/account/sign-out.tsx'),
      page('register', 'routes/account/register.tsx'),
      page('register/:token', 'routes/account/confirm-registration.tsx'),
      page('check-your-mail', 'routes/account/check-your-mail.tsx'),
      page('forgot-password', 'routes/account/forgot-password.tsx'),
      page('reset-password/:token', 'routes/account/reset-password.tsx'),
      page('account', 'routes/account/profile.tsx'),
      page('account/buying-as', 'routes/account/buying-as.tsx'),
      page('account/addresses', 'routes/account/addresses.tsx'),
      page('account/addresses/:address/removal', 'routes/account/remove-address.ts'),
      page('account/security', 'routes/account/security.tsx'),
      page('account/sessions/:session/end', 'routes/account/end-session.ts'),
      page('account/second-factor', 'routes/account/second-factor.tsx'),
      page('account/privacy', 'routes/account/privacy.tsx'),
      page('company/apply', 'routes/company/apply.tsx'),
      page('decide/:token', 'routes/company/decide.tsx'),
      page('invitations/:token', 'routes/company/invitation.tsx'),
      // the tour, in a demo
      page('dev', 'routes/dev/tour.tsx'),
      page('dev/doors/:door', 'routes/dev/door.ts'),
      page('dev/outbox', 'routes/dev/outbox.tsx'),
      page('dev/clock', 'routes/dev/clock.tsx'),
    ]),
    // company
    frame('routes/company/layout.tsx', [
      page('company', 'routes/company/overview.tsx'),
      page('company/purchase-orders', 'routes/company/purchase-orders.tsx'),
      page('company/purchase-orders/new', 'routes/company/new-purchase-order.tsx'),
      page('company/purchase-orders/:id', 'routes/company/purchase-order.tsx'),
      page('company/purchase-orders/:id/submission', 'routes/company/purchase-order-submission.ts'),
      page('company/purchase-orders/:id/approvals', 'routes/company/purchase-order-approvals.ts'),
      page('company/purchase-orders/:id/rejections', 'routes/company/purchase-order-rejections.ts'),
      page('company/purchase-orders/:id/changes-requested', 'routes/company/purchase-order-changes-requested.ts'),
      page('company/purchase-orders/:id/attachments', 'routes/company/purchase-order-attachments.ts'),
      page(
        'company/purchase-orders/:id/attachments/:file/removal',
        'routes/company/purchase-order-attachment-removal.ts',
      ),
      page('company/purchase-orders/:id/trail.csv', 'routes/company/purchase-order-trail-csv.ts'),
      page('company/purchase-orders/:id/trail.pdf', 'routes/company/purchase-order-trail-pdf.ts'),
      page('company/purchase-orders/:id/edit', 'routes/company/purchase-order-edit.tsx'),
      page('company/purchase-orders/:id/comments', 'routes/company/purchase-order-comments.ts'),
      page('company/purchase-orders/:id/placement', 'routes/company/purchase-order-placement.ts'),
      page('company/purchase-orders/:id/payments/:payment', 'routes/company/purchase-order-payment.ts'),
      page('company/purchase-orders/:id/cancellation', 'routes/company/purchase-order-cancellation.ts'),
      page('company/approvals', 'routes/company/approvals.tsx'),
      page('company/people', 'routes/company/people.tsx'),
      page('company/people/invite', 'routes/company/invite.tsx'),
      page('company/people/:member', 'routes/company/person.tsx'),
      page('company/people/:member/deactivation', 'routes/company/deactivation.ts'),
      page('company/units', 'routes/company/units.tsx'),
      page('company/units/:unit', 'routes/company/unit.tsx'),
      page('company/cost-centres', 'routes/company/cost-centres.tsx'),
      page('company/cost-centres/:code', 'routes/company/cost-centre.tsx'),
      page('company/part-numbers', 'routes/company/part-numbers.tsx'),
      page('company/quotes', 'routes/company/quotes.tsx'),
      page('company/quotes/:quote', 'routes/company/quote.tsx'),
      page('company/quotes/:quote/acceptance', 'routes/company/quote-acceptance.ts'),
      page('company/quotes/:quote/counters', 'routes/company/quote-counters.ts'),
      page('company/quotes/:quote/decline', 'routes/company/quote-decline.ts'),
      page('company/quotes/:quote/withdrawal', 'routes/company/quote-withdrawal.ts'),
      page('company/policy', 'routes/company/policy.tsx'),
      page('company/policy/simulator', 'routes/company/policy-simulator.tsx'),
      page('company/policy/rules/:rule', 'routes/company/policy-rule.tsx'),
      page('company/policy/rules/:rule/removal', 'routes/company/policy-rule-removal.ts'),
      page('company/settings', 'routes/company/settings.tsx'),
      page('company/settings/card', 'routes/company/card.ts'),
      page('company/settings/card/removal', 'routes/company/card-removal.ts'),
      page('company/delegations', 'routes/company/delegations.tsx'),
      page('company/delegations/:delegation/end', 'routes/company/end-delegation.ts'),
    ]),
    // sales
    frame('routes/sales/layout.tsx', [
      page('sales/quotes', 'routes/sales/quotes.tsx'),
      page('sales/quotes/:quote', 'routes/sales/quote.tsx'),
      page('sales/quotes/:quote/offers', 'routes/sales/quote-offers.ts'),
      page('sales/quotes/:quote/approvals', 'routes/sales/quote-approvals.ts'),
      page('sales/quotes/:quote/returns', 'routes/sales/quote-returns.ts'),
      page('sales/purchase-orders', 'routes/sales/purchase-orders.tsx'),
      page('sales/purchase-orders/:id', 'routes/sales/purchase-order.tsx'),
      page('sales/companies', 'routes/sales/companies.tsx'),
      page('sales/companies/:company', 'routes/sales/company.tsx'),
      page('sales/companies/:company/stand-in', 'routes/sales/stand-in.ts'),
      page('sales/price-lists', 'routes/sales/price-lists/lists.tsx'),
      page('sales/price-lists/new', 'routes/sales/price-lists/new-list.tsx'),
      page('sales/price-lists/:code', 'routes/sales/price-lists/list.tsx'),
      page('sales/price-lists/:code/new-revision', 'routes/sales/price-lists/new-revision.tsx'),
      page('sales/price-lists/:code/revisions/:n', 'routes/sales/price-lists/revision.tsx'),
      page('sales/price-lists/:code/revisions/:n/entries', 'routes/sales/price-lists/change-entries.tsx'),
      page('sales/price-lists/:code/revisions/:n/submission', 'routes/sales/price-lists/submission.tsx'),
      page('sales/price-lists/:code/revisions/:n/withdrawal', 'routes/sales/price-lists/withdrawal.ts'),
      page('sales/price-lists/:code/revisions/:n/review', 'routes/sales/price-lists/review.tsx'),
      page('sales/price-lists/:code/revisions/:n/approvals', 'routes/sales/price-lists/approvals.ts'),
      page('sales/price-lists/:code/revisions/:n/rejections', 'routes/sales/price-lists/rejections.tsx'),
      page('sales/price-lists/:code/revisions/:n/entries.csv', 'routes/sales/price-lists/entries-csv.ts'),
      page('sales/price-preview', 'routes/sales/price-lists/preview.tsx'),
    ]),
    // admin
    frame('routes/admin/layout.tsx', [
      page('admin/orders', 'routes/admin/orders.tsx'),
      page('admin/orders/:number', 'routes/admin/order.tsx'),
      page('admin/orders/:number/fulfilments', 'routes/admin/fulfilments.tsx'),
      page('admin/orders/:number/refunds', 'routes/admin/refunds.tsx'),
      page('admin/orders/:number/cancellation', 'routes/admin/cancellation.tsx'),
      page('admin/products', 'routes/admin/products/list.tsx'),
      page('admin/products/:handle', 'routes/admin/products/product.tsx'),
      page('admin/products/:handle/pictures', 'routes/admin/products/pictures.tsx'),
      page('admin/products/:handle/changes', 'routes/admin/products/changes.tsx'),
      page('admin/stock', 'routes/admin/stock.tsx'),
      page('admin/reminders', 'routes/admin/reminders.tsx'),
      page('admin/settings', 'routes/admin/settings/index.tsx'),
      page('admin/settings/markets', 'routes/admin/settings/markets.tsx'),
      page('admin/settings/markets/:code', 'routes/admin/settings/market.tsx'),
      page('admin/settings/shipping', 'routes/admin/settings/shipping.tsx'),
      page('admin/settings/shipping/:zone/:code', 'routes/admin/settings/shipping-method.tsx'),
      page('admin/settings/shipping/:zone/:code/removal', 'routes/admin/settings/shipping-method-removal.ts'),
      page('admin/settings/tax', 'routes/admin/settings/tax.tsx'),
      page('admin/settings/tax/:country', 'routes/admin/settings/tax-country.tsx'),
      page('admin/settings/opening-hours', 'routes/admin/settings/opening-hours.tsx'),
      page('admin/settings/texts/:area', 'routes/admin/settings/texts.tsx'),
      page('admin/settings/texts/:area/:group', 'routes/admin/settings/text-group.tsx'),
      page('admin/settings/changes/:kind', 'routes/admin/settings/history.tsx'),
    ]),
    page('files/:file', 'routes/files/file.ts'),
    // preferences
    page('preferences/market', 'routes/preferences/market.tsx'),
    page('preferences/theme', 'routes/preferences/theme.tsx'),
    // dev: demo mode only
    page('dev/components', 'routes/dev/components.tsx'),
    page('dev/components/workspace', 'routes/dev/workspace.tsx'),
    // everything else is a designed 404
    page('*', 'routes/shop/not-found.tsx'),
  ];
};

const fileId = (file: string) => file.replace(/\.tsx?$/, '');

export default [
  ...pages(fileId),
  ...prefixedLocales.flatMap((locale) =>
    prefix(
      locale,
      pages((file) => `${locale}/${fileId(file)}`),
    ),
  ),
  // what machines read
  route('sitemap.xml', 'routes/shop/sitemap.ts'),
  route('robots.txt', 'routes/shop/robots.ts'),
  route('feed.xml', 'routes/shop/feed.ts'),
  // pictures
  route('pictures/:name', 'routes/shop/picture.ts'),
  route('account/privacy/export.json', 'routes/account/privacy-export.ts'),
  // dev, for scripts: demo mode only
  route('dev/outbox.json', 'routes/dev/outbox-json.ts'),
  route('dev/outbox/:mail/view', 'routes/dev/outbox-mail.ts'),
  route('dev/clock.json', 'routes/dev/clock-json.ts'),
  route('admin/settings/mails/:mail/preview', 'routes/admin/settings/mail-preview.ts'),
  // webhooks
  route('webhooks/stripe', 'routes/webhooks/stripe.ts'),
  route('webhooks/mail', 'routes/webhooks/mail.ts'),
  // api
  route('api/openapi.json', 'routes/api/openapi.ts'),
  route('api/v1/*', 'routes/api/v1.ts'),
] satisfies RouteConfig;
