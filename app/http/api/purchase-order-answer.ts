import * as z from 'zod';
import { currencyDecimals } from '#app/domain/money/currencies.ts';
import { money } from '#app/domain/money/money.ts';
import { purchaseOrderStatuses } from '#app/domain/purchase-orders/lifecycle.ts';
import type { PurchaseOrderSeen } from '#app/use-cases/purchase-orders/read-purchase-order.server.ts';
import { amountBody, amountShape, decimalBody } from './shapes';

export const purchaseOrderAnswer = z
  .object({
    id: z.string(),
    number: z.string(),
    company: z.string(),
    unit: z.string(),
    status: z.enum(purchaseOrderStatuses),
    revision: z.int(),
    cost_centre: z.string().nullable(),
    terms: z.string(),
    total: amountShape,
    freight: amountShape,
    tax: amountShape,
    payable: amountShape,
    over_budget: amountShape,
    order: z.string().nullable(),
    lines: z.array(z.record(z.string(), z.unknown())),
    waiting_for: z.array(
      z.object({
        rule: z.string(),
        level: z.int(),
        needed: z.int(),
        people: z.array(z.string()),
        since: z.string(),
      }),
    ),
    decisions: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'PurchaseOrder' });

/** Who was deleted is named by id alone. */
export function purchaseOrderBody({ order, lines, decisions, progress, people }: PurchaseOrderSeen) {
  const amount = (minor: bigint) => amountBody(money(minor, order.currency));
  const named = (id: string) => people.get(id)?.email ?? id;
  return {
    id: order.id,
    number: order.number,
    company: order.company.slug,
    unit: order.unit.slug,
    status: order.status,
    revision: order.revision,
    requested_by: order.requesters.map(named),
    cost_centre: order.costCentre,
    terms: order.terms,
    notes: order.notes,
    delivery_on: order.deliveryOn,
    failure: order.failureCode,
    total: amount(order.totalMinor),
    freight: amount(order.freightMinor),
    tax: amount(order.taxMinor),
    payable: amount(order.payableMinor),
    over_budget: amountBody(money(order.overBudgetMinor, order.company.currency)),
    order: order.orderId,
    lines: lines.map((line) => ({
      line: line.line,
      sku: line.sku,
      title: line.title,
      quantity: decimalBody(line.quantity),
      ...line.configuration,
      unit_price: line.unitPrice === null ? null : decimalBody(line.unitPrice, currencyDecimals[order.currency]),
      line_total: amount(line.lineTotalMinor),
      tax: amount(line.taxMinor),
      list: line.priceListCode,
      revision: line.priceListRevision,
    })),
    waiting_for: (progress?.waitingFor ?? []).map(({ rule, level, needed, people: asked, since }) => ({
      rule,
      level,
      needed,
      people: asked.map(named),
      since: since.toISOString(),
    })),
    decisions: decisions.map((decision) => ({
      by: named(decision.by),
      for: decision.for && named(decision.for),
      via: decision.via,
      decision: decision.verdict,
      reason: decision.reason,
      revision: decision.revision,
      at: decision.at.toISOString(),
    })),
    created_at: order.createdAt.toISOString(),
    submitted_at: order.submittedAt?.toISOString() ?? null,
  };
}
