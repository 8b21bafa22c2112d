import type { Deps } from '#app/deps.server.ts';
import { companyBody } from '#app/http/api/schemas/companies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import type { Db } from '#db/client.server.ts';
import { persons, staff } from '#db/schema/identity.ts';
import { apiClient } from './api.ts';

export const sellers = {
  rep: 'rep@tradepost.example',
  rep2: 'rep2@tradepost.example',
  manager: 'manager@tradepost.example',
  admin: 'admin@tradepost.example',
} as const;

/** Two reps, a manager and a store admin; a shop with one standard list; a company nobody owns and one of rep's. */
export async function priceListWorld(deps: Deps, db: Db) {
  for (const [name, email] of Object.entries(sellers)) {
    const id = newId();
    const role = name === 'rep2' ? 'rep' : (name as 'rep' | 'manager' | 'admin');
    await db.insert(persons).values({ id, email, name, createdAt: deps.now() });
    await db.insert(staff).values({ personId: id, role, createdAt: deps.now() });
  }
  const company = async (slug: string, more: object) => {
    const body = companyBody.parse({
      name: slug,
      currency: 'EUR',
      units: [
        { slug: 'hq', parent: null },
        { slug: 'north', parent: 'hq' },
        { slug: 'pier-9', parent: 'north' },
      ],
      ...more,
    });
    const done = await upsertCompany(deps, { slug, body, by: null, via: 'test' });
    if (!done.ok) throw new Error(done.code);
  };
  await company('harbour-hotels', { segments: ['hotels'] });
  await company('cafe-lindenhof', { segments: ['cafes'], rep: sellers.rep });

  const api = await apiClient(deps);
  const must = async (method: string, path: string, body: unknown) => {
    const reply = await api(method, path, body);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  await must('PUT', '/products/house-espresso', {
    title: 'House Espresso',
    category: 'coffee/beans/espresso',
    options: ['Size'],
    variants: [
      { sku: 'ESP-1K', options: { Size: '1 kg' }, stock: '40', cost: { EUR: '9.00' } },
      { sku: 'ESP-250', options: { Size: '250 g' }, stock: '40' },
    ],
    modules: [{ code: 'grinder-service', title: 'Grinder service', pricing: 'per_unit', price: { EUR: '1.50' } }],
  });
  await must('PUT', '/price-lists/STANDARD-EUR', { kind: 'standard', currency: 'EUR' });
  await must('POST', '/price-lists/STANDARD-EUR/revisions', {
    submit: true,
    entries: [
      { sku: 'ESP-1K', unit_price: '20.00' },
      { sku: 'ESP-250', unit_price: '6.00' },
    ],
  });
  return { api, must };
}
