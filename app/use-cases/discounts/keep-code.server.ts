import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { addDiscountCode, endDiscountCode } from '#db/queries/discount-codes.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';

export type CodeToMake = {
  code: string;
  percentOff: string | null;
  amountOff: Record<string, string> | null;
  startsAt: Date | null;
  expiresAt: Date | null;
  mostUses: number | null;
  mostUsesPerPerson: number | null;
  minimum: Record<string, string>;
  products: string[];
  isForFirstOrder: boolean;
};

/** A code of the store. What it is worth never changes: another worth is another code. */
export async function makeCode(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { actor, code }: { actor: StaffActor; code: CodeToMake },
): Promise<Outcome<{ id: string }, 'code_twice'>> {
  return db.transaction(async (tx) => {
    const at = now();
    const id = newId(at.getTime());
    if (!(await addDiscountCode(tx, { ...code, id, createdBy: actor.person, createdAt: at })))
      return refused('code_twice');
    await recordEvent(tx, {
      type: 'discount_code.made',
      subjectId: id,
      companyId: null,
      personId: actor.person,
      via: actor.via,
      data: { code: code.code },
      at,
    });
    return ok({ id });
  });
}

/** From now on it takes nothing off; orders that have it keep it. */
export async function endCode(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { actor, id }: { actor: StaffActor; id: string },
): Promise<Outcome<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    if (!(await endDiscountCode(tx, { id }))) return refused('not_found');
    const shared = { subjectId: id, companyId: null, personId: actor.person, via: actor.via, at: now() };
    await recordEvent(tx, { type: 'discount_code.ended', ...shared });
    return ok(null);
  });
}
