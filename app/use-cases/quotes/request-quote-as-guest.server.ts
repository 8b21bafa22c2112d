import type { Deps } from '#app/deps.server.ts';
import { personId } from '#app/domain/access/ids.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { OrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { type CompanyApplication, registerWithin } from '../companies/register-company.server';
import type { GivenFile } from '../files/store-file.server';
import { mayMail } from '../identity/request-registration.server';
import { type LineAsked, type LinesRefusal, requestWithin } from './request-quote.server';

class NotAsked extends Error {
  constructor(readonly code: LinesRefusal) {
    super(code);
  }
}

/** Somebody we do not know yet asks for a company: their request and their company's application in one. They read the
 *  answer once the mail has proven their address, and buy once one of our people has let the company in. */
export async function requestQuoteAsGuest(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: {
    application: CompanyApplication;
    lines: readonly LineAsked[];
    notes: string;
    wishes: string;
    files?: readonly GivenFile[];
  },
): Promise<Outcome<{ id: string }, LinesRefusal | 'rate_limited'>> {
  const { application } = p;
  const refusal = await mayMail(deps.db, normalEmail(application.email), application.clientIp);
  if (refusal) return refused('rate_limited');
  try {
    return await deps.db.transaction(async (tx) => {
      const applied = await registerWithin(deps, tx, application);
      const { currency, timeZone } = applied.market;
      const company: OrderingCompany = {
        id: applied.companyId,
        slug: '',
        name: application.companyName,
        currency,
        timeZone,
        locale: application.locale,
        repId: null,
        terms: 'now',
        vatNumber: application.vatNumber,
        unitId: applied.unitId,
        unitSlug: '',
        unitName: application.companyName,
        unitAddress: null,
      };
      const asked = await requestWithin(deps, tx, {
        by: { person: personId(applied.personId), via: 'page', standsInFor: null },
        wanted: { company, currency, notes: p.notes, wishes: p.wishes, lines: p.lines, files: p.files ?? [] },
      });
      if (!asked.ok) throw new NotAsked(asked.code);
      return ok({ id: asked.value.id });
    });
  } catch (fault) {
    if (fault instanceof NotAsked) return refused(fault.code);
    throw fault;
  }
}
