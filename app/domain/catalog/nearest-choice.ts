import { type Choice, choiceProblems } from './choice-problems';
import type { ConfigurableProduct } from './product';

/** Beyond this many changes nobody would call a choice near; what offends is taken out instead. */
const farthest = 4;

/** The valid choice that differs from `choice` in the fewest parts: a module added or taken out, a plan changed. Among
 *  equally near ones the one that adds wins over the one that takes away, then the one that keeps what comes first in the product. */
export function nearestChoice(product: ConfigurableProduct, choice: Choice): Choice {
  const known = onlyKnown(product, choice);
  for (let changes = 0; changes <= farthest; changes += 1) {
    const found = variations(product, known, changes, 0)
      .filter((candidate) => choiceProblems(product, candidate).length === 0)
      .sort((a, b) => byNearness(product, a, b))[0];
    if (found) return found;
  }
  return withoutOffenders(product, known);
}

function byNearness(product: ConfigurableProduct, a: Choice, b: Choice): number {
  const rank = ({ plan, modules }: Choice) =>
    product.modules.map(({ code }) => (modules.some((module) => module.code === code) ? '0' : '1')).join('') +
    (plan === null ? product.plans.length : product.plans.findIndex(({ code }) => code === plan));
  const size = ({ plan, modules }: Choice) => modules.length + (plan === null ? 0 : 1);
  return size(b) - size(a) || (rank(a) < rank(b) ? -1 : 1);
}

/** Unknown and repeated codes and impossible quantities are not near anything: they go first. */
function onlyKnown(product: ConfigurableProduct, choice: Choice): Choice {
  const chosen = new Set(choice.modules.map((module) => module.code));
  return {
    plan: product.plans.some((plan) => plan.code === choice.plan) ? choice.plan : null,
    modules: product.modules
      .filter((module) => chosen.has(module.code))
      .map((module) => ({
        code: module.code,
        quantity:
          module.quantity.kind === 'free'
            ? (choice.modules.find((said) => said.code === module.code && said.quantity && said.quantity.num > 0n)
                ?.quantity ?? null)
            : null,
      })),
  };
}

/** Every choice that differs from `choice` in exactly `changes` parts, looking at modules from index `from` on. */
function variations(product: ConfigurableProduct, choice: Choice, changes: number, from: number): Choice[] {
  if (changes === 0) return [choice];
  const byModule = product.modules.slice(from).flatMap(({ code }, offset) => {
    const has = choice.modules.some((module) => module.code === code);
    const modules = has
      ? choice.modules.filter((module) => module.code !== code)
      : [...choice.modules, { code, quantity: null }];
    return variations(product, { ...choice, modules }, changes - 1, from + offset + 1);
  });
  if (from > 0) return byModule;
  const otherPlans = [...product.plans.map((plan) => plan.code), null].filter((plan) => plan !== choice.plan);
  return [...byModule, ...otherPlans.flatMap((plan) => variationsOfModules(product, { ...choice, plan }, changes - 1))];
}

const variationsOfModules = (product: ConfigurableProduct, choice: Choice, changes: number): Choice[] =>
  variations({ ...product, plans: [] }, choice, changes, 0).filter((candidate) => candidate.plan === choice.plan);

function withoutOffenders(product: ConfigurableProduct, choice: Choice): Choice {
  const offender = choiceProblems(product, choice).find((problem) => 'module' in problem);
  if (!offender || !('module' in offender)) return choice;
  const modules = choice.modules.filter((module) => module.code !== offender.module);
  const shrunk = modules.length < choice.modules.length ? { ...choice, modules } : { plan: null, modules };
  return shrunk.modules.length === choice.modules.length && choice.plan === null
    ? { plan: null, modules: [] }
    : withoutOffenders(product, shrunk);
}
