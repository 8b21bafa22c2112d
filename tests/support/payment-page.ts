/** Drives the hosted pages as a browser without JavaScript does: read the form, fill it in, send it, go where it leads. */
export type PageSeen = { readonly url: string; readonly status: number; readonly html: string };
export type CardTyped = {
  readonly number: string;
  readonly expiry?: string;
  readonly cvc?: string;
  readonly email?: string;
  readonly name?: string;
  readonly save?: boolean;
  /** A saved card to choose instead. */
  readonly card?: string;
};

export async function see(url: string): Promise<PageSeen> {
  const answer = await fetch(url, { redirect: 'manual' });
  return { url, status: answer.status, html: await answer.text() };
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');

export function formOn(page: PageSeen): { action: string; fields: Map<string, string> } {
  const form = /<form[^>]*>/.exec(page.html)?.[0];
  if (!form) throw new Error(`there is no form on ${page.url}: ${page.html}`);
  const fields = new Map<string, string>();
  for (const [tag] of page.html.matchAll(/<input[^>]*>/g)) {
    const isChoice = /type="(radio|checkbox)"/.test(tag);
    if (!isChoice || tag.includes(' checked')) fields.set(attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '');
  }
  return { action: new URL(attribute(form, 'action') ?? '', page.url).href, fields };
}

/** Where the answer leads to. */
export async function send(action: string, fields: Iterable<[string, string]>): Promise<string> {
  const answer = await fetch(action, { method: 'POST', body: new URLSearchParams([...fields]), redirect: 'manual' });
  const location = answer.headers.get('location');
  if (answer.status !== 303 || !location)
    throw new Error(`${action} answered ${answer.status}: ${await answer.text()}`);
  return new URL(location, action).href;
}

/** Fills in the payment page and presses the button. */
export async function pay(url: string, typed: CardTyped): Promise<string> {
  const { action, fields } = formOn(await see(url));
  fields.set('number', typed.number);
  fields.set('expiry', typed.expiry ?? '12 / 40');
  fields.set('cvc', typed.cvc ?? '123');
  if (typed.email !== undefined) fields.set('email', typed.email);
  if (typed.name !== undefined) fields.set('name', typed.name);
  if (typed.card !== undefined) fields.set('card', typed.card);
  if (typed.save) fields.set('save', 'yes');
  return send(action, fields);
}

/** Answers the bank's page. */
export async function authenticate(url: string, answer: 'complete' | 'fail'): Promise<string> {
  const { action } = formOn(await see(url));
  return send(action, [['answer', answer]]);
}
