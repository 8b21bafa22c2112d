/** A spreadsheet takes a cell that begins so for a formula. */
const dangerous = /^[=+\-@\t\r\n]/;
const plainNumber = /^[-+]?\d+(\.\d+)?$/;
const escaped = /^'+[=+\-@\t\r\n]/;

/** A text as it may stand in a spreadsheet: one apostrophe before what would be a formula, and before what already looks
 *  so escaped, so that fromSpreadsheet gives back every text. Numbers stay numbers. */
export const forSpreadsheet = (text: string): string =>
  (dangerous.test(text) && !plainNumber.test(text)) || escaped.test(text) ? `'${text}` : text;

/** The text that forSpreadsheet was given. */
export const fromSpreadsheet = (cell: string): string => (escaped.test(cell) ? cell.slice(1) : cell);
