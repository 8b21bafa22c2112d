import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { companyKeyScope, salesScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import { printDocument } from '#app/documents/print-document.server.ts';
import { quoteDocument } from '#app/documents/quote.server.ts';
import { judgeDueDocuments } from '#app/use-cases/approvals/judge-documents.server.ts';
import { changeSettings } from '#app/use-cases/settings/change-settings.server.ts';
import { noteOnQuote } from '#app/use-cases/quotes/note-on-quote.server.ts';
import { readQuote } from '#app/use-cases/quotes/read-quote.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { readAllVersions } from '#db/queries/quote-versions.server.ts';
import { readQuoteOrders } from '#db/queries/quote-orders.server.ts';
import { findSellerQuote, listSellerQuotes } from '#db/queries/quotes.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';
import { approvalDecisions } from '#db/schema/approvals.ts';
import { events, outboxEmails } from '#db/schema/jobs.ts';
import { orders } from '#db/schema/orders.ts';
import { purchaseOrderLines, purchaseOrderRevisions, purchaseOrders } from '#db/schema/purchase-orders.ts';
import { quoteLineFacts, quotes } from '#db/schema/quotes.ts';
import { apiClient } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pdfPages } from '#tests/support/pdf-text.ts';
import {
  type Answer,
  type Begun,
  type Seller,
  type Sheet,
  type Step,
  aStep,
  begin,
  isFinished,
  told,
} from '#tests/support/quote-model.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

/** Both sides act on one quote, at random and at the same moment. After every step the quote stands as the state table
 *  says it may, in some order of what happened at once, and none of the things that must never be has become true. */
const isLong = process.env.LONG === '1';
const seeds = isLong ? [6, 7, 8] : [6];
const stories = isLong ? 60 : 12;
const longest = isLong ? 40 : 18;

const began = new Date('2027-01-15T09:00:00.000Z');
const minute = 60_000;
const { db } = await testDatabase({ connections: 8 });
const world = await quoteWorld(db, began.toISOString());
const costs = ['9.1337', '3.0773'];
const secret = 'SECRET-AMONG-SELLERS';
const slugs = { owned: 'harbour-hotels', asked: 'asked-hotels', free: 'free-hotels' } as const;
const email = { ...people } as Record<string, string>;

const idOf = async (address: string) => (await findPersonByEmail(db, { email: address }))?.id ?? '';

await world.api('PUT', '/products/house-espresso', {
  title: 'House Espresso',
  variants: [
    { sku: 'ESP-1K', options: { Size: '1 kg' }, cost: { EUR: costs[0] } },
    { sku: 'ESP-250', options: { Size: '250 g' }, cost: { EUR: costs[1] } },
  ],
});
for (const sku of ['ESP-1K', 'ESP-250']) await world.api('PUT', `/stock/${sku}`, { stock: '9000000' });
const plenty = { credit_limit: { amount: '900000000.00', currency: 'EUR' } };
await world.putCompany(slugs.owned, plenty);
await world.putCompany(slugs.free, { ...plenty, rep: null });
await world.putCompany(slugs.asked, {
  ...plenty,
  approval_rules: [
    {
      name: 'Always',
      unit: 'hq',
      when: { amount_over: { amount: '1.00', currency: 'EUR' } },
      levels: [{ groups: [{ of: { role: 'approver' }, k: 1 }], deadline_hours: 720 }],
    },
  ],
});
const staff = Object.fromEntries(
  await Promise.all((['rep', 'rep2', 'manager'] as const).map(async (who) => [await idOf(people[who]), who] as const)),
) as Record<string, Seller>;
const idOfSeller = (who: Seller) => Object.keys(staff).find((id) => staff[id] === who) ?? '';
const actorOf = (who: Seller) => {
  const person = personId(idOfSeller(who));
  const roles = [who === 'manager' ? ('manager' as const) : ('rep' as const)];
  return { person, via: 'test', member: null, standsInFor: null, staff: { person, roles } };
};
// The desk never closes here: five minutes are five minutes.
const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
await changeSettings(world.deps, {
  actor: actorOf('manager'),
  kind: 'opening_hours',
  base: (await readSettings(db, { kind: 'opening_hours' })).number,
  part: () => null,
  change: (hours) => ({ ...hours, week, calendar: 'none' }),
});
const companies = Object.fromEntries(
  await Promise.all(Object.values(slugs).map(async (slug) => [slug, await apiClient(world.deps, slug)] as const)),
);

