import { resolve } from 'node:path';
import type { AppLoadContext, LoaderFunction } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import { companySections } from '#app/components/company/sections.ts';
import { unitId } from '#app/domain/access/ids.ts';
import { openInUnit } from '#app/domain/access/permissions.ts';
import { companyRoles } from '#app/domain/access/roles.ts';
import { companyBody } from '#app/http/api/schemas/companies.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import siteMap from '#app/routes.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import { switchBuyingAs } from '#app/use-cases/identity/switch-buying-as.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { changePerson, findCredentialsByEmail } from '#db/queries/persons.server.ts';
import { depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

type Entry = { path?: string; file: string; children?: Entry[] };
const flat = (entries: readonly Entry[]): Entry[] => entries.flatMap((one) => [one, ...flat(one.children ?? [])]);
const routes = flat(siteMap as Entry[]);
/** Anybody may look at it, and whoever may not fill a cart has no use for it. */
const openToAll = ['/quick-order'];
const links = companySections.flatMap((section) => section.links);

describe('what the menu of a company leads to', async () => {
  const { db } = await testDatabase({ connections: 4 });
  const deps = depsAt(db, '2027-03-01T09:00:00Z');
  const emailOf = (role: string) => `${role}@two-units.example`;
  const made = await upsertCompany(deps, {
    slug: 'two-units',
    by: null,
    via: 'test',
    body: companyBody.parse({
      currency: 'EUR',
      units: [
        { slug: 'hq', parent: null },
        { slug: 'north', parent: 'hq' },
        { slug: 'south', parent: 'hq' },
      ],
      members: companyRoles.flatMap((role) => [
        { email: emailOf(role), unit: 'north', roles: [role] },
        { email: emailOf(role), unit: 'south', roles: ['viewer'] },
      ]),
    }),
  });
  if (!made.ok) throw new Error(made.code);

  const buyFor = async (role: string, slug: string) => {
    const person = await findCredentialsByEmail(db, { email: emailOf(role) });
    const found = person && (await findMember(db, { companyId: made.value.id, personId: person.id }));
    const unit = found?.units.find((one) => one.slug === slug);
    if (!found || !unit) throw new Error(`${role} is nobody in ${slug}`);
    await changePerson(db, { id: person.id, changes: { emailVerifiedAt: deps.now() } });
    const sessions = sessionStore(db, deps.settings);
    const token = await sessions.create({ personId: person.id, assurance: 1, userAgent: 'test' });
    const session = await sessions.validate(token);
    await switchBuyingAs(deps, { personId: person.id, sessionId: session?.id ?? '', unitId: unit.id });
    const cookie = (await sessions.cookie(token)).split(';')[0] ?? '';
    return { member: found.member, unit: unitId(unit.id), cookie };
  };

  test.each(links)('$to stands there where it opens', async (link) => {
    const file = routes.find(({ path }) => path === link.to.slice(1))?.file ?? '';
    const { loader } = (await import(resolve('app', file))) as { loader: LoaderFunction };
    for (const role of companyRoles)
      for (const slug of ['north', 'south']) {
        const { member, unit, cookie } = await buyFor(role, slug);
        const request = new Request(`http://localhost:3000${link.to}`, { headers: { Cookie: cookie } });
        const context = { deps, nonce: 'n', requestId: 'r', clientIp: '127.0.0.1' } as AppLoadContext;
        const status = await Promise.resolve(loader({ request, params: {}, context })).then(
          () => 200,
          (thrown: unknown) => {
            if (!(thrown instanceof Response)) throw thrown;
            return thrown.status;
          },
        );
        const opens = openToAll.includes(link.to) || openInUnit(member, unit, [link]).length > 0;
        expect(`${role} of north in ${slug}: ${status}`).toBe(`${role} of north in ${slug}: ${opens ? 200 : 404}`);
      }
  });
});
