import * as z from 'zod';
import { companyRoles } from '#app/domain/access/roles.ts';
import { documentKinds } from '#app/domain/approvals/rules.ts';
import { localeCodes } from '#app/domain/i18n/locales.ts';
import { budgetPeriods } from '#app/domain/purchase-orders/budget.ts';
import { parseTerms } from '#app/domain/purchase-orders/terms.ts';
import { amountShape, currencyShape, emailShape, instantShape, slugShape } from '../shapes';

const name = () => z.string().trim().min(1).max(200);
const oneOrMore = <T extends z.ZodType>(shape: T) => z.union([shape, z.array(shape).min(1).max(100)]);

const timeZoneShape = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'is an IANA time zone such as Europe/Berlin');

export const addressShape = z
  .strictObject({
    country: z.string().regex(/^[A-Z]{2}$/, 'is an ISO 3166 country code'),
    postal_code: z.string().trim().max(20).default(''),
    city: name(),
    address: name(),
    address2: z.string().trim().max(200).optional(),
    region: z.string().trim().max(100).optional(),
    name: z.string().trim().max(200).optional(),
    company: z.string().trim().max(200).optional(),
    phone: z.string().trim().max(40).optional(),
  })
  .meta({ id: 'Address' });

const unitShape = z.strictObject({
  slug: slugShape,
  name: name().optional(),
  parent: slugShape.nullable().optional(),
  address: addressShape.nullable().optional(),
});

const memberShape = z
  .strictObject({
    email: emailShape,
    name: z.string().trim().max(200).optional(),
    unit: slugShape.optional(),
    roles: z.array(z.enum(companyRoles)).max(companyRoles.length),
    manager: emailShape.nullable().optional(),
    spending_limit: amountShape.nullable().optional(),
  })
  .describe('Named once for each unit in which roles are held; without a unit, in the topmost one');

const costCentreShape = z.strictObject({
  code: z.string().trim().min(1).max(50),
  name: z.string().trim().max(200).optional(),
  owner: emailShape.nullable().optional(),
  budget: z
    .strictObject({ ...amountShape.shape, period: z.enum(budgetPeriods) })
    .nullable()
    .optional(),
});

export const approverShape = z.union([
  z.strictObject({ people: z.array(emailShape).min(1).max(200) }),
  z.strictObject({ role: z.enum(companyRoles) }),
  z.strictObject({ manager_of_requester: z.literal(true) }),
  z.strictObject({ cost_centre_owner: z.literal(true) }),
]);

export const approvalRuleShape = z
  .strictObject({
    name: name(),
    unit: slugShape.optional(),
    when: z
      .strictObject({
        amount_over: amountShape.optional(),
        category: oneOrMore(z.string().min(1).max(500)).optional(),
        cost_centre: oneOrMore(z.string().min(1).max(50)).optional(),
        requester: oneOrMore(emailShape).optional(),
        requester_role: oneOrMore(z.enum(companyRoles)).optional(),
        over_budget: z.boolean().optional(),
        off_contract: z.boolean().optional(),
        first_order_of_sku: z.boolean().optional(),
      })
      .default({}),
    levels: z
      .array(
        z.strictObject({
          groups: z
            .array(
              z.strictObject({
                of: oneOrMore(approverShape),
                k: z.union([z.int().min(1).max(1000), z.literal('all')]).default(1),
              }),
            )
            .min(1)
            .max(20),
          deadline_hours: z.number().positive().max(10_000).optional(),
          escalate_to: approverShape.optional(),
        }),
      )
      .min(1)
      .max(20),
  })
  .meta({ id: 'ApprovalRule' });
export type ApprovalRuleBody = z.output<typeof approvalRuleShape>;

const delegationShape = z
  .strictObject({
    from: emailShape,
    to: emailShape,
    kinds: z.array(z.enum(documentKinds)).min(1),
    starts_at: instantShape,
    ends_at: instantShape,
    ceiling: amountShape.nullable().optional(),
  })
  .refine(({ from, to }) => from !== to, 'nobody stands in for themselves')
  .refine(({ starts_at, ends_at }) => new Date(starts_at) < new Date(ends_at), 'ends after it starts');

/** PUT /companies/{slug}. A field left out keeps its value, or its default on the first PUT; a list that is given is the
 *  whole list: members, cost centres, rules and delegations it leaves out end. Units are never removed. */
export const companyBody = z
  .strictObject({
    name: name().optional(),
    currency: currencyShape.optional(),
    time_zone: timeZoneShape.optional(),
    language: z.enum(localeCodes).optional(),
    rep: emailShape.nullable().optional(),
    vat_number: z.string().trim().max(30).nullable().optional(),
    segments: z.array(z.string().trim().min(1).max(100)).max(100).optional(),
    terms: z
      .string()
      .refine((code) => parseTerms(code) !== null, 'is now, net7, net15, net30, net45, net60, net90 or on_fulfilment')
      .optional(),
    units: z.array(unitShape).max(5_000).optional(),
    members: z.array(memberShape).max(20_000).optional(),
    credit_limit: amountShape.nullable().optional(),
    credit_hold: z.string().trim().min(1).max(500).nullable().optional().describe('Why new submissions are held'),
    cost_centres: z.array(costCentreShape).max(5_000).optional(),
    approval_rules: z.array(approvalRuleShape).max(2_000).optional(),
    delegations: z.array(delegationShape).max(2_000).optional(),
  })
  .meta({ id: 'Company' });
export type CompanyBody = z.output<typeof companyBody>;
export type AddressBody = z.output<typeof addressShape>;
