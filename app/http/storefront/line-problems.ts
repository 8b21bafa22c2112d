import type { LineView } from '#app/components/shop/line-view.ts';
import type { ConfigurationProblem } from '#app/domain/catalog/choice-problems.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { LinePrice, LineProblem } from '#app/domain/pricing/price-terms.ts';
import type { Translate } from '#app/messages/translate.ts';
import type { LineContext } from './line-context.server';

type Said = Pick<LineView, 'problems' | 'nearest'>;

/** Why a line cannot be ordered as asked, and the nearest way it can, as the address that asks for it. */
export function lineProblems(price: LinePrice, context: LineContext, t: Translate<'product'>): Said {
  if (price.ok) return { problems: [], nearest: null };
  const { problem } = price;
  switch (problem.code) {
    case 'below_minimum':
    case 'off_step':
      return quantityProblem(problem, context, t);
    case 'configuration_invalid':
      return configurationProblem(price, problem, context, t);
    case 'not_sold':
    case 'unknown_sku':
      return { problems: [t('notSold')], nearest: null };
  }
}

type QuantityProblem = Extract<LineProblem, { code: 'below_minimum' | 'off_step' }>;

function quantityProblem(
  { code, minimum, step, nearest }: QuantityProblem,
  { display }: LineContext,
  t: Translate<'product'>,
): Said {
  const say = (quantity: typeof minimum) => formatQuantity(quantity, display.formats);
  return {
    problems: [
      code === 'below_minimum' ? t('belowMinimum', { minimum: say(minimum) }) : t('offStep', { step: say(step) }),
    ],
    nearest: {
      text: t('takeQuantity', { quantity: say(nearest.more) }),
      search: new URLSearchParams({ quantity: toDecimalString(nearest.more, 6) }).toString(),
    },
  };
}

type ConfigurationInvalid = Extract<LineProblem, { code: 'configuration_invalid' }>;

function configurationProblem(
  { quantity }: LinePrice,
  { problems, nearest }: ConfigurationInvalid,
  { titles }: LineContext,
  t: Translate<'product'>,
): Said {
  const name = (code: string) => titles.get(code) ?? code;
  const { plan, modules } = nearest.choice;
  const search = new URLSearchParams([
    ['quantity', toDecimalString(quantity, 6)],
    ...(plan ? [['plan', plan]] : []),
    ...modules.map(({ code }) => ['modules', code]),
    ...(nearest.term ? [['term', String(nearest.term)]] : []),
  ]);
  const parts = [...(plan ? [name(plan)] : []), ...modules.map(({ code }) => name(code))];
  return {
    problems: problems.map((problem) => problemText(problem, name, t)),
    nearest: {
      text: parts.length > 0 ? t('takeChoice', { parts: parts.join(', ') }) : t('takePlain'),
      search: search.toString(),
    },
  };
}

export type PartProblem = ConfigurationProblem | { readonly code: 'unknown_term'; readonly term: number };

/** `name` says what the buyer calls a plan or module. */
export function problemText(problem: PartProblem, name: (code: string) => string, t: Translate<'product'>): string {
  switch (problem.code) {
    case 'requires_all':
      return t('requiresAll', { part: name(problem.module), missing: problem.missing.map(name).join(', ') });
    case 'requires_any':
      return t('requiresAny', { part: name(problem.module), oneOf: problem.oneOf.map(name).join(', ') });
    case 'excludes':
      return t('excludes', { part: name(problem.module), other: name(problem.other) });
    case 'module_quantity':
      return t('moduleQuantity', { part: name(problem.module) });
    case 'module_twice':
      return t('moduleTwice', { part: name(problem.module) });
    case 'unknown_plan':
      return t('unknownPart', { part: problem.plan });
    case 'unknown_module':
      return t('unknownPart', { part: problem.module });
    case 'unknown_term':
      return t('unknownTerm', { months: problem.term });
  }
}
