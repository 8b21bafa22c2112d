import { resolve } from 'node:path';
import type { AppLoadContext } from '@remix-run/node';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { companyKeyScope } from '#app/domain/access/company-scope.ts';
import { quoteDocument } from '#app/documents/quote.server.ts';
import siteMap from '#app/routes.ts';
import { endpoints } from '#app/routes/api/endpoints/index.ts';
import { readQuote } from '#app/use-cases/quotes/read-quote.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { apiClient, apiWithKey } from '#tests/support/api.ts';
import { type Browser, browserOf, visiting } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sellersOnly, twoCompanies } from '#tests/support/two-companies.ts';

const { db } = await testDatabase({ connections: 4 });
const { deps, alpha, omega } = await twoCompanies(db);
type Company = typeof alpha;

/** Words and numbers by which a company's own is known again: its mark, and the price that nobody else has. */
const signsOf = ({ mark, unitPrice }: Company) => {
  const cents = unitPrice.replace('.', '');
  return [new RegExp(mark, 'i'), new RegExp(`(?<![\\w-])(${unitPrice.replace('.', '[.,]')}|${cents})(?![\\w-])`)];
};
/** What only sellers read, by its content and by the names of fields. */
const signsOfSellers = [
  new RegExp(Object.values(sellersOnly).join('|').replaceAll('.', '\\.')),
  /"(cost(?!_?cent)\w*|margin\w*|\w*internal\w*|\w*floor\w*|discountLimit\w*)":/i,
];

const column = async (query: ReturnType<typeof sql>): Promise<string[]> =>
  (await db.execute<{ value: string }>(query)).map(({ value }) => String(value));
const ofCompany =
  (table: string, name = 'id') =>
  (company: Company) =>
    column(sql`select ${sql.raw(name)} as value from ${sql.raw(table)} where company_id = ${company.companyId}`);
const always =
  (...values: string[]) =>
  () =>
    Promise.resolve(values);
const nowhere = always('00000000-0000-4000-8000-000000000000');

/** What a name in an address can stand for, of one company. A new name has to be added here. */
const values: Record<string, (company: Company) => Promise<string[]>> = {
  '*': always('coffee', 'coffee/beans'),
  handle: always('house-espresso'),
  sku: always('ESP-1K'),
  slug: always('returns'),
  line: always('1'),
  n: always('1'),
  version: always('1'),
  country: always('DE'),
  area: always('mails'),
  group: always('welcome'),
  kind: always('markets'),
  zone: always('germany'),
  name: always('none'),
  mail: always('welcome'),
  door: always('consumer'),
  token: always('none'),
  company: async ({ slug }) => [slug],
  code: async ({ code, companyId }) => [
    code,
    ...(await column(sql`select code as value from cost_centres where company_id = ${companyId}`)),
  ],
  number: async (company) => [
    ...(await ofCompany('orders', 'number')(company)),
    ...(await ofCompany('purchase_orders', 'number')(company)),
  ],
  id: ofCompany('purchase_orders'),
  quote: ofCompany('quotes'),
  list: async ({ ids }) => [ids.list],
  member: ofCompany('members'),
  unit: ofCompany('units'),
  rule: ofCompany('approval_rules'),
  file: ofCompany('files'),
  certificate: async ({ ids }) => [ids.certificate],
  review: async ({ ids }) => [ids.review],
  person: ofCompany('members', 'person_id'),
  standing: async ({ ids }) => [ids.standing],
  run: always('2027-01-25'),
  delegation: nowhere,
  address: nowhere,
  card: nowhere,
  session: nowhere,
  payment: nowhere,
  return: nowhere,
  note: nowhere,
  key: nowhere,
  endpoint: nowhere,
  delivery: nowhere,
  job: always('1'),
  category: nowhere,
};

type Entry = { path?: string; index?: boolean; file: string; children?: Entry[] };
const flat = (entries: readonly Entry[]): Entry[] => entries.flatMap((one) => [one, ...flat(one.children ?? [])]);
/** Every address once, without the languages' prefixes; the tour belongs to the demo and shows every door, and the API's
 *  description names every field there is. */
const routes = flat(siteMap as Entry[])
  .map(({ path, index, file }) => ({ path: index ? '' : path, file }))
  .filter((one): one is { path: string; file: string } => one.path !== undefined)
  .filter(
    ({ path, file }, at, all) =>
      !/^(dev|de|xb|api\/openapi\.json)(\/|$)/.test(path) && all.findIndex((o) => o.file === file) === at,
  );
const namesIn = (path: string) => [...path.matchAll(/[:{](\w+)\}?|\*/g)].map(([whole, name]) => name ?? whole);

async function addressesOf(path: string, company: Company): Promise<{ url: string; params: Record<string, string> }[]> {
  let found: Record<string, string>[] = [{}];
  for (const name of namesIn(path)) {
    const some = await values[name]?.(company);
    if (!some) throw new Error(`${path}: nobody says what :${name} stands for`);
    found = found.flatMap((params) => some.map((value) => ({ ...params, [name]: value })));
  }
  return found.map((params) => ({
    url: path.replaceAll(/[:{](\w+)\}?|\*/g, (whole, name?: string) => encodeURIComponent(params[name ?? whole] ?? '')),
    params,
  }));
}

type Loader = (p: { request: Request; params: Record<string, string>; context: AppLoadContext }) => unknown;
const plain = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'bigint' ? one.toString() : one instanceof Map || one instanceof Set ? [...one] : one,
  ) ?? '';

