import type { MemberActor, StaffActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { createList } from '#app/use-cases/shopping-lists/change-list.server.ts';
import { giveTaxCertificate } from '#app/use-cases/companies/give-tax-certificate.server.ts';
import { proposeCreditLimit } from '#app/use-cases/companies/propose-credit-limit.server.ts';
import { attachFiles } from '#app/use-cases/purchase-orders/attach-files.server.ts';
import { commentOnPurchaseOrder } from '#app/use-cases/purchase-orders/comment-on-purchase-order.server.ts';
import { placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { orderQuickly } from '#app/use-cases/quick-order/order-quickly.server.ts';
import { keepPartNumbers } from '#app/use-cases/quick-order/keep-part-numbers.server.ts';
import { makeStandingOrder } from '#app/use-cases/standing-orders/make-standing-order.server.ts';
import { commentOnQuote } from '#app/use-cases/quotes/comment-on-quote.server.ts';
import { noteOnQuote } from '#app/use-cases/quotes/note-on-quote.server.ts';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import { companyBody } from '#app/http/api/schemas/companies.ts';
import { companyKeyScope } from '#app/domain/access/company-scope.ts';
import { money } from '#app/domain/money/money.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findStaffRole } from '#db/queries/persons.server.ts';
import { addReview } from '#db/queries/reviews.server.ts';
import { products } from '#db/schema/catalog.ts';
import type { Db } from '#db/client.server.ts';
import { apiClient, depsAt } from './api.ts';
import { findUnitsBySlug } from './units.ts';

/** What only sellers may read: a cost, and a note behind the desk. */
export const sellersOnly = { cost: '4.191919', note: 'SellersOnlyNote', reason: 'SellersOnlyReason' };

const rep = 'rep@tradepost.example';
const at = '2027-01-15T09:00:00.000Z';
const pdf = (name: string) => [{ name: `${name}.pdf`, content: new TextEncoder().encode(`%PDF-1.7 ${name}`) }];

/** Two companies that hold one of everything, each word of it carrying the company's mark, each price its own. */
export async function twoCompanies(db: Db) {
  const deps = depsAt(db, at);
  const api = await apiClient(deps);
  const must = async (method: string, path: string, body: unknown) => {
    const { status, body: answer } = await api(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer as { id: string; order?: string | null; status: string };
  };
  for (const [email, role] of [
    [rep, 'rep'],
    ['manager@tradepost.example', 'manager'],
  ] as const)
    await openStaffAccount(deps, { email, name: role, role, by: null, via: 'test' });
  await must('PUT', '/products/house-espresso', {
    title: 'House Espresso',
    category: 'coffee/beans/espresso',
    options: ['Size'],
    variants: [
      { sku: 'ESP-1K', options: { Size: '1 kg' }, stock: '5000', weight_grams: 1000, cost: { EUR: sellersOnly.cost } },
    ],
  });
  await must('PUT', '/price-lists/STANDARD-EUR', { kind: 'standard', currency: 'EUR' });
  const revision = (unitPrice: string) => ({
    starts_at: at,
    submit: true,
    entries: [{ sku: 'ESP-1K', unit_price: unitPrice }],
  });
  await must('POST', '/price-lists/STANDARD-EUR/revisions', revision('18.00'));

  const sellerPerson = personId((await findPersonByEmail(db, { email: rep }))?.id ?? '');
  const role = (await findStaffRole(db, { personId: sellerPerson })) ?? 'rep';
  const seller: StaffActor = {
    ...{ person: sellerPerson, via: 'page', member: null, standsInFor: null },
    staff: { person: sellerPerson, roles: [role] },
  };

  const company = async (mark: string, unitPrice: string) => {
    const slug = `${mark.toLowerCase()}-hotels`;
    const email = (who: string) => `${who}@${mark.toLowerCase()}.example`;
    const address = { country: 'DE', postal_code: '10117', city: 'Berlin', address: `${mark} street 5` };
    const body = companyBody.parse({
      name: `${mark} Hotels`,
      ...{ currency: 'EUR', time_zone: 'Europe/Berlin', terms: 'net30', rep },
      units: [
        { slug: 'hq', parent: null, name: `${mark} head office` },
        { slug: 'site', parent: 'hq', name: `${mark} site`, address },
      ],
      members: [
        { email: email('buyer'), name: `${mark} Buyer`, unit: 'site', roles: ['buyer'] },
        { email: email('approver'), name: `${mark} Approver`, unit: 'site', roles: ['approver'] },
        { email: email('admin'), name: `${mark} Admin`, unit: 'hq', roles: ['admin'] },
      ],
      credit_limit: { amount: '90000.00', currency: 'EUR' },
      cost_centres: [{ code: `${mark}-BAR`.toUpperCase(), owner: email('buyer') }],
      approval_rules: [
        {
          name: `${mark} over 1,000`,
          unit: 'hq',
          when: { amount_over: { amount: '1000.00', currency: 'EUR' } },
          levels: [{ groups: [{ of: { role: 'approver' }, k: 1 }] }],
        },
      ],
    });
    const made = await upsertCompany(deps, { slug, body, by: null, via: 'key:test' });
    if (!made.ok) throw new Error(made.code);
    const companyId = made.value.id;
    const code = `${mark}-2027`.toUpperCase();
    await must('PUT', `/price-lists/${code}`, {
      ...{ name: `${mark} contract`, kind: 'contract', currency: 'EUR', company: slug, unit: 'hq' },
    });
    await must('POST', `/price-lists/${code}/revisions`, revision(unitPrice));

    const units = await findUnitsBySlug(db, companyId);
    const memberOf = async (who: string): Promise<MemberActor> => {
      const person = personId((await findPersonByEmail(db, { email: email(who) }))?.id ?? '');
      const found = await findMember(db, { companyId, personId: person });
      if (!found) throw new Error(who);
      return { person, via: 'page', member: found.member, standsInFor: null, staff: null };
    };
    const [buyer, admin] = [await memberOf('buyer'), await memberOf('admin')];
    const scope = companyKeyScope(buyer.member.company, buyer.member.units);
    const asBuyer = { company: slug, unit: 'site', as: email('buyer'), currency: 'EUR' };

    const purchaseOrder = async (number: string, quantity: string) => {
      const { id } = await must('POST', '/purchase-orders', {
        ...asBuyer,
        ...{ number: `${mark}-${number}`, notes: `${mark} note`, lines: [{ sku: 'ESP-1K', quantity }] },
      });
      await must('POST', `/purchase-orders/${id}/submission`, { as: email('buyer') });
      return id;
    };
    const waiting = await purchaseOrder('PO-1', '100');
    await commentOnPurchaseOrder(deps, { actor: buyer, scope, id: waiting, body: `${mark} comment` });
    await attachFiles(deps, { actor: buyer, scope, id: waiting, files: pdf(`${mark}-plan`) });
    const small = await purchaseOrder('PO-2', '10');
    const placed = await placePurchaseOrder(deps, { id: small });
    if (!placed.ok) throw new Error(placed.code);

    const quote = await must('POST', '/quotes', {
      ...asBuyer,
      notes: `${mark} wish`,
      lines: [{ sku: 'ESP-1K', quantity: '50', target_price: '12.00' }],
    });
    await must('POST', `/quotes/${quote.id}/offers`, {
      ...{ as: rep, valid_until: '2027-02-01T00:00:00Z' },
      lines: [{ sku: 'ESP-1K', quantity: '50', unit_price: unitPrice }],
    });
    await commentOnQuote(deps, { actor: buyer, id: quote.id, line: 1, body: `${mark} question` });
    await noteOnQuote(deps, { actor: seller, id: quote.id, line: null, body: sellersOnly.note });
    await proposeCreditLimit(deps, {
      ...{ actor: seller, companyId, limit: money(9_500_000n, 'EUR'), reason: sellersOnly.reason },
    });
    const list = await createList(deps, {
      reader: { kind: 'member', personId: buyer.person, companyId, unitIds: [units.site ?? ''] },
      ...{ unitId: units.site ?? '', name: `${mark} list`, isShared: true },
      entries: [{ sku: 'ESP-1K', quantity: '6', configuration: {} }],
    });
    await keepPartNumbers(deps, { actor: buyer, text: `${mark}-PART\tESP-1K` });
    const certificate = await giveTaxCertificate(deps, {
      actor: admin,
      certificate: {
        kind: 'exemption',
        country: 'DE',
        number: `${mark}-TAX`,
        validFrom: new Date(at),
        validUntil: null,
      },
      files: pdf(`${mark}-paper`),
    });
    await orderQuickly(deps, {
      buyer: {
        owner: { cartId: null, personId: buyer.person, unitId: units.site ?? '' },
        ...{ companyId, email: email('buyer'), market: 'DE', currency: 'EUR', locale: 'en' },
      },
      text: 'ESP-1K 7',
    });
    const standing = await makeStandingOrder(deps, {
      ...{ id: newId(), actor: buyer, ownerId: buyer.person, name: `${mark} standing order` },
      reader: { kind: 'member', companyId, unitIds: [units.site ?? ''] },
      order: { id: placed.value.orderId ?? '', scope: { kind: 'staff' } },
      rhythm: { every: 2, period: 'week', startsOn: '2027-01-25' },
      ...{ endsOn: null, tolerancePercent: '5', wanted: [] },
    });
    if (!standing.ok) throw new Error(standing.code);
    const review = newId();
    const [product] = await db.select({ id: products.id }).from(products);
    await db.transaction((tx) =>
      addReview(tx, {
        ...{ id: review, productId: product?.id ?? '', personId: String(buyer.person), authorName: `${mark} buyer` },
        ...{
          stars: 3,
          title: `${mark} waits`,
          body: `${mark} is not read yet`,
          status: 'waiting',
          createdAt: deps.now(),
        },
      }),
    );
    if (!list.ok || !certificate.ok) throw new Error('a list and a certificate were wanted');
    return {
      ...{ mark, slug, companyId, unitPrice, units, email, code },
      ids: {
        waiting,
        small,
        quote: quote.id,
        list: list.value.id,
        certificate: certificate.value.id,
        review,
        standing: standing.value.id,
      },
    };
  };
  return { deps, api, alpha: await company('Leakalpha', '13.37'), omega: await company('Leakomega', '12.73') };
}