let now = 0;
let listPrice = 1800;
const instant = (at: number) => new Date(began.getTime() + at * minute);
const minutesOf = (at: Date | null) => at && (at.getTime() - began.getTime()) / minute;
const go = async (after: number, price: number) => {
  now += after;
  world.moveTo(instant(now).toISOString());
  if (price === listPrice) return;
  listPrice = price;
  await world.setPrices((price / 100).toFixed(2), instant(now).toISOString());
};

type Story = {
  id: string;
  sheet: Sheet;
  /** Unit prices of the versions, each unlike any other of the story. */
  prices: string[];
  /** What a turn was answered with, once and for ever. */
  answers: Map<number, string>;
  everHeld: Set<Seller>;
  seenVersions: Map<number, string>;
  expired: boolean;
};

const orderOfTurn = async (id: string, turn: number) =>
  (await readQuoteOrders(db, { quoteId: id })).find((each) => each.turn === turn)?.purchaseOrderId;

/** Does it as it would come over the wire. */
async function doIt(story: Story, act: Begun, mark: number): Promise<Answer> {
  const { id } = story;
  const as = 'as' in act ? email[act.as] : '';
  const { version } = act;
  const until = (days: number) => instant(now + days * 24 * 60).toISOString();
  const call = async (noun: string, body: object) => {
    const reply = await world.act(id, noun, body);
    expect(reply.status, JSON.stringify([act, reply.body])).toBeLessThan(500);
    return reply;
  };
  switch (act.act) {
    case 'offer': {
      const price = `${(act.price / 100).toFixed(2)}${String(mark).padStart(2, '0')}`;
      const template = act.times > 1 ? { template: { times: act.times, until: until(3) } } : {};
      const lines = world.offerLines(price);
      return answerTo(await call('offers', { as, valid_until: until(act.days), lines, ...template }));
    }
    case 'approve':
      return answerTo(await call('approvals', { as, version }));
    case 'return':
      return answerTo(await call('returns', { as, version, reason: `${secret}: too low` }));
    case 'counter':
      return answerTo(await call('counters', { as, version, lines: [{ sku: 'ESP-1K', unit_price: '13.00' }] }));
    case 'decline':
      return answerTo(await call('decline', { as, version, reason: 'Too dear' }));
    case 'accept': {
      const reply = await call('acceptance', { as, version, ...(act.turn !== null && { turn: act.turn }) });
      if (reply.status < 300 && act.turn !== null) {
        const before = story.answers.get(act.turn);
        const said = JSON.stringify(reply.body);
        if (before !== undefined) expect(said).toBe(before);
        story.answers.set(act.turn, said);
      }
      return answerTo(reply);
    }
    case 'withdraw':
      return answerTo(await call('withdrawal', { as, reason: 'Not now' }));
    case 'reject':
      return answerTo(await call('rejection', { as, reason: 'Not made any more' }));
    case 'extend':
      return answerTo(await call('extensions', { as, valid_until: until(act.days) }));
    case 'comment':
      return answerTo(await call('comments', { as, body: 'Please look' }));
    case 'note': {
      const isStaff = act.as === 'rep' || act.as === 'rep2' || act.as === 'manager';
      if (!isStaff) return 'refused';
      const done = await noteOnQuote(world.deps, { actor: actorOf(act.as as Seller), id, line: null, body: secret });
      return done.ok ? 'done' : 'refused';
    }
    case 'approve_order':
    case 'reject_order': {
      const order = act.turn === null ? undefined : await orderOfTurn(id, act.turn);
      if (!order) return 'refused';
      const noun = act.act === 'approve_order' ? 'approvals' : 'rejections';
      const body = { as: people.approver, revision: 1, ...(act.act === 'reject_order' && { reason: 'No' }) };
      return answerTo(await world.api('POST', `/purchase-orders/${order}/${noun}`, body));
    }
    case 'sweep':
      await Promise.all([world.sweep(), judgeDueDocuments(world.deps)]);
      return 'done';
  }
}
const answerTo = ({ status, body }: { status: number; body: { code?: string } }): Answer => {
  codes.push(body.code ?? String(status));
  return status < 300 ? 'done' : 'refused';
};
/** What was answered last, for whoever reads why a story failed. */
let codes: string[] = [];

