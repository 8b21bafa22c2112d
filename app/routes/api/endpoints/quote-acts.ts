import * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Verdict } from '#app/domain/approvals/decisions.ts';
import { type Outcome, refused } from '#app/domain/outcome.ts';
import { defaultValidityDays } from '#app/domain/quotes/quote-validity.ts';
import { type ApiAnswer, type ApiClient, answer, endpoint } from '#app/http/api/endpoint.ts';
import { quoteAnswer } from '#app/http/api/quote-answer.ts';
import {
  acceptanceBody,
  commentBody,
  counterBody,
  declineBody,
  extensionBody,
  offerBody,
  offerDecisionBody,
  reasonBody,
} from '#app/http/api/schemas/quotes.ts';
import { amountFromBody } from '#app/http/api/shapes.ts';
import { acceptQuote } from '#app/use-cases/quotes/accept-quote.server.ts';
import { declineQuote, rejectQuote, withdrawQuote } from '#app/use-cases/quotes/close-quote.server.ts';
import { commentOnQuote } from '#app/use-cases/quotes/comment-on-quote.server.ts';
import { counterOffer } from '#app/use-cases/quotes/counter-offer.server.ts';
import { decideOnOffer } from '#app/use-cases/quotes/decide-on-offer.server.ts';
import { extendQuote } from '#app/use-cases/quotes/extend-quote.server.ts';
import { offerQuote } from '#app/use-cases/quotes/offer-quote.server.ts';
import { askedOfQuote, shownQuote } from './quotes';

const versionAnswer = z.object({ id: z.string(), version: z.int(), status: z.string() });
const day = 86_400_000;

/** One act on one quote by whoever the key acts for. */
const act = <Body extends { as: string }>(p: {
  noun: string;
  summary: string;
  body: z.ZodType<Body>;
  answers: z.ZodType;
  status?: number;
  does: (deps: Deps, actor: Actor, id: string, body: Body) => Promise<Outcome<unknown, string>>;
  tells: (call: { deps: Deps; client: ApiClient; id: string; value: unknown }) => ReturnType<typeof shownQuote>;
}) =>
  endpoint({
    method: 'POST',
    path: `/quotes/{id}/${p.noun}`,
    who: 'key',
    summary: p.summary,
    body: p.body,
    answers: p.answers,
    ...(p.status && { status: p.status }),
    async handle({ deps, client, params, body }) {
      const id = params.id ?? '';
      const who = await askedOfQuote(deps, client, { id, as: body.as });
      if (!who.ok) return who;
      const done = await p.does(deps, who.value.actor, id, body);
      return done.ok ? p.tells({ deps, client, id, value: done.value }) : done;
    },
  });

const quoteShown =
  (status = 200) =>
  ({ deps, client, id }: { deps: Deps; client: ApiClient; id: string }) =>
    shownQuote(deps, client, id, status);

export const postOffer = act({
  noun: 'offers',
  summary: 'Takes a requested or countered quote into work and offers its next version',
  body: offerBody,
  answers: versionAnswer,
  status: 201,
  does: async (deps, actor, id, body) => {
    const freight = body.freight ? amountFromBody(body.freight) : null;
    if (body.freight && !freight) return refused('too_many_decimals');
    return offerQuote(deps, {
      actor,
      id,
      offer: {
        validUntil: body.valid_until
          ? new Date(body.valid_until)
          : new Date(deps.now().getTime() + defaultValidityDays * day),
        partAcceptance: body.part_acceptance,
        template: body.template ? { times: body.template.times, until: new Date(body.template.until) } : null,
        terms: body.terms ?? null,
        freight,
        message: body.message ?? '',
        lines: body.lines.map(({ unit_price: unitPrice, plan, modules, term, ...line }) => ({
          ...line,
          unitPrice,
          ...((plan || modules || term) && { configuration: { plan, modules, term } }),
        })),
      },
    });
  },
  tells: ({ id, value }): Promise<ApiAnswer> => Promise.resolve(answer({ id, ...(value as object) }, 201)),
});

