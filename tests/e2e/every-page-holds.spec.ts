import type { Page } from '@playwright/test';
import siteMap from '#app/routes.ts';
import { inaccessible } from '#tests/support/accessibility.ts';
import { expect, phone, test } from '#tests/support/playwright.ts';
import { tooWide, untranslated } from '#tests/support/untranslated.ts';

type Entry = { path?: string; index?: boolean; file: string; children?: Entry[] };

/** The pages of one frame of the site map, by path. What only carries (.ts) is no page. */
const pagesOf = (frame: string): string[] =>
  ((siteMap as Entry[]).find(({ file }) => file === frame)?.children ?? []).flatMap(({ path = '', file }) =>
    file.endsWith('.tsx') ? [path] : [],
  );
const shop = pagesOf('routes/shop/layout.tsx').filter((path) => !/^dev/.test(path));
const ofPersons = /^(account|lists|orders|standing-orders|check-your-mail)/;
/** They are reached by a mail, a payment or a second factor, and have journeys of their own. */
const elsewhere = /:token|:payment|second-factor/;
/** Nobody begins there: a link names what it is about. */
const onlyFromLinks = /[:*]|^standing-orders\/new$/;

/** Whose way through the shop it is, where it begins besides the pages without a name in their address, and the pages that
 *  are reached by sending a form, or only while something of the demo waits. */
type Walk = {
  who: string;
  door: string | null;
  pages: string[];
  from?: string[];
  unreached?: string[];
  /** Where every word is the shop's, but for these, which somebody said or which stand as they were ordered. */
  inBracketsBut?: RegExp;
};

const walks: Walk[] = [
  {
    ...{ who: 'a visitor', door: null, pages: shop.filter((path) => !ofPersons.test(path)) },
    from: ['/categories/coffee', '/products/house-espresso', '/products/counter-one', '/search?q=espresso'],
    unreached: [
      'admin/products/:handle/preview',
      'cart/lines/:line',
      'cart/lines/:line/removal',
      'cart/lines/:line/restoration',
      'products/:handle/reviews',
    ],
    inBracketsBut: /^(House Espresso, 250 g|ESP-250)$/,
  },
  {
    ...{ who: 'a consumer', door: 'consumer', pages: shop.filter((path) => ofPersons.test(path)) },
    unreached: [
      'orders/:number/account',
      'orders/:number/cancellation',
      'orders/:number/link',
      'orders/:number/reorders',
      'standing-orders/:standing',
      'standing-orders/:standing/changes',
      'standing-orders/:standing/runs/:run',
    ],
    inBracketsBut: /^(Marta Lorenz$|House Espresso, |Barista oat drink, |Cleaning tablets, |ESP-1K$|\w{4}-\w{5}$)/,
  },
  {
    ...{ who: 'a company’s admin', door: 'companyAdmin', pages: pagesOf('routes/company/layout.tsx') },
    unreached: ['company/purchase-orders/:id/edit', 'company/quotes/:quote/versions'],
  },
  {
    ...{ who: 'the sales manager', door: 'manager', pages: pagesOf('routes/sales/layout.tsx') },
    unreached: [
      'sales/companies/:company/account/transfers',
      'sales/price-lists/:code/revisions/:n/entries',
      'sales/price-lists/:code/revisions/:n/rejections',
      'sales/price-lists/:code/revisions/:n/submission',
      'sales/quotes/:quote/versions',
    ],
  },
  {
    ...{ who: 'the store’s admin', door: 'storeAdmin', pages: pagesOf('routes/admin/layout.tsx') },
    unreached: [
      'admin/orders/:number/cancellation',
      'admin/orders/:number/fulfilments',
      'admin/orders/:number/refunds',
      'admin/products/:handle/changes',
      'admin/products/:handle/pictures',
      'admin/reviews/:review/answer',
      'admin/reviews/:review/decline',
      'admin/webhooks/:endpoint',
    ],
  },
];

// A trace of so many pages costs more than it tells: each fault names its address.
test.use({ ...phone, locale: 'en-GB', trace: 'off' });
test.describe.configure({ mode: 'parallel' });

const patternOf = (path: string) =>
  new RegExp(`^/${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+').replace('*', '.+')}$`);
const bare = (address: string) => address.replace(/^\/xb(?=\/|\?|$)/, '') || '/';

/** The addresses on this page, without language. */
const linksOn = async (page: Page): Promise<string[]> =>
  (await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))).map(
    (href) => bare(href.split('#')[0] ?? ''),
  );

async function faultsOf(page: Page, said: RegExp | undefined): Promise<string[]> {
  const words = said ? (await untranslated(page)).filter((text) => !said.test(text)) : [];
  const wide = await tooWide(page);
  return [
    ...(await inaccessible(page)),
    ...words.map((text) => `not translated: ${text.slice(0, 80)}`),
    ...(wide > 0 ? [`sticks out by ${wide} px`] : []),
  ];
}

/** The store's own people have the most pages: theirs are walked at full size alone. */
const isLong = process.env.LONG === '1';
const walked = isLong ? walks : walks.filter(({ door }) => door !== 'manager' && door !== 'storeAdmin');

for (const { who, door, pages, from = [], unreached = [], inBracketsBut } of walked)
  test(`${who} finds every page whole: readable to all, in words of the catalogue, nothing sticking out of a phone`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    if (door) {
      await page.goto('/xb/dev');
      await page.locator(`form[action$="/dev/doors/${door}"] button`).first().click();
      await page.waitForURL((url) => !url.pathname.includes('/dev'));
    } else {
      await page.goto('/products/house-espresso');
      await page.getByRole('button', { name: 'Add to cart' }).first().click();
      await page.waitForURL(/\/cart$/);
    }
    const left = new Map(pages.filter((path) => !elsewhere.test(path)).map((path) => [path, patternOf(path)]));
    const known = new Set([
      ...from,
      ...[...left.keys()].filter((path) => !onlyFromLinks.test(path)).map((path) => `/${path}`),
    ]);
    const faults: string[] = [];
    let looked = 0;
    for (const address of known) {
      const pathname = address.split('?')[0] ?? '';
      const [path] = [...left].find(([, pattern]) => pattern.test(pathname)) ?? [];
      if (path === undefined && !from.includes(address)) continue;
      if (path !== undefined) left.delete(path);
      const answer = await page.goto(`/xb${address === '/' ? '' : address}`);
      if ((answer?.status() ?? 500) >= 400) faults.push(`${address} answers ${answer?.status()}`);
      for (const link of await linksOn(page)) known.add(link);
      // it led elsewhere, where one has been
      if (bare(new URL(page.url()).pathname) !== pathname) continue;
      looked += 1;
      faults.push(...(await faultsOf(page, inBracketsBut)).map((fault) => `${address} ${fault}`));
    }
    expect(looked).toBeGreaterThan(pages.length / 4);
    expect(faults).toEqual([]);
    expect([...left.keys()].filter((path) => !unreached.includes(path))).toEqual([]);
  });