/** How it stands in the database, on a sheet of the same kind. */
async function observed(story: Story): Promise<Sheet> {
  const [row] = await db.select().from(quotes).where(eq(quotes.id, story.id));
  const versions = await readAllVersions(db, { quoteId: story.id });
  const turns = await readQuoteOrders(db, { quoteId: story.id });
  if (!row) throw new Error('it is gone');
  const ended = ['rejected', 'cancelled', 'expired'];
  return {
    company: story.sheet.company,
    status: row.status as Sheet['status'],
    versions: versions.map((version) => ({
      by: staff[version.madeBy] as Seller,
      price: Math.floor(Number(version.lines[0]?.unitPrice) * 100 + 1e-6),
      validUntil: minutesOf(version.validUntil) ?? 0,
      template: version.templateUntil && {
        times: version.templateTimes ?? 0,
        until: minutesOf(version.templateUntil) ?? 0,
      },
    })),
    shown: row.offeredVersion,
    askedAt: row.status === 'awaiting_approval' ? minutesOf(versions.at(-1)?.createdAt ?? null) : null,
    holder: row.holderId ? (staff[row.holderId] ?? null) : null,
    answerBy: row.status === 'requested' ? minutesOf(row.answerDueAt) : null,
    heldBy: row.passedOn.map((id) => staff[id] as Seller),
    turns: turns.map(({ status }) =>
      ended.includes(status) ? 'ended' : status === 'awaiting_approval' ? 'asked' : 'ordered',
    ),
  };
}
/** What is compared: a clock that no longer counts is nobody's. */
const compared = (sheet: Sheet) => ({
  ...sheet,
  answerBy: sheet.status === 'requested' ? sheet.answerBy : null,
  askedAt: sheet.status === 'awaiting_approval' ? sheet.askedAt : null,
});

