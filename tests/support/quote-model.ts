import fc from 'fast-check';

/** A quote as somebody would keep it on a sheet of paper: written from the words of the state table, not from the code.
 *  Moments are counted in minutes. */
export type Sheet = {
  readonly company: 'owned' | 'asked' | 'free';
  readonly status:
    | 'requested'
    | 'in_work'
    | 'awaiting_approval'
    | 'offered'
    | 'countered'
    | 'accepted'
    | 'declined'
    | 'expired'
    | 'withdrawn'
    | 'rejected';
  readonly versions: readonly Version[];
  /** The newest the buyer was given. */
  readonly shown: number | null;
  /** Since when the manager is asked. */
  readonly askedAt: number | null;
  readonly holder: Seller | null;
  readonly answerBy: number | null;
  readonly heldBy: readonly Seller[];
  readonly turns: readonly ('asked' | 'ordered' | 'ended')[];
};
type Version = {
  readonly by: Seller;
  readonly price: number;
  readonly validUntil: number;
  readonly template: { readonly times: number; readonly until: number } | null;
};

export type Seller = 'rep' | 'rep2' | 'manager';
export type Who = Seller | 'buyer' | 'viewer' | 'stranger';

export type Act =
  | { readonly act: 'offer'; readonly as: Who; readonly price: number; readonly days: number; readonly times: number }
  | { readonly act: 'approve' | 'return'; readonly as: Who; readonly back: number }
  | { readonly act: 'counter' | 'decline'; readonly as: Who; readonly back: number }
  | { readonly act: 'accept'; readonly as: Who; readonly back: number; readonly click: 'first' | 'next' | 'shown' }
  | { readonly act: 'withdraw' | 'reject' | 'comment' | 'note'; readonly as: Who }
  | { readonly act: 'extend'; readonly as: Who; readonly days: number }
  | { readonly act: 'approve_order' | 'reject_order' }
  | { readonly act: 'sweep' };

/** What the world is like at this moment. */
export type Moment = { readonly now: number; readonly listPrice: number };
export type Answer = 'done' | 'refused';
/** An act with what its person saw when they began it: somebody else may be faster. */
export type Begun = Act & { readonly version: number; readonly turn: number | null };

export const begin = (sheet: Sheet, act: Act): Begun => {
  const back = 'back' in act ? act.back : 0;
  const next = sheet.turns.length + 1;
  const turn = act.act === 'accept' ? { first: 1, next: null, shown: next }[act.click] : sheet.turns.length;
  return { ...act, version: Math.max(1, sheet.versions.length - back), turn } as Begun;
};

const day = 24 * 60;
const sellers: readonly Who[] = ['rep', 'rep2', 'manager'];
const isOver = ({ status }: Sheet) => ['accepted', 'declined', 'expired', 'withdrawn', 'rejected'].includes(status);

const maySell = (sheet: Sheet, who: Who): who is Seller =>
  sellers.includes(who) && (who === 'manager' || sheet.company === 'free' || who === 'rep' || sheet.holder === who);
const mayBuy = (who: Who) => who === 'buyer';

/** A rep may give 15 % of what the buyer pays today; the manager anything. */
export const isBeyond = (by: Seller, price: number, listPrice: number) =>
  by !== 'manager' && price * 100 < listPrice * 85;

const newest = (sheet: Sheet) => sheet.versions.length;
const shownVersion = (sheet: Sheet) => (sheet.shown === null ? null : (sheet.versions[sheet.shown - 1] ?? null));

/** The manager, of the version they look at, within the three days in which anybody may answer. */
const isAsked = (sheet: Sheet, { as, version }: { as: Who; version: number }, at: Moment) =>
  as === 'manager' && sheet.status === 'awaiting_approval' && version === newest(sheet) && !isForgotten(sheet, at);
const isForgotten = ({ status, askedAt }: Sheet, at: Moment) =>
  status === 'awaiting_approval' && askedAt !== null && at.now >= askedAt + 3 * day;

