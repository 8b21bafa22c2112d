import { type GroupPart, type SourcePart, conditionPart, describeRule } from '#app/domain/approvals/describe-rule.ts';
import type { PolicyWarning } from '#app/domain/approvals/policy-warnings.ts';
import type { Condition, Rule } from '#app/domain/approvals/rules.ts';
import type { Simulation } from '#app/domain/approvals/simulate.ts';
import { spendingLimitRuleId } from '#app/domain/approvals/matching-rules.ts';
import { formatPercent } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import type { MessageKey } from '#app/messages/areas.ts';
import { translator } from '#app/messages/translate.server.ts';

/** What ids of a policy are called; whoever is not among them has left. */
export type PolicyNames = {
  readonly people: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
};

const wordsIn = (locale: Locale, names: PolicyNames) => {
  const t = translator(locale, 'policy');
  const company = translator(locale, 'company');
  const { formats } = locales[locale];
  const list = (texts: readonly string[], type: 'conjunction' | 'disjunction' = 'disjunction') =>
    new Intl.ListFormat(formats, { type }).format(texts);
  const person = (id: string) => names.people.get(id) ?? t('gone');
  const role = (name: string) => {
    const key = `role_${name}`;
    const word = company(key as MessageKey<'company'>);
    // Within a sentence; German writes its nouns large everywhere.
    return locale === 'en' ? word.toLowerCase() : word;
  };

  const condition = (given: Condition): string => {
    const part = conditionPart(given);
    switch (part.key) {
      case 'amount_over':
        return t('when_amount_over', { amount: formatMoney(part.amount, formats) });
      case 'category':
      case 'cost_centre':
        return t(`when_${part.key}`, { list: list(part.anyOf) });
      case 'requester':
        return t('when_requester', { list: list(part.people.map(person)) });
      case 'requester_role':
        return t('when_requester_role', { list: list(part.roles.map(role)) });
      case 'discount_over':
      case 'margin_under':
        return t(`when_${part.key}`, { percent: formatPercent(part.percent, formats) });
      default:
        return t(`when_${part.key}`);
    }
  };
  const source = (part: SourcePart, isOne: boolean): string => {
    if (part.key === 'role') return t(isOne ? 'role_one' : 'role_many', { role: role(part.role) });
    if (part.key !== 'people') return t(part.key);
    const people = part.people.map(person);
    return isOne && people.length > 1 ? t('people_one', { list: list(people) }) : list(people, 'conjunction');
  };
  const group = ({ key, count, of }: GroupPart): string => {
    const isOne = key === 'any';
    const sources = list(
      of.map((each) => source(each, isOne)),
      isOne ? 'disjunction' : 'conjunction',
    );
    if (key === 'any') return sources;
    return key === 'all' ? t('group_all', { list: sources }) : t('group_several', { count: count ?? 0, list: sources });
  };
  return { t, list, person, role, condition, source, group };
};

/** A rule in words: one sentence, and for each step how long it has. */
export function ruleInWords(rule: Rule, p: { locale: Locale; names: PolicyNames }) {
  const { t, list, condition, source, group } = wordsIn(p.locale, p.names);
  const { key, levels } = describeRule(rule);
  const who = levels.map((level) => list(level.groups.map(group), 'conjunction'));
  const first = t(key, {
    unit: p.names.units.get(rule.unit) ?? '',
    when: list(rule.conditions.map(condition), 'conjunction'),
    who: who[0] ?? '',
  });
  return {
    sentence: `${[first, ...who.slice(1).map((next) => t('then', { who: next }))].join('; ')}.`,
    steps: levels.map(({ deadlineHours, escalateTo }) =>
      t('within', { hours: deadlineHours, who: escalateTo ? source(escalateTo, true) : t('theAdmins') }),
    ),
  };
}

/** What is worth a look about one rule. */
export function warningsInWords(
  warnings: readonly PolicyWarning[],
  p: { locale: Locale; names: PolicyNames },
): string[] {
  const { t, list, person } = wordsIn(p.locale, p.names);
  const never = ['unit', 'same_kind_twice', 'category', 'cost_centre', 'requester', 'requester_role'] as const;
  return warnings.map((warning) => {
    switch (warning.code) {
      case 'asks_nobody':
        return t('warn_asks_nobody');
      case 'never_matches': {
        const known = never.find((each) => each === warning.because);
        return t(known ? `warn_never_${known}` : 'warn_never_other');
      }
      case 'person_is_gone':
        return t('warn_person_is_gone', { list: list(warning.people.map(person), 'conjunction') });
      default: {
        const { level, group, units } = warning;
        const named = list(
          units.map((unit) => p.names.units.get(unit) ?? ''),
          'conjunction',
        );
        return t(`warn_${warning.code}`, { level, group, units: named });
      }
    }
  });
}

/** What a simulation found, as its page shows it. */
export function simulationView(found: Simulation, p: { locale: Locale; names: PolicyNames; isOverBudget: boolean }) {
  const { t, list, person, condition } = wordsIn(p.locale, p.names);
  const named = (rule: { ruleId: string; name: string }) =>
    rule.ruleId === spendingLimitRuleId ? t('spendingLimit') : rule.name;
  return {
    outcome: found.outcome,
    isRefused: p.isOverBudget && !found.mayGoOverBudget,
    lookedAt: found.lookedAt.map((rule) => ({
      id: rule.ruleId,
      name: named(rule),
      matches: rule.matches,
      conditions: rule.conditions.map(({ condition: given, holds }) => ({ text: condition(given), holds })),
    })),
    levels: found.levels.map(({ ruleId, rule, level, isOpenAtOnce, groups }) => ({
      key: `${ruleId} ${level}`,
      rule: named({ ruleId, name: rule }),
      level,
      isOpenAtOnce,
      groups: groups.map(({ places, people, takenIn, canBeFilled }) => ({
        canBeFilled,
        needs: t('needs', { count: places, people: list(people.map(person), 'conjunction') }),
        takenIn: takenIn.length > 0 ? t('takenIn', { people: list(takenIn.map(person), 'conjunction') }) : '',
      })),
    })),
  };
}