export const postExtension = act({
  noun: 'extensions',
  summary: 'Offers the standing version again, until later',
  body: extensionBody,
  answers: quoteAnswer,
  status: 201,
  does: (deps, actor, id, body) =>
    extendQuote(deps, { actor, id, validUntil: new Date(body.valid_until), message: body.message ?? '' }),
  tells: quoteShown(201),
});

export const postCounter = act({
  noun: 'counters',
  summary: 'Answers the newest version with what the buyer would pay',
  body: counterBody,
  answers: quoteAnswer,
  status: 201,
  does: (deps, actor, id, body) =>
    counterOffer(deps, {
      actor,
      id,
      version: body.version,
      message: body.message ?? '',
      lines: body.lines.map(({ unit_price: unitPrice, date, ...line }) => ({ ...line, unitPrice, wantedOn: date })),
    }),
  tells: quoteShown(201),
});

export const postAcceptance = act({
  noun: 'acceptance',
  summary:
    'Accepts the newest version: it becomes an order, or a purchase order where rules ask somebody. Of an accepted template it makes the next order',
  body: acceptanceBody,
  answers: z.union([z.object({ order: z.string() }), z.object({ purchase_order: z.string() })]),
  does: (deps, actor, id, body) =>
    acceptQuote(deps, {
      actor,
      id,
      acceptance: {
        version: body.version,
        lines: body.lines ?? null,
        number: body.number ?? null,
        costCentre: body.cost_centre ?? null,
        turn: body.turn ?? null,
      },
    }),
  tells: ({ value }): Promise<ApiAnswer> => {
    const accepted = value as { kind: string; id: string };
    return Promise.resolve(answer({ [accepted.kind]: accepted.id }));
  },
});

export const postDecline = act({
  noun: 'decline',
  summary: 'The buyer says no to the newest version',
  body: declineBody,
  answers: quoteAnswer,
  does: (deps, actor, id, body) => declineQuote(deps, { actor, id, version: body.version, reason: body.reason ?? '' }),
  tells: quoteShown(),
});

export const postWithdrawal = act({
  noun: 'withdrawal',
  summary: 'The buyer takes back the request, or the seller the offer',
  body: reasonBody,
  answers: quoteAnswer,
  does: (deps, actor, id, body) => withdrawQuote(deps, { actor, id, reason: body.reason ?? '' }),
  tells: quoteShown(),
});

export const postQuoteRejection = act({
  noun: 'rejection',
  summary: 'The seller makes no offer',
  body: reasonBody,
  answers: quoteAnswer,
  does: (deps, actor, id, body) => rejectQuote(deps, { actor, id, reason: body.reason ?? '' }),
  tells: quoteShown(),
});

const decision = (noun: string, verdict: Verdict, summary: string) =>
  act({
    noun,
    summary,
    body: offerDecisionBody,
    answers: quoteAnswer,
    does: async (deps, actor, id, body) => {
      const revision = body.version ?? body.revision;
      if (revision === undefined) return refused('invalid');
      const { person, via } = actor;
      return decideOnOffer(deps, { id, actor: person, via, for: null, revision, verdict, reason: body.reason ?? null });
    },
    tells: quoteShown(),
  });

export const postQuoteComment = act({
  noun: 'comments',
  summary: 'Says something both sides read, about the quote or one of its lines',
  body: commentBody,
  answers: quoteAnswer,
  status: 201,
  does: (deps, actor, id, body) => commentOnQuote(deps, { actor, id, line: body.line ?? null, body: body.body }),
  tells: quoteShown(201),
});

export const quoteActEndpoints = [
  postOffer,
  postExtension,
  postCounter,
  postAcceptance,
  postDecline,
  postWithdrawal,
  postQuoteRejection,
  decision('approvals', 'approved', 'A manager lets a version beyond its seller’s limit go out'),
  decision('returns', 'changes_requested', 'A manager gives a version back to its seller'),
  postQuoteComment,
];
