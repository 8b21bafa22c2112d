import { type Configuration, configure } from '../catalog/configuration';
import type { ConfigurableProduct } from '../catalog/product';
import { isTermMonths, termMonths } from '../catalog/variant';
import type { LineProblem, LineToPrice } from './price-terms';

type Invalid = Extract<LineProblem, { readonly code: 'configuration_invalid' }>;
type Configured =
  { readonly ok: true; readonly value: Configuration } | { readonly ok: false; readonly problem: Invalid };

/** A line's plan, modules and term, or every reason why they do not go together and the nearest that do. A line whose
 *  total was agreed is taken as agreed. */
export function configureLine(product: ConfigurableProduct, line: LineToPrice): Configured {
  if (line.agreed?.some((agreed) => agreed.lineTotal && agreed.step !== 'override'))
    return { ok: true, value: { plan: null, modules: [] } };

  const term = line.term === null || isTermMonths(line.term) ? line.term : nearestTerm(line.term);
  const unknownTerm =
    line.term !== null && term !== line.term ? [{ code: 'unknown_term' as const, term: line.term }] : [];
  const configured = configure(product, line.choice, line.quantity);
  if (configured.ok && unknownTerm.length === 0) return configured;
  const problems = configured.ok ? [] : (configured.detail?.problems ?? []);
  const choice = configured.ok ? line.choice : (configured.detail?.nearest ?? line.choice);
  return {
    ok: false,
    problem: {
      code: 'configuration_invalid',
      problems: [...problems, ...unknownTerm],
      nearest: { choice, term },
    },
  };
}

const nearestTerm = (months: number): number =>
  termMonths.reduce<number>((best, next) => (Math.abs(next - months) < Math.abs(best - months) ? next : best), 1);
