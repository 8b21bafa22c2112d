import { storeRule } from '#app/domain/approvals/stored-policy.ts';
import type { CompanyBody } from '#app/http/api/schemas/companies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { listApprovalRules } from '#db/queries/company-record.server.ts';
import { type RuleToSave, saveApprovalRules } from '#db/queries/company-writes.server.ts';
import { isDeepStrictEqual } from 'node:util';
import { ruleFromBody } from './rule-from-body';
import type { CompanyPut } from './upsert-company.server';

/** The whole policy, in its order. A rule is known by its name; one left out is out of force for what is submitted from
 *  now on, and goes on for what was submitted before. */
export async function putRules(
  { tx, company, names, at }: CompanyPut,
  given: CompanyBody['approval_rules'],
): Promise<boolean> {
  if (!given) return false;
  const before = (await listApprovalRules(tx, { companyId: company.id })).map(({ version: _version, ...rule }) => rule);
  const unused = [...before];
  const take = (name: string) => {
    const index = unused.findIndex((rule) => rule.name === name);
    return index < 0 ? undefined : unused.splice(index, 1)[0];
  };
  const after = given.map((body, position): RuleToSave => {
    const id = take(body.name)?.id ?? newId(at.getTime());
    const rule = ruleFromBody(id, body, names);
    return { id, unitId: rule.unit, name: rule.name, body: storeRule(rule), position, isActive: true };
  });
  const dropped = unused.filter(({ isActive }) => isActive).map((rule) => ({ ...rule, isActive: false }));
  const rules = [
    ...after,
    ...dropped.map((rule) => ({ ...rule, unitId: rule.unitId ?? names.unit(undefined) })),
  ].filter(
    (rule) =>
      !isDeepStrictEqual(
        rule,
        before.find(({ id }) => id === rule.id),
      ),
  );
  await saveApprovalRules(tx, { companyId: company.id, rules });
  return rules.length > 0;
}
