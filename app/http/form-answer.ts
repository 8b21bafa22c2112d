/** What was typed, by field name, to fill the form again. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** What the page of a refused form is given as its action data: words under the fields, what concerns no field, and
 *  what was typed. */
export type FormAnswer = {
  readonly fields: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
  readonly values: FormValues;
};

/** What a field shows: what was typed if the form came back, else what is stored; and what is wrong with it.
 *  `<TextField label={…} {...fieldOf(answer, 'email', person.email)} />` */
export function fieldOf(answer: FormAnswer | undefined, name: string, stored = '') {
  const typed = answer?.values[name];
  const defaultValue = answer ? ((typeof typed === 'string' ? typed : typed?.[0]) ?? '') : stored;
  return { name, defaultValue, error: answer?.fields[name] };
}
