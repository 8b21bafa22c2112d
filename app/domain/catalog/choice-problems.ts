import { type Exact, isNegative, isZero } from '../money/exact';
import type { ConfigurableProduct } from './product';

export type ChosenModule = { readonly code: string; readonly quantity: Exact | null };
/** What a buyer ticked. A quantity is null where it follows from the line, or was left at one. */
export type Choice = { readonly plan: string | null; readonly modules: readonly ChosenModule[] };
export const plainChoice: Choice = { plan: null, modules: [] };

export type ConfigurationProblem =
  | { readonly code: 'unknown_plan'; readonly plan: string }
  | { readonly code: 'unknown_module'; readonly module: string }
  | { readonly code: 'module_twice'; readonly module: string }
  | { readonly code: 'requires_all'; readonly module: string; readonly missing: readonly string[] }
  | { readonly code: 'requires_any'; readonly module: string; readonly oneOf: readonly string[] }
  | { readonly code: 'excludes'; readonly module: string; readonly other: string }
  | { readonly code: 'module_quantity'; readonly module: string; readonly expected: Exact | null };

/** Codes that are in force for a choice: the plan, the modules, and the modules the plan includes. */
export function codesInChoice(product: ConfigurableProduct, choice: Choice): Set<string> {
  const plan = product.plans.find((candidate) => candidate.code === choice.plan);
  return new Set([
    ...(choice.plan === null ? [] : [choice.plan]),
    ...choice.modules.map((chosen) => chosen.code),
    ...(plan?.includes ?? []),
  ]);
}

/** Everything that makes a choice impossible, in the product's own order; empty for a valid one. */
export function choiceProblems(product: ConfigurableProduct, choice: Choice): ConfigurationProblem[] {
  const problems: ConfigurationProblem[] = [];
  if (choice.plan !== null && !product.plans.some((plan) => plan.code === choice.plan))
    problems.push({ code: 'unknown_plan', plan: choice.plan });

  const seen = new Set<string>();
  for (const { code, quantity } of choice.modules) {
    const module = product.modules.find((candidate) => candidate.code === code);
    if (!module) problems.push({ code: 'unknown_module', module: code });
    if (seen.has(code)) problems.push({ code: 'module_twice', module: code });
    if (quantity && (isNegative(quantity) || isZero(quantity)))
      problems.push({ code: 'module_quantity', module: code, expected: null });
    seen.add(code);
  }

  const present = codesInChoice(product, choice);
  const named = new Set<string>();
  for (const module of product.modules.filter((candidate) => present.has(candidate.code))) {
    const missing = module.requires.all.filter((code) => !present.has(code));
    if (missing.length > 0) problems.push({ code: 'requires_all', module: module.code, missing });
    const { any } = module.requires;
    if (any.length > 0 && !any.some((code) => present.has(code)))
      problems.push({ code: 'requires_any', module: module.code, oneOf: any });
    for (const other of module.excludes.filter((code) => present.has(code))) {
      if (named.has(`${other} ${module.code}`)) continue;
      named.add(`${module.code} ${other}`);
      problems.push({ code: 'excludes', module: module.code, other });
    }
  }
  return problems;
}