/** What a browser is given: nothing of a page that is not there, or that leads elsewhere. */
async function bodyOf(loader: Loader, who: Browser, at: { url: string; params: Record<string, string> }) {
  try {
    const answer = await loader({ ...who.ask(`/${at.url}`), params: at.params });
    if (!(answer instanceof Response)) return plain(answer);
    return answer.status >= 300 ? '' : await answer.text();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status >= 300 ? '' : thrown.text();
    throw thrown;
  }
}

const browsers = async ({ email, units }: Company) => [
  await browserOf(deps, { email: email('buyer'), unitId: units.site ?? '' }),
  await browserOf(deps, { email: email('admin'), unitId: units.hq ?? '' }),
];
const readers = [
  { who: 'a visitor', may: null, seen: [visiting(deps)] },
  { who: 'the first company', may: alpha, seen: await browsers(alpha) },
  { who: 'the second company', may: omega, seen: await browsers(omega) },
];
const forbidden = (may: Company | null) => [
  ...[alpha, omega].filter((company) => company !== may).flatMap(signsOf),
  ...signsOfSellers,
];

describe('every page, asked for everything of both companies', () => {
  test('the companies do see what is their own', async () => {
    const [buyer] = await browsers(alpha);
    const { loader } = (await import('#app/routes/company/purchase-order.tsx')) as unknown as { loader: Loader };
    const body = await bodyOf(loader, buyer as Browser, { url: 'x', params: { id: alpha.ids.waiting } });
    for (const sign of signsOf(alpha)) expect(body).toMatch(sign);
    const { loader: desk } = (await import('#app/routes/sales/quote.tsx')) as unknown as { loader: Loader };
    const rep = await browserOf(deps, { email: 'rep@tradepost.example' });
    const behind = await bodyOf(desk, rep, { url: 'x', params: { quote: alpha.ids.quote } });
    expect(behind).toMatch(signsOfSellers[0] as RegExp);
    expect(behind).toMatch(signsOfSellers[1] as RegExp);
  });

  test.each(routes)('/$path', async ({ path, file }) => {
    const { loader } = (await import(resolve('app', file))) as { loader?: Loader };
    if (!loader) return;
    const addresses = [...(await addressesOf(path, alpha)), ...(await addressesOf(path, omega))];
    for (const { who, may, seen } of readers)
      for (const browser of seen)
        for (const at of addresses) {
          const body = await bodyOf(loader, browser, at);
          for (const sign of forbidden(may)) expect(sign.exec(body)?.[0], `${who} opens /${at.url}`).toBeUndefined();
        }
  });
});

describe('every call of the API that reads', async () => {
  const keys = [
    { who: 'nobody', may: null, call: apiWithKey(deps, null) },
    { who: 'the first company', may: alpha, call: await apiClient(deps, alpha.slug) },
    { who: 'the second company', may: omega, call: await apiClient(deps, omega.slug) },
  ];
  const ids: Record<string, (company: Company) => Promise<string[]>> = {
    ...values,
    slug: async ({ slug }) => [slug],
    code: async ({ code }) => [code, 'STANDARD-EUR'],
    sku: always('ESP-1K'),
    id: async (company) => [
      ...(await ofCompany('purchase_orders')(company)),
      ...(await ofCompany('quotes')(company)),
      ...(await ofCompany('orders')(company)),
      ...(await ofCompany('carts')(company)),
    ],
  };
  const reading = endpoints.filter(({ method }) => method === 'GET').map(({ path }) => ({ path }));

  test.each(reading)('$path', async ({ path }) => {
    const queries = [alpha, omega].map(({ slug }) => `?company=${slug}&unit=site&currency=EUR`);
    const found: string[] = [];
    for (const company of [alpha, omega]) {
      let urls = [path as string];
      for (const name of namesIn(path)) {
        const some = await (ids[name] ?? nowhere)(company);
        urls = urls.flatMap((url) => some.map((value) => url.replace(`{${name}}`, encodeURIComponent(value))));
      }
      found.push(...urls);
    }
    for (const { who, may, call } of keys)
      for (const url of found)
        for (const query of ['', ...queries]) {
          const { status, body } = await call('GET', url + query);
          if (status >= 300) continue;
          for (const sign of forbidden(may))
            expect(sign.exec(plain(body))?.[0], `${who} asks for ${url}${query}`).toBeUndefined();
        }
  });
});

describe('what leaves the shop', () => {
  test('no mail to a company holds anything of the other one, or of the sellers', async () => {
    const mails = await db.select().from(outboxEmails);
    expect(mails.length).toBeGreaterThan(4);
    for (const { recipient, props, template } of mails) {
      const may = [alpha, omega].find(({ email }) => recipient.endsWith(email('').slice(1)));
      if (!may) continue;
      for (const sign of forbidden(may))
        expect(sign.exec(plain(props))?.[0], `${template} to ${recipient}`).toBeUndefined();
    }
  });

  test('a quote as its buyer reads and prints it holds nothing of the sellers', async () => {
    const person = await findPersonByEmail(db, { email: alpha.email('buyer') });
    const found = await findMember(db, { companyId: alpha.companyId, personId: person?.id ?? '' });
    if (!found) throw new Error('nobody');
    const scope = companyKeyScope(found.member.company, found.member.units);
    const seen = await readQuote(deps, { scope, id: alpha.ids.quote });
    const version = seen?.versions[0];
    if (!seen || !version) throw new Error('there is no offer');
    const document = plain(quoteDocument({ quote: seen.quote, version, locale: 'en', seller: [] }));
    expect(document).toMatch(signsOf(alpha)[1] as RegExp);
    for (const sign of signsOfSellers) expect(sign.exec(document)?.[0]).toBeUndefined();
  });
});
