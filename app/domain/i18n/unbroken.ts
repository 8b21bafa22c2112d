/** A number and the unit after it stay on one line: "House Espresso, 1 kg", "9 bar". */
export const unbroken = (text: string): string => text.replaceAll(/(\d) (?=\p{L}{1,3}(?!\p{L}))/gu, '$1\u00a0');
