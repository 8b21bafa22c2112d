import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { verdicts } from '#app/domain/approvals/decisions.ts';
import { documentKinds } from '#app/domain/approvals/rules.ts';
import type { Stored } from '#app/domain/approvals/stored-policy.ts';
import { companies } from './companies';
import { persons } from './identity';
import { id, instant, isOneOf, minorUnits, oneOf } from './columns';

export const approvalCaseStates = ['awaiting_approval', 'blocked', 'approved', 'closed'] as const;

/** One revision of any document under approval, with the rules as they were when it was submitted. */
export const approvalCases = pgTable(
  'approval_cases',
  {
    id: id(),
    kind: oneOf(documentKinds).notNull(),
    documentId: uuid().notNull(),
    revision: integer().notNull(),
    /** Null: a document of the store's own, decided on by its staff. */
    companyId: uuid().references(() => companies.id),
    state: oneOf(approvalCaseStates).notNull(),
    /** What the rules look at in this revision. */
    facts: jsonb().$type<Stored>().notNull(),
    policy: jsonb().$type<Stored>().notNull(),
    openings: jsonb().$type<Stored>().notNull(),
    /** Every rule that was looked at and what came of it: why nobody was asked, when nobody was. */
    lookedAt: jsonb().$type<Stored>().notNull(),
    submittedAt: instant().notNull(),
    blockedSince: instant(),
    /** When something happens by itself next: a reminder, an escalation, expiry, a delegation that begins or ends. */
    dueAt: instant(),
    /** Up to which moment reminders were sent. */
    remindedUntil: instant(),
    closedAt: instant(),
  },
  (t) => [
    isOneOf('approval_case_kind', t.kind, documentKinds),
    isOneOf('approval_case_state', t.state, approvalCaseStates),
    uniqueIndex('one_approval_case_per_revision').on(t.documentId, t.revision),
    index('approval_cases_due')
      .on(t.dueAt)
      .where(sql`${t.state} in ('awaiting_approval', 'blocked')`),
    index('open_approval_cases_of_company')
      .on(t.companyId)
      .where(sql`${t.state} in ('awaiting_approval', 'blocked')`),
  ],
);

/** What one human said about one revision; append-only. */
export const approvalDecisions = pgTable(
  'approval_decisions',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => approvalCases.id),
    documentId: uuid().notNull(),
    revision: integer().notNull(),
    byPersonId: uuid()
      .notNull()
      .references(() => persons.id),
    /** The delegator they decided for; null = in their own right. */
    forPersonId: uuid().references(() => persons.id),
    verdict: oneOf(verdicts).notNull(),
    reason: text(),
    /** The key or page it came through. */
    via: text().notNull(),
    /** The groups it was given in. */
    serves: jsonb().$type<Stored>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    isOneOf('approval_verdict', t.verdict, verdicts),
    uniqueIndex('one_decision_per_approver').on(
      t.documentId,
      t.revision,
      t.byPersonId,
      sql`coalesce(${t.forPersonId}, '00000000-0000-0000-0000-000000000000')`,
    ),
    index('decisions_of_case').on(t.caseId),
  ],
);

/** Whom a case waits for, as of the last time it was judged: what an inbox reads. Whether they may is asked again. */
export const approvalWaits = pgTable(
  'approval_waits',
  {
    caseId: uuid()
      .notNull()
      .references(() => approvalCases.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    since: instant().notNull(),
    /** Set once they were written to about it. */
    toldAt: instant(),
    remindedAt: instant(),
  },
  (t) => [
    primaryKey({ name: 'one_wait_per_case_and_person', columns: [t.caseId, t.personId] }),
    index('waits_of_person').on(t.personId, t.since),
  ],
);

/** How often an approver was written to within the hour, so that twenty documents are not twenty mails. */
export const approverMailPace = pgTable(
  'approver_mail_pace',
  {
    personId: uuid()
      .primaryKey()
      .references(() => persons.id, { onDelete: 'cascade' }),
    /** Mails are counted by the hour that began with the first of them. */
    hourBeganAt: instant().notNull(),
    sent: integer().notNull(),
    /** When what has gathered since is due; null while nothing waits. */
    dueAt: instant(),
  },
  (t) => [index('approver_mails_due').on(t.dueAt)],
);

/** Who did what to a document, chained: append-only by trigger, verified by `shop trail verify`. Names people by id. */
export const trailEntries = pgTable(
  'trail_entries',
  {
    documentId: uuid().notNull(),
    number: integer().notNull(),
    at: instant().notNull(),
    event: text().notNull(),
    facts: jsonb().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ name: 'one_trail_entry_per_number', columns: [t.documentId, t.number] })],
);

/** The head of each trail, so that entries cut off at the end are missed too. Its row is the lock of the chain. */
export const trailHeads = pgTable('trail_heads', {
  documentId: uuid().primaryKey(),
  number: integer().notNull(),
  hash: text().notNull(),
});

/** What a company owes and has promised. Changed only together with a row of the ledger, checked and taken in one statement. */
export const creditAccounts = pgTable('credit_accounts', {
  companyId: uuid()
    .primaryKey()
    .references(() => companies.id),
  openMinor: minorUnits()
    .notNull()
    .default(sql`0`),
  reservedMinor: minorUnits()
    .notNull()
    .default(sql`0`),
});
