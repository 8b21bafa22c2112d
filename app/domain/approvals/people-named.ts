import type { PersonId } from '../access/ids';
import type { Decision } from './decisions';
import type { Role } from '../access/roles';
import type { ApproverSource, Condition, DocumentFacts, Level } from './rules';

type NamingRule = {
  readonly conditions: readonly Condition[];
  readonly levels: readonly Pick<Level, 'groups' | 'escalateTo'>[];
};

/** Everyone whom rules, a document and its decisions name by themselves, each once. With the holders of roles around the
 *  document's unit, managers, owners and delegates they are all the people an answer about this document can depend on. */
export function peopleNamed(p: {
  readonly rules: readonly NamingRule[];
  readonly document: Pick<DocumentFacts, 'requesters'>;
  readonly decisions: readonly Pick<Decision, 'by' | 'for'>[];
}): readonly PersonId[] {
  const ofSource = (source: ApproverSource | null) => (source?.kind === 'people' ? source.people : []);
  return [
    ...new Set([
      ...p.document.requesters,
      ...p.decisions.flatMap(({ by, for: delegator }) => (delegator ? [by, delegator] : [by])),
      ...p.rules.flatMap(({ conditions, levels }) => [
        ...conditions.flatMap((condition) => (condition.kind === 'requester' ? condition.anyOf : [])),
        ...levels.flatMap(({ groups, escalateTo }) => [
          ...groups.flatMap(({ of }) => of.flatMap(ofSource)),
          ...ofSource(escalateTo),
        ]),
      ]),
    ]),
  ];
}

/** Every role a frozen policy asks, and `admin`, who is taken in where a group is too small. */
export const rolesAsked = (rules: readonly Pick<NamingRule, 'levels'>[]): readonly Role[] => {
  const ofSource = (source: ApproverSource | null) => (source?.kind === 'role' ? [source.role] : []);
  const asked = rules.flatMap(({ levels }) =>
    levels.flatMap(({ groups, escalateTo }) => [
      ...groups.flatMap(({ of }) => of.flatMap(ofSource)),
      ...ofSource(escalateTo),
    ]),
  );
  return [...new Set<Role>(['admin', ...asked])];
};
