import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { asksNobody } from '#app/domain/approvals/policy-warnings.ts';
import type { Rule } from '#app/domain/approvals/rules.ts';
import { storeRule } from '#app/domain/approvals/stored-policy.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { listApprovalRules } from '#db/queries/company-record.server.ts';
import { saveApprovalRules } from '#db/queries/company-writes.server.ts';
import { type Administration, administer } from './administer.server';

type PolicyRefusal = 'not_found' | 'forbidden' | 'asks_nobody' | 'stale_version';
type RuleKnown = {
  readonly id: string;
  /** The version that was on the page: whoever saved in the meantime is not overwritten. */
  readonly version: number;
};

/** Adds a rule, or changes the one that is `known`. What was submitted before keeps the rules it was submitted under. */
export function saveApprovalRule(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: MemberActor; rule: Omit<Rule, 'id' | 'kinds'>; known: RuleKnown | null },
): Promise<Outcome<{ id: string }, PolicyRefusal>> {
  return administer(deps, p.actor, async (administration) => {
    const { tx, company, units, at, may, record } = administration;
    const id = p.known?.id ?? newId(at.getTime());
    const rule: Rule = { ...p.rule, id, kinds: ['purchase_order'] };
    if (!units.some((unit) => unit.id === rule.unit)) return refused('not_found');
    if (!may('manage_policies', rule.unit)) return refused('forbidden');
    if (asksNobody(rule)) return refused('asks_nobody');
    const before = await changeable(administration, p.known);
    if (!before.ok) return before;
    await saveApprovalRules(tx, {
      companyId: company.id,
      rules: [
        {
          id,
          unitId: rule.unit,
          name: rule.name,
          body: storeRule(rule),
          position: before.value.position,
          isActive: true,
        },
      ],
    });
    await record('company.rule_saved', id, { name: rule.name });
    return ok({ id });
  });
}

/** Out of force for what is submitted from now on. Twice changes nothing. */
export function removeApprovalRule(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: MemberActor; known: RuleKnown },
): Promise<Outcome<null, PolicyRefusal>> {
  return administer(deps, p.actor, async (administration) => {
    const { tx, company, record } = administration;
    const found = await changeable(administration, p.known);
    if (!found.ok) return found;
    const { unitId } = found.value;
    if (unitId === null) return refused('not_found');
    await saveApprovalRules(tx, { companyId: company.id, rules: [{ ...found.value, unitId, isActive: false }] });
    await record('company.rule_removed', p.known.id, { name: found.value.name });
    return ok(null);
  });
}

/** The rule as it is stored, if the actor may change it and saw its newest version; a place at the end for a new one. */
async function changeable({ tx, company, may }: Administration, known: RuleKnown | null) {
  const rules = await listApprovalRules(tx, { companyId: company.id });
  const position = 1 + Math.max(-1, ...rules.map((rule) => rule.position));
  if (!known) return ok({ id: '', unitId: null, name: '', body: null, position, isActive: true });
  const found = rules.find(({ id, isActive }) => id === known.id && isActive);
  if (!found) return refused('not_found' as const);
  if (found.unitId === null || !may('manage_policies', found.unitId)) return refused('forbidden' as const);
  if (found.version !== known.version) return refused('stale_version' as const);
  const { version: _version, ...row } = found;
  return ok(row);
}