const inEveryOrder = <T>(items: readonly T[]): T[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, at) => inEveryOrder(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

/** Some order of what was done at once explains what everybody was answered and how it stands now. */
function explained(story: Story, acts: readonly Begun[], answers: readonly Answer[], stands: Sheet) {
  const moment = { now, listPrice };
  const tried = inEveryOrder(acts.map((act, index) => ({ act, index }))).map((order) => {
    let sheet = story.sheet;
    const said: Answer[] = [];
    for (const { act, index } of order) {
      const next = told(sheet, act, moment);
      said[index] = next.answer;
      ({ sheet } = next);
    }
    return { said, sheet: compared(sheet) };
  });
  const found = tried.find(
    ({ said, sheet }) => isDeepStrictEqual(said, answers) && isDeepStrictEqual(sheet, compared(stands)),
  );
  expect(
    found,
    fc.stringify({ minute: now, codes, before: story.sheet, acts, answers, now: compared(stands), tried }),
  ).toBeDefined();
}

async function nothingThatMustNeverBe(story: Story, isPrinted: boolean) {
  const { id, sheet } = story;
  const slug = slugs[sheet.company];
  const [row] = await db.select().from(quotes).where(eq(quotes.id, id));
  const versions = await readAllVersions(db, { quoteId: id });
  const released = versions.filter(({ releasedAt }) => releasedAt !== null);
  if (!row) throw new Error('it is gone');

  // A version changes after it was written.
  for (const version of versions) {
    const said = fc.stringify({ ...version, releasedAt: null });
    expect(story.seenVersions.get(version.version) ?? said).toBe(said);
    story.seenVersions.set(version.version, said);
  }

  // A price accepted that is not the one shown; more orders than the quote allows; one after its time.
  const placed = await db.select().from(purchaseOrders).where(eq(purchaseOrders.quoteId, id));
  const accepted = versions.find(({ version }) => version === row.acceptedVersion);
  if (placed.length > 0) expect(accepted?.releasedAt).toBeInstanceOf(Date);
  for (const order of placed) {
    const lines = await db
      .select()
      .from(purchaseOrderLines)
      .where(and(eq(purchaseOrderLines.purchaseOrderId, order.id), eq(purchaseOrderLines.revision, order.revision)));
    const [revision] = await db
      .select()
      .from(purchaseOrderRevisions)
      .where(eq(purchaseOrderRevisions.purchaseOrderId, order.id));
    const money = ({ sku, quantity, unitPrice, lineTotalMinor }: (typeof lines)[number]) =>
      fc.stringify([sku, quantity, unitPrice, lineTotalMinor]);
    expect(lines.map(money).toSorted()).toEqual(accepted?.lines.map((line) => money(line as never)).toSorted());
    expect(revision).toMatchObject({ totalMinor: accepted?.totalMinor, freightMinor: accepted?.freightMinor });
    const end = order.quoteTurn === 1 ? accepted?.validUntil : accepted?.templateUntil;
    expect(order.createdAt.getTime()).toBeLessThan(end?.getTime() ?? 0);
  }
  const most = accepted?.templateTimes ?? 1;
  expect(
    placed.filter(({ status }) => !['rejected', 'cancelled', 'expired'].includes(status)).length,
  ).toBeLessThanOrEqual(most);
  expect(await db.$count(orders, eq(orders.quoteId, id))).toBeLessThanOrEqual(most);

  // An expired version revived.
  story.expired ||= row.status === 'expired';
  if (story.expired) expect([row.status, placed.length]).toEqual(['expired', 0]);

  // An offer above the limits before its buyer without a manager.
  const beyond = await db
    .select({ version: quoteLineFacts.version })
    .from(quoteLineFacts)
    .where(and(eq(quoteLineFacts.quoteId, id), eq(quoteLineFacts.isBeyondLimit, true)));
  const approved = await db
    .select({ revision: approvalDecisions.revision, by: approvalDecisions.byPersonId })
    .from(approvalDecisions)
    .where(and(eq(approvalDecisions.documentId, id), eq(approvalDecisions.verdict, 'approved')));
  for (const { version } of released)
    if (beyond.some((each) => each.version === version))
      expect(approved.map(({ revision, by }) => [revision, staff[by]])).toContainEqual([version, 'manager']);

  // Costs, notes and unreleased prices in a buyer's hands: over the API, on paper, in mails, in what endpoints are told.
  const hidden = [
    secret,
    ...costs,
    ...versions.filter(({ releasedAt }) => !releasedAt).map((v) => trimmed(v.lines[0]?.unitPrice)),
  ];
  const key = companies[slug];
  const quoteSeen = await key?.('GET', `/quotes/${id}`);
  expect(quoteSeen?.status).toBe(200);
  const buyers = Object.entries(people).flatMap(([who, address]) =>
    who in { rep: 1, rep2: 1, manager: 1 } ? [] : [address],
  );
  const mails = await db
    .select()
    .from(outboxEmails)
    .where(inArray(outboxEmails.recipient, [...buyers, 'admin@harbour.example']));
  const heard_ = await db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, id), isNotNull(events.companyId)));
  const read = [
    quoteSeen?.body,
    ...(await Promise.all(placed.map(async (order) => (await key?.('GET', `/purchase-orders/${order.id}`))?.body))),
    mails.filter(({ key: name }) => name.includes(id)),
    heard_,
  ];
  const text = fc.stringify(read);
  for (const word of hidden) expect(text).not.toContain(word);
  if (isPrinted) {
    const person = await findPersonByEmail(db, { email: people.buyer });
    const member = await findMember(db, { companyId: row.companyId, personId: person?.id ?? '' });
    if (!member) throw new Error('nobody');
    const seen = await readQuote(world.deps, {
      scope: companyKeyScope(member.member.company, member.member.units),
      id,
    });
    expect(seen?.versions.length).toBe(released.length);
    const last = seen?.versions.at(-1);
    if (seen && last) {
      const document = quoteDocument({ quote: seen.quote, version: last, locale: 'en', seller: [] });
      const paper = pdfPages(await printDocument(document)).join('\n');
      expect(paper).toContain(trimmed(last.lines[0]?.unitPrice));
      for (const word of hidden) expect(paper).not.toContain(word);
    }
  }

  // A rep who sees or hears of another's.
  const other = { scope: salesScope(actorOf('rep2').staff), person: idOfSeller('rep2') };
  const maySee = sheet.company === 'free' || sheet.holder === 'rep2';
  expect((await findSellerQuote(db, { seller: other, id })) !== null).toBe(maySee);
  const listed = await listSellerQuotes(db, { seller: other, limit: 1_000 });
  expect(listed.some((each) => each.id === id)).toBe(maySee);
  if (sheet.company !== 'free' && !story.everHeld.has('rep2')) {
    const heard = await db
      .select({ key: outboxEmails.key })
      .from(outboxEmails)
      .where(eq(outboxEmails.recipient, people.rep2));
    expect(heard.filter(({ key: name }) => name.includes(id))).toEqual([]);
  }
}
const trimmed = (stored: string | undefined) => (stored ?? '').replace(/0+$/, '');

