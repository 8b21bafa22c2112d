import { resolve } from 'node:path';
import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import { adminSections } from '#app/components/admin/sections.ts';
import { salesSections } from '#app/components/sales/sections.ts';
import { type StaffPermission, openTo, staffPermissions } from '#app/domain/access/permissions.ts';
import { type StaffRole, staffRoles } from '#app/domain/access/roles.ts';
import { personId } from '#app/domain/access/ids.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import siteMap from '#app/routes.ts';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { personOfEmail } from '#db/queries/persons.server.ts';
import { depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

/** What each part of the house asks for, itself and below; the longest beginning of an address counts. */
const needed: Record<string, StaffPermission> = {
  'admin/search': 'manage_orders',
  'admin/orders': 'manage_orders',
  'admin/returns': 'manage_orders',
  'admin/reviews': 'moderate_reviews',
  'admin/pick-list': 'manage_orders',
  'admin/packing-slips': 'manage_orders',
  'admin/products': 'manage_catalog',
  'admin/stock': 'manage_stock',
  'admin/codes': 'manage_promotions',
  'admin/staff': 'manage_staff',
  'admin/api-keys': 'manage_staff',
  'admin/webhooks': 'manage_staff',
  'admin/failed-jobs': 'manage_staff',
  'admin/settings': 'manage_shipping_and_tax',
  'sales/search': 'see_companies',
  'sales/quotes': 'answer_quotes',
  'sales/purchase-orders': 'see_companies',
  'sales/companies': 'see_companies',
  'sales/price-lists': 'draft_price_lists',
  'sales/price-preview': 'draft_price_lists',
  'sales/team': 'see_figures',
};
const starts = Object.keys(needed).sort((a, b) => b.length - a.length);
/** Null where only this is asked: one of our own people. */
function rolesFor(path: string): readonly string[] | null {
  const start = starts.find((one) => path === one || path.startsWith(`${one}/`));
  const permission = start && needed[start];
  return permission ? staffPermissions[permission] : null;
}

type Entry = { path?: string; file: string; children?: Entry[] };
type Handler = (p: { request: Request; params: Record<string, string>; context: AppLoadContext }) => unknown;
const flat = (entries: readonly Entry[]): Entry[] => entries.flatMap((one) => [one, ...flat(one.children ?? [])]);
const routes = flat(siteMap as Entry[]).flatMap(({ path, file }) =>
  path && /^(admin|sales)(\/|$)/.test(path) ? [{ path, file }] : [],
);

describe('who may open which page of the store', async () => {
  const { db } = await testDatabase({ connections: 4 });
  const deps = depsAt(db, '2027-03-01T09:00:00Z');
  const signIn = async (personId: string) => {
    const sessions = sessionStore(db, deps.settings);
    return sessions.cookie(await sessions.create({ personId, assurance: 2, userAgent: 'test' }));
  };
  const cookieOf = async (role: StaffRole) => {
    const email = `${role}@store.example`;
    const opened = await openStaffAccount(deps, { email, name: role, role, by: null, via: 'test' });
    if (!opened.ok) throw new Error('nobody was hired');
    return signIn(opened.value.personId);
  };
  const shopper = await db.transaction((tx) =>
    personOfEmail(tx, { email: 'marta@home.example', newId: newId(), name: 'Marta', locale: 'en', at: deps.now() }),
  );
  const cookies = new Map<string, string>([
    ['visitor', ''],
    ['consumer', await signIn(shopper.id)],
  ]);
  for (const role of staffRoles) cookies.set(role, await cookieOf(role));

  /** A place that exists nowhere: whoever may ask is told so, whoever may not is told the same. */
  const filled = (path: string) => path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000');
  const call = async (handler: Handler, path: string, who: string, method: string) => {
    const url = `http://localhost:3000/${filled(path)}`;
    const headers = {
      Cookie: (cookies.get(who) ?? '').split(';')[0] ?? '',
      ...(method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    };
    const request = new Request(url, { method, headers, body: method === 'POST' ? 'nothing=' : undefined });
    const params = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name ?? '', filled(':x')]));
    const context = { deps, nonce: 'n', requestId: 'r', clientIp: '127.0.0.1' } as AppLoadContext;
    try {
      const answer = await handler({ request, params, context });
      if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') ?? '' };
      const status = (answer as { init?: { status?: number } } | null)?.init?.status;
      return { status: status ?? 200, to: '' };
    } catch (thrown) {
      if (!(thrown instanceof Response)) throw thrown;
      return { status: thrown.status, to: thrown.headers.get('Location') ?? '' };
    }
  };

  test('every part named here is part of the shop', () => {
    expect(routes.length).toBeGreaterThan(80);
    expect(
      starts.filter((start) => !routes.some(({ path }) => path === start || path.startsWith(`${start}/`))),
    ).toEqual([]);
  });

  const sections: readonly { links: readonly { to: string; needs?: StaffPermission }[] }[] = [
    ...salesSections,
    ...adminSections,
  ];
  const links = sections.flatMap((section) => section.links);
  test.each(links)('$to stands in the menu of whom it opens for', async (link) => {
    const path = link.to.slice(1);
    const file = routes.find((route) => route.path === path)?.file ?? '';
    const page = (await import(resolve('app', file))) as { loader: Handler };
    for (const role of staffRoles) {
      const { status } = await call(page.loader, path, role, 'GET');
      const staff = { person: personId(shopper.id), roles: [role] };
      expect(`${role}: ${openTo(staff, [link]).length > 0}`).toBe(`${role}: ${status === 200}`);
    }
  });

  test.each(routes)('$path', async ({ path, file }) => {
    const page = (await import(resolve('app', file))) as { loader?: Handler; action?: Handler };
    const allowed = rolesFor(path);
    for (const who of cookies.keys()) {
      const isStaff = (staffRoles as readonly string[]).includes(who);
      const may = isStaff && (allowed === null || allowed.includes(who));
      if (page.loader) {
        const { status } = await call(page.loader, path, who, 'GET');
        const seen = `${who} opens /${path}: ${status}`;
        const isPage = file.endsWith('.tsx') && !path.includes(':');
        if (may && allowed && isPage) expect(seen).toBe(`${who} opens /${path}: 200`);
        if (!may) expect(status, seen).toBeGreaterThanOrEqual(300);
        if (!may && isStaff && isPage) expect(seen).toBe(`${who} opens /${path}: 404`);
      }
      if (page.action && !may) {
        const { status, to } = await call(page.action, path, who, 'POST');
        const done = `${who} posts to /${path}: ${status} ${to}`;
        if (who === 'visitor' && status === 303) expect(to, done).toContain('/sign-in?next=');
        else expect([400, 403, 404], done).toContain(status);
      }
    }
  });
});
