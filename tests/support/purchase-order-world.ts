import type { CompanyBody } from '#app/http/api/schemas/companies.ts';
import { handle as askApproversHandler } from '#app/jobs/handlers/ask-approvers.server.ts';
import { handle as judgeHandler } from '#app/jobs/handlers/judge-waiting-documents.server.ts';
import { handle as sweepHandler } from '#app/jobs/handlers/sweep-approvals.server.ts';
import { placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import type { Db } from '#db/client.server.ts';
import { apiClient, depsAt } from './api.ts';
import { harbourHotels } from './company-body.ts';

export type Seen = {
  id: string;
  number: string;
  status: string;
  revision: number;
  order: string | null;
  total: { amount: string; currency: string };
  payable: { amount: string; currency: string };
  waiting_for: { rule: string; level: number; needed: number; people: string[] }[];
  decisions: { by: string; for: string | null; via: string; decision: string; revision: number }[];
};

/** A shop with one product at three breaks and a hotel company, a clock that tests move, and the API as they come. */
export async function purchaseOrderWorld(db: Db, at = '2027-01-15T09:00:00.000Z') {
  let moment = new Date(at);
  const deps = { ...depsAt(db, at), now: () => new Date(moment) };
  const api = await apiClient(deps);
  await api('PUT', '/products/house-espresso', {
    title: 'House Espresso',
    category: 'coffee/beans/espresso',
    options: ['Size'],
    variants: [{ sku: 'ESP-1K', options: { Size: '1 kg' }, stock: '5000', tax_class: 'reduced', weight_grams: 1000 }],
  });
  await api('PUT', '/price-lists/STANDARD-EUR', { kind: 'standard', currency: 'EUR' });
  await api('POST', '/price-lists/STANDARD-EUR/revisions', {
    starts_at: at,
    submit: true,
    entries: [
      { sku: 'ESP-1K', min_quantity: '1', unit_price: '18.00' },
      { sku: 'ESP-1K', min_quantity: '10', unit_price: '16.50' },
      { sku: 'ESP-1K', min_quantity: '50', unit_price: '15.00' },
    ],
  });
  const putCompany = async (slug = 'harbour-hotels', changes: object = {}) => {
    const body: CompanyBody = harbourHotels(changes);
    const done = await upsertCompany(deps, { slug, body, by: null, via: 'key:test' });
    if (!done.ok) throw new Error(done.code);
    return done.value.id;
  };
  const create = async (more: object = {}) => {
    const { status, body } = await api('POST', '/purchase-orders', {
      company: 'harbour-hotels',
      unit: 'pier-9',
      as: 'ana@harbour.example',
      currency: 'EUR',
      lines: [{ sku: 'ESP-1K', quantity: '100' }],
      ...more,
    });
    return { status, body: body as unknown as Seen & { code?: string } };
  };
  const act = async (id: string, noun: string, body: object) => {
    const answer = await api('POST', `/purchase-orders/${id}/${noun}`, body);
    return { status: answer.status, body: answer.body as unknown as Seen & { code?: string } };
  };
  return {
    deps,
    api,
    putCompany,
    create,
    act,
    submit: (id: string, as = 'ana@harbour.example') => act(id, 'submission', { as }),
    approve: (id: string, as: string, revision = 1, more: object = {}) =>
      act(id, 'approvals', { as, revision, ...more }),
    seen: async (id: string) => (await api('GET', `/purchase-orders/${id}`)).body as unknown as Seen,
    /** An approved draft of these lines, submitted. */
    submitted: async (more: object = {}) => {
      const made = await create(more);
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      await act(made.body.id, 'submission', { as: 'ana@harbour.example' });
      return made.body.id;
    },
    place: (id: string) => placePurchaseOrder(deps, { id }),
    sweep: () => sweepHandler(deps),
    judge: (companyId: string) => judgeHandler(deps, { companyId }),
    ask: (personId: string) => askApproversHandler(deps, { personId }),
    moveTo: (instant: string) => {
      moment = new Date(instant);
    },
    at: () => new Date(moment),
  };
}