async function aStory(p: { company: Sheet['company']; steps: readonly Step[]; index: number }) {
  const slug = slugs[p.company];
  await go(1, 1800);
  const id = await world.requested({ company: slug });
  const holder = p.company === 'free' ? null : ('rep' as const);
  const story: Story = {
    id,
    sheet: {
      company: p.company,
      ...{ status: 'requested', versions: [], shown: null, askedAt: null, turns: [] },
      ...{ holder, heldBy: holder ? [holder] : [], answerBy: now + 5 },
    },
    prices: [],
    answers: new Map(),
    everHeld: new Set(holder ? [holder] : []),
    seenVersions: new Map(),
    expired: false,
  };
  let mark = 0;
  for (const { after, listPrice: price, acts } of p.steps) {
    await go(after, price);
    const begun = acts.map((act) => begin(story.sheet, act));
    codes = [];
    const answers = await Promise.all(begun.map((act) => doIt(story, act, (mark += 1) % 100)));
    const sheet = await observed(story);
    explained(story, begun, answers, sheet);
    story.sheet = sheet;
    if (sheet.holder) story.everHeld.add(sheet.holder);
    for (const held of sheet.heldBy) story.everHeld.add(held);
    await nothingThatMustNeverBe(story, false);
    if (isFinished(sheet) && mark > 12) break;
  }
  await nothingThatMustNeverBe(story, p.index % 8 === 0);
  return story;
}

describe('both sides at random and at once', () => {
  test.each(seeds)(
    `nothing that must never be ever is, over ${stories} stories (seed %i)`,
    async (seed) => {
      const drawn = fc.sample(
        fc.record({
          company: fc.constantFrom<Sheet['company']>('owned', 'owned', 'asked', 'free'),
          steps: fc.array(aStep, { minLength: longest, maxLength: longest, size: 'max' }),
        }),
        { numRuns: stories, seed },
      );
      const ends: Record<string, number> = {};
      for (const [index, { company, steps }] of drawn.entries()) {
        const { sheet } = await aStory({ company, steps, index });
        ends[sheet.status] = (ends[sheet.status] ?? 0) + 1;
      }
      // A model that never gets anywhere proves nothing.
      if (isLong) expect(Object.keys(ends).length).toBeGreaterThan(3);
      expect(ends.accepted).toBeGreaterThan(0);
    },
    isLong ? 1_800_000 : 120_000,
  );
});
