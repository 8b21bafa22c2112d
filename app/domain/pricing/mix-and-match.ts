import { moduleQuantity } from '../catalog/configuration';
import { orderQuantityProblem } from '../catalog/order-quantity';
import { type Exact, add, zero } from '../money/exact';
import type { LineToPrice, PartName, PriceTerms, PriceableVariant } from './price-terms';

/** Under `mix_and_match` lines of one product share their quantities, or those of one `mix_group` where the variants
 *  name one. */
const sharing = (variant: PriceableVariant): string =>
  variant.mixGroup === null ? `product ${variant.product}` : `group ${variant.mixGroup}`;

/** How much the other lines of a document add to one part of a line: the units of the variants it shares with, and for
 *  a plan or module the units of the same plan or module on those lines. Lines that cannot be ordered add nothing. */
export function othersQuantity(
  line: LineToPrice,
  part: PartName,
  document: readonly LineToPrice[],
  terms: PriceTerms,
): Exact {
  const variant = terms.variants.get(line.sku);
  if (!variant) return zero;
  return document.reduce((sum, other) => {
    const theirs = other.line === line.line ? undefined : terms.variants.get(other.sku);
    if (!theirs || sharing(theirs) !== sharing(variant)) return sum;
    if (orderQuantityProblem(theirs, other.quantity) && !other.agreed?.length) return sum;
    return add(sum, quantityOfPart(other, theirs, part, variant.product, terms));
  }, zero);
}

function quantityOfPart(
  line: LineToPrice,
  variant: PriceableVariant,
  part: PartName,
  product: string,
  terms: PriceTerms,
): Exact {
  if (part.kind === 'variant') return line.quantity;
  if (variant.product !== product) return zero;
  if (part.kind === 'plan') return line.choice.plan === part.code ? line.quantity : zero;
  const chosen = line.choice.modules.find(({ code }) => code === part.code);
  const module = terms.products.get(product)?.modules.find(({ code }) => code === part.code);
  return chosen && module ? moduleQuantity(module, line.quantity, chosen.quantity) : zero;
}
