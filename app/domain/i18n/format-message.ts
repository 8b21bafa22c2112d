/** What a message may be filled with. Amounts, dates and quantities come in already formatted. */
export type MessageValues = Readonly<Record<string, string | number>>;

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: string }
  | { kind: 'plural'; name: string; forms: Readonly<Record<string, readonly Part[]>> };

const parsed = new Map<string, readonly Part[]>();

/** Fills `{name}` and `{count, plural, one {# bag} other {# bags}}`; `=0 {…}` is an exact count, `#` the count itself
 *  written in the locale. Plural forms are those of CLDR for the locale (Intl.PluralRules).
 *  @throws RangeError when a value the message asks for is missing or a plural has no form that fits */
export function formatMessage(message: string, values: MessageValues = {}, locale = 'en'): string {
  let parts = parsed.get(message);
  if (!parts) {
    parts = parseMessage(message);
    parsed.set(message, parts);
  }
  return write(parts, values, locale, undefined);
}

/** The names a message wants filled, sorted, each once. */
export function placeholdersOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.kind !== 'text') names.add(part.name);
      if (part.kind === 'plural') Object.values(part.forms).forEach(visit);
    }
  };
  visit(parseMessage(message));
  return [...names].sort();
}

/** The message with `change` applied to its words only: placeholders and plural forms keep their syntax. */
export function mapMessageText(message: string, change: (text: string) => string): string {
  const write = (parts: readonly Part[]): string =>
    parts
      .map((part) => {
        if (part.kind === 'text') return change(part.text);
        if (part.kind === 'value') return `{${part.name}}`;
        const forms = Object.entries(part.forms).map(([form, inner]) => `${form} {${write(inner)}}`);
        return `{${part.name}, plural, ${forms.join(' ')}}`;
      })
      .join('');
  return write(parseMessage(message));
}

function write(parts: readonly Part[], values: MessageValues, locale: string, count: number | undefined): string {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      text += count === undefined ? part.text : part.text.replaceAll('#', numbers(locale).format(count));
      continue;
    }
    const value = values[part.name];
    if (value === undefined) throw new RangeError(`The message wants a value for {${part.name}}`);
    if (part.kind === 'value') {
      text += String(value);
      continue;
    }
    const amount = Number(value);
    const form = part.forms[`=${amount}`] ?? part.forms[plurals(locale).select(amount)] ?? part.forms.other;
    if (!form) throw new RangeError(`The message has no plural form for ${part.name} = ${amount}`);
    text += write(form, values, locale, amount);
  }
  return text;
}

function parseMessage(message: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < message.length) {
    const open = message.indexOf('{', at);
    if (open < 0) {
      parts.push({ kind: 'text', text: message.slice(at) });
      break;
    }
    if (open > at) parts.push({ kind: 'text', text: message.slice(at, open) });
    const close = closing(message, open);
    parts.push(placeholder(message.slice(open + 1, close)));
    at = close + 1;
  }
  return parts;
}

function placeholder(inside: string): Part {
  const plural = /^\s*(\w+)\s*,\s*plural\s*,/.exec(inside);
  if (!plural?.[1]) return { kind: 'value', name: inside.trim() };
  const forms: Record<string, Part[]> = {};
  let rest = inside.slice(plural[0].length);
  for (let head = /^\s*(=?\w+)\s*\{/.exec(rest); head?.[1]; head = /^\s*(=?\w+)\s*\{/.exec(rest)) {
    const open = head[0].length - 1;
    const close = closing(rest, open);
    forms[head[1]] = parseMessage(rest.slice(open + 1, close));
    rest = rest.slice(close + 1);
  }
  return { kind: 'plural', name: plural[1], forms };
}

/** Where the brace opened at `open` closes. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  throw new RangeError(`A brace of the message is never closed: ${text}`);
}

const pluralRules = new Map<string, Intl.PluralRules>();
function plurals(locale: string): Intl.PluralRules {
  let rules = pluralRules.get(locale);
  if (!rules) pluralRules.set(locale, (rules = new Intl.PluralRules(locale)));
  return rules;
}

const numberFormats = new Map<string, Intl.NumberFormat>();
function numbers(locale: string): Intl.NumberFormat {
  let format = numberFormats.get(locale);
  if (!format) numberFormats.set(locale, (format = new Intl.NumberFormat(locale)));
  return format;
}
