/** The digits of a text that holds digits only. */
export const digitsOf = (text: string): number[] => [...text].map(Number);

/** Each digit times its weight, summed; digits beyond the weights do not count. */
export const weighted = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0);

export const lastDigit = (text: string): number => Number(text.at(-1));

/** ISO 7064 MOD 11,10 over all digits, the last being the check digit. */
export function isMod1110(text: string): boolean {
  const digits = digitsOf(text);
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (digit + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === digits.at(-1);
}

/** The digits counted singly, every second one (from the right, starting before the last) doubled. */
export function isLuhn(text: string): boolean {
  const sum = digitsOf(text)
    .reverse()
    .reduce((total, digit, at) => {
      const counted = at % 2 === 1 ? digit * 2 : digit;
      return total + (counted > 9 ? counted - 9 : counted);
    }, 0);
  return sum % 10 === 0;
}

/** Whether the last digit is 11 less the weighted sum modulo 11, a ten or eleven counting as zero. */
export const isElevenLess = (text: string, weights: readonly number[]): boolean => {
  const rest = 11 - (weighted(text, weights) % 11);
  return (rest >= 10 ? 0 : rest) === lastDigit(text);
};
