import { isNegative, isZero } from '../money/exact';
import { choiceProblems } from './choice-problems';
import type { ConfigurableProduct } from './product';
import { requirementCycle } from './requirement-cycle';

export type ProductProblem =
  | { readonly code: 'code_twice'; readonly part: string }
  | { readonly code: 'unknown_part'; readonly part: string; readonly names: string }
  | { readonly code: 'requirement_cycle'; readonly cycle: readonly string[] }
  | { readonly code: 'requires_what_it_excludes'; readonly part: string; readonly other: string }
  | { readonly code: 'plan_impossible'; readonly part: string }
  | { readonly code: 'negative_price'; readonly part: string }
  | { readonly code: 'quantity_per_not_positive'; readonly part: string };

/** What is wrong with a product's plans and modules; asked on save, which is refused when anything is. */
export function productProblems(product: ConfigurableProduct): ProductProblem[] {
  const problems: ProductProblem[] = [];
  const codes = [...product.plans, ...product.modules].map((part) => part.code);
  for (const part of new Set(codes.filter((code, index) => codes.indexOf(code) !== index)))
    problems.push({ code: 'code_twice', part });

  const moduleCodes = new Set(product.modules.map((module) => module.code));
  for (const plan of product.plans)
    for (const names of plan.includes.filter((code) => !moduleCodes.has(code)))
      problems.push({ code: 'unknown_part', part: plan.code, names });

  for (const { code: part, requires, excludes, ...module } of product.modules) {
    // Excluding what is not there (yet) does no harm; requiring it could never be met.
    for (const names of [...requires.all, ...requires.any].filter((code) => !codes.includes(code)))
      problems.push({ code: 'unknown_part', part, names });
    for (const other of requires.all.filter((code) => excludes.includes(code)))
      problems.push({ code: 'requires_what_it_excludes', part, other });
    const prices = [module.price, ...module.breaks.map((step) => step.price)].flatMap((price) => Object.values(price));
    if (prices.some(isNegative) || (module.pricing.kind === 'percent' && isNegative(module.pricing.percent)))
      problems.push({ code: 'negative_price', part });
    if (module.quantity.kind === 'per' && (isNegative(module.quantity.per) || isZero(module.quantity.per)))
      problems.push({ code: 'quantity_per_not_positive', part });
  }
  for (const plan of product.plans) {
    if (Object.values(plan.price).some(isNegative)) problems.push({ code: 'negative_price', part: plan.code });
    const parts = codesAlone(product, plan.code);
    if (parts.length > 0 && parts.every((problem) => problem.code === 'excludes'))
      problems.push({ code: 'plan_impossible', part: plan.code });
  }

  const cycle = requirementCycle(product.modules);
  if (cycle) problems.push({ code: 'requirement_cycle', cycle });
  return problems;
}

const codesAlone = (product: ConfigurableProduct, plan: string) => choiceProblems(product, { plan, modules: [] });
