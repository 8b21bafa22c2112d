/** What a buyer ordered on which days; days are counted, whole, in the shop's calendar. */
export type Bought = { readonly sku: string; readonly days: readonly number[] };

export type Suggestion = {
  readonly sku: string;
  readonly timesBought: number;
  /** Days between two orders of it; null when it was ordered once. */
  readonly everyDays: number | null;
  readonly daysSince: number;
  /** 0 just bought, 1 when its usual time has come or passed. */
  readonly due: number;
};

export const suggestionsShown = 20;
/** Days over which what others order now is counted. */
export const demandDays = 14;
const halfLifeDays = 120;
/** Of something bought once: twice as long as between two of the buyer's orders. */
const onceFactor = 2;
const usualGapDays = 30;

const notGoods =
  /^(post(age)?|dot(com)?|carriage|c2|m(anual)?|d(iscount)?|s(amples?)?|pads|cruk|b|amazonfee|bank charges|(gift|voucher|fee|freight|shipping|adjust|test)([ _-].*|\d.*)?)$/i;
/** False for postage, vouchers, fees and other book-keeping, which nobody runs out of. */
export const isGoods = (sku: string): boolean => !notGoods.test(sku.trim());

/** What this buyer usually has ordered again by `today`, the likeliest first. How often and how lately they bought a
 *  thing counts most, then whether its own time has come, then how many buyers ask for it in these weeks: that is what
 *  tells a season's end. `demand` counts other buyers by SKU. Suggests only what they have bought before. */
export function suggest(p: {
  bought: readonly Bought[];
  today: number;
  demand: ReadonlyMap<string, number>;
  limit?: number;
}): Suggestion[] {
  const goods = p.bought.filter(({ sku, days }) => isGoods(sku) && days.some((day) => day < p.today));
  const usual = gapOf(goods.flatMap(({ days }) => days).filter((day) => day < p.today)) ?? usualGapDays;
  return goods
    .map((bought) => scored(bought, { ...p, usual }))
    .sort((a, b) => b.score - a.score || (a.suggestion.sku < b.suggestion.sku ? -1 : 1))
    .slice(0, p.limit ?? suggestionsShown)
    .map(({ suggestion }) => suggestion);
}

function scored(
  { sku, days }: Bought,
  { today, demand, usual }: { today: number; demand: ReadonlyMap<string, number>; usual: number },
): { suggestion: Suggestion; score: number } {
  const past = [...new Set(days)].filter((day) => day < today).sort((a, b) => a - b);
  const daysSince = today - (past.at(-1) ?? today);
  const everyDays = gapOf(past);
  const due = Math.min(daysSince / (everyDays ?? usual * onceFactor), 1);
  const often = past.reduce((sum, day) => sum + 0.5 ** ((today - day) / halfLifeDays), 0);
  const weightOfDue = everyDays === null ? 0.15 : 0.3;
  return {
    suggestion: { sku, timesBought: past.length, everyDays, daysSince, due },
    score: Math.log(often + 0.05) + 0.5 * Math.log((demand.get(sku) ?? 0) + 0.5) + weightOfDue * due,
  };
}

/** The mean number of days from one to the next of different days; null when there is but one. */
function gapOf(days: readonly number[]): number | null {
  const different = new Set(days);
  if (different.size < 2) return null;
  let [first, last] = [Infinity, -Infinity];
  for (const day of different) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return (last - first) / (different.size - 1);
}

/** What is shown to a buyer: bought at least twice, and its usual time has come, or nearly. */
export const isTimeAgain = ({ everyDays, due }: Suggestion): boolean => everyDays !== null && due >= 0.8;
