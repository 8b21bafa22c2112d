/** What is written here names the same article as what is written there: capitals, blanks and dashes do not count. */
export const codeKey = (code: string): string => code.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