/** What the state table says of one act. Nothing but the sheet and the moment is asked. */
export function told(sheet: Sheet, act: Begun, at: Moment): { answer: Answer; sheet: Sheet } {
  const refused = { answer: 'refused' as const, sheet };
  const done = (changes: Partial<Sheet>) => ({ answer: 'done' as const, sheet: { ...sheet, ...changes } });
  const stands = (version: number) => {
    const shown = shownVersion(sheet);
    return sheet.status === 'offered' && version === sheet.shown && shown !== null && at.now < shown.validUntil;
  };
  switch (act.act) {
    case 'comment':
      return act.as === 'stranger' || (sellers.includes(act.as) && !maySell(sheet, act.as)) ? refused : done({});
    case 'note':
      return maySell(sheet, act.as) ? done({}) : refused;
    case 'offer': {
      if (!maySell(sheet, act.as) || !['requested', 'in_work', 'countered'].includes(sheet.status)) return refused;
      const validUntil = at.now + act.days * day;
      const template = act.times > 1 ? { times: act.times, until: at.now + 3 * day } : null;
      if (act.days <= 0 || (template && template.until < validUntil)) return refused;
      const versions = [...sheet.versions, { by: act.as, price: act.price, validUntil, template }];
      const beyond = isBeyond(act.as, act.price, at.listPrice);
      const holder = beyond || sheet.status === 'requested' ? act.as : sheet.holder;
      return done({
        versions,
        ...(beyond ? { status: 'awaiting_approval' } : { status: 'offered', shown: versions.length }),
        holder,
        askedAt: at.now,
        answerBy: null,
      });
    }
    case 'approve':
      if (!isAsked(sheet, act, at)) return refused;
      return at.now < (sheet.versions.at(-1)?.validUntil ?? 0)
        ? done({ status: 'offered', shown: newest(sheet) })
        : refused;
    case 'return':
      return isAsked(sheet, act, at) ? done({ status: 'in_work' }) : refused;
    case 'counter':
      return mayBuy(act.as) && stands(act.version) ? done({ status: 'countered' }) : refused;
    case 'decline':
      return mayBuy(act.as) && stands(act.version) ? done({ status: 'declined' }) : refused;
    case 'accept': {
      if (!mayBuy(act.as)) return refused;
      const becomes = sheet.company === 'asked' ? 'asked' : 'ordered';
      if (sheet.status !== 'accepted')
        return stands(act.version) ? done({ status: 'accepted', turns: [becomes] }) : refused;
      if (act.version !== sheet.shown) return refused;
      const template = shownVersion(sheet)?.template;
      const turn = act.turn ?? sheet.turns.length + 1;
      if (!template || turn <= sheet.turns.length) return done({});
      if (turn > sheet.turns.length + 1) return refused;
      const standing = sheet.turns.filter((each) => each !== 'ended').length;
      if (standing >= template.times || at.now >= template.until) return refused;
      return done({ turns: [...sheet.turns, becomes] });
    }
    case 'withdraw':
      if (sheet.status === 'requested') return mayBuy(act.as) ? done({ status: 'withdrawn' }) : refused;
      return sheet.status === 'offered' && maySell(sheet, act.as) ? done({ status: 'withdrawn' }) : refused;
    case 'reject':
      return sheet.status === 'requested' && maySell(sheet, act.as) ? done({ status: 'rejected' }) : refused;
    case 'extend': {
      const shown = shownVersion(sheet);
      if (!maySell(sheet, act.as) || sheet.status !== 'offered' || !shown || at.now >= shown.validUntil) return refused;
      const validUntil = at.now + act.days * day;
      if (act.days <= 0 || (shown.template && shown.template.until < validUntil)) return refused;
      if (isBeyond(act.as, shown.price, at.listPrice)) return refused;
      const versions = [...sheet.versions, { ...shown, by: act.as, validUntil }];
      return done({ versions, shown: versions.length });
    }
    case 'approve_order':
    case 'reject_order': {
      const at = (act.turn ?? 0) - 1;
      if (sheet.turns[at] !== 'asked') return refused;
      return done({ turns: sheet.turns.with(at, act.act === 'approve_order' ? 'ordered' : 'ended') });
    }
    case 'sweep': {
      if (isForgotten(sheet, at)) return done({ status: 'in_work' });
      const shown = shownVersion(sheet);
      if (sheet.status === 'offered' && shown && at.now >= shown.validUntil) return done({ status: 'expired' });
      if (sheet.status !== 'requested' || sheet.answerBy === null || at.now < sheet.answerBy) return done({});
      const next = (['rep', 'rep2'] as const).find((each) => !sheet.heldBy.includes(each));
      const holder = next ?? 'manager';
      // Everything here happens on an open desk: five minutes are five minutes.
      return done({ holder, heldBy: [...sheet.heldBy, holder], answerBy: next ? at.now + 5 : null });
    }
  }
}

export const isFinished = (sheet: Sheet) =>
  isOver(sheet) && (sheet.status !== 'accepted' || !shownVersion(sheet)?.template);

const who = fc.constantFrom<Who>('buyer', 'buyer', 'buyer', 'rep', 'rep', 'rep2', 'manager', 'viewer', 'stranger');
const seller = fc.constantFrom<Who>('rep', 'rep', 'rep', 'manager', 'rep2', 'buyer');
const buyer = fc.constantFrom<Who>('buyer', 'buyer', 'buyer', 'buyer', 'viewer', 'stranger', 'rep');
const back = fc.constantFrom(0, 0, 0, 0, 1);

/** One act by anybody; what makes a story go on is drawn more often. */
export const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('offer' as const),
      as: seller,
      price: fc.integer({ min: 1400, max: 1750 }),
      days: fc.constantFrom(1, 1, 2, 2, 5, 0),
      times: fc.constantFrom(1, 1, 2, 3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('approve' as const),
      as: fc.constantFrom<Who>('manager', 'manager', 'manager', 'rep', 'rep2', 'buyer'),
      back,
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('return' as const), as: seller, back }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('counter' as const), as: buyer, back }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('accept' as const),
      as: buyer,
      back,
      click: fc.constantFrom('first' as const, 'next' as const, 'shown' as const, 'shown' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('decline' as const), as: buyer, back }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('withdraw' as const, 'reject' as const), as: who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('comment' as const, 'note' as const), as: who }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('extend' as const), as: seller, days: fc.constantFrom(1, 2, 5) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('approve_order' as const, 'reject_order' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('sweep' as const) }) },
);

/** A step: one, two or three acts at the same moment, after some time has passed. */
export type Step = { readonly after: number; readonly listPrice: number; readonly acts: readonly Act[] };
export const aStep: fc.Arbitrary<Step> = fc.record({
  after: fc.constantFrom(0, 1, 1, 5, 5, 60, day, 2 * day),
  listPrice: fc.constantFrom(1800, 1800, 1800, 2000),
  acts: fc.oneof(
    { weight: 3, arbitrary: fc.array(anAct, { minLength: 1, maxLength: 1 }) },
    { weight: 4, arbitrary: fc.array(anAct, { minLength: 2, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(anAct, { minLength: 3, maxLength: 3 }) },
    // The same click twice, from two tabs.
    { weight: 2, arbitrary: anAct.map((act) => [act, act]) },
  ),
});
