import { type Exact, ceiling, compare, divide, exact, one } from '../money/exact';
import { type Outcome, ok, refused } from '../outcome';
import { type Choice, type ConfigurationProblem, choiceProblems } from './choice-problems';
import { nearestChoice } from './nearest-choice';
import type { ConfigurableProduct, Module, Plan } from './product';

export type ConfiguredModule = { readonly module: Module; readonly quantity: Exact; readonly isIncluded: boolean };
export type Configuration = { readonly plan: Plan | null; readonly modules: readonly ConfiguredModule[] };

export type ImpossibleChoice = { readonly problems: readonly ConfigurationProblem[]; readonly nearest: Choice };

/** How many of a module a line of `lineQuantity` takes: as many, one per n begun, or what the buyer said. */
export function moduleQuantity(module: Module, lineQuantity: Exact, said: Exact | null): Exact {
  if (module.quantity.kind === 'line') return lineQuantity;
  if (module.quantity.kind === 'per') return exact(ceiling(divide(lineQuantity, module.quantity.per)));
  return said ?? one;
}

/** May these parts be ordered together, on a line of this quantity? Refused with every reason and the nearest choice
 *  that may; included modules are in the answer whether they were ticked or not. */
export function configure(
  product: ConfigurableProduct,
  choice: Choice,
  lineQuantity: Exact,
): Outcome<Configuration, 'configuration_invalid', ImpossibleChoice> {
  const problems = [...choiceProblems(product, choice), ...quantityProblems(product, choice, lineQuantity)];
  if (problems.length > 0)
    return refused('configuration_invalid', { problems, nearest: nearestChoice(product, choice) });

  const plan = product.plans.find((candidate) => candidate.code === choice.plan) ?? null;
  const said = new Map(choice.modules.map((chosen) => [chosen.code, chosen.quantity]));
  const modules = product.modules.flatMap((module) => {
    const isIncluded = plan?.includes.includes(module.code) ?? false;
    if (!isIncluded && !said.has(module.code)) return [];
    return [{ module, isIncluded, quantity: moduleQuantity(module, lineQuantity, said.get(module.code) ?? null) }];
  });
  return ok({ plan, modules });
}

/** A quantity said for a module whose quantity follows from the line must be that quantity. */
function quantityProblems(product: ConfigurableProduct, choice: Choice, lineQuantity: Exact): ConfigurationProblem[] {
  return choice.modules.flatMap(({ code, quantity }) => {
    const module = product.modules.find((candidate) => candidate.code === code);
    if (!module || !quantity || module.quantity.kind === 'free') return [];
    const expected = moduleQuantity(module, lineQuantity, null);
    return compare(expected, quantity) === 0 ? [] : [{ code: 'module_quantity' as const, module: code, expected }];
  });
}

/** The modules of a choice that would lack what they require if `removed` (a module or the plan) were taken out, and
 *  those that in turn lean on them: to be flagged, never removed or repriced silently. */
export function dependentsOf(product: ConfigurableProduct, choice: Choice, removed: string): string[] {
  let rest = withoutCode(choice, removed);
  const flagged: string[] = [];
  for (;;) {
    const broken = choiceProblems(product, rest).flatMap((problem) =>
      problem.code === 'requires_all' || problem.code === 'requires_any' ? [problem.module] : [],
    );
    const next = broken.find((code) => !flagged.includes(code));
    if (next === undefined) return product.modules.map((module) => module.code).filter((c) => flagged.includes(c));
    flagged.push(next);
    rest = withoutCode(rest, next);
  }
}

const withoutCode = (choice: Choice, code: string): Choice => ({
  plan: choice.plan === code ? null : choice.plan,
  modules: choice.modules.filter((chosen) => chosen.code !== code),
});
