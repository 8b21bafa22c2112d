import type Stripe from 'stripe';
import { wrongState } from '../faults.ts';
import { newId } from '../ids.ts';
import { listOf, listShape } from '../lists.ts';
import { mergeMetadata } from '../params.ts';
import { type World, emit, nowSeconds, route } from '../world.ts';

const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

export function openDispute(world: World, charge: Stripe.Charge): void {
  const dispute = {
    id: newId('dp'),
    object: 'dispute',
    amount: charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created: nowSeconds(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: nowSeconds() + 9 * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    intended_submission_method: 'manual',
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: 'fraudulent',
    status: 'needs_response',
  } satisfies Stripe.Dispute;
  world.store.put('dispute', dispute);
  world.store.put('charge', { ...charge, disputed: true });
  emit(world, 'charge.dispute.created', dispute);
}

export const disputeRoutes = [
  route('GET', '/v1/disputes', { ...listShape, charge: 'text', payment_intent: 'text' } as const, (world, params) =>
    listOf(
      world,
      'dispute',
      '/v1/disputes',
      params,
      ({ charge, payment_intent }) =>
        (!params.charge || charge === params.charge) &&
        (!params.payment_intent || payment_intent === params.payment_intent),
    ),
  ),
  route('GET', '/v1/disputes/:id', {}, (world, _params, [id = '']) => world.store.find('dispute', id)),
  route(
    'POST',
    '/v1/disputes/:id',
    { metadata: 'map', submit: 'boolean', evidence: { uncategorized_text: 'text', customer_name: 'text' } } as const,
    (world, params, [id = '']) => {
      const dispute = world.store.find('dispute', id);
      if (dispute.status === 'lost') throw wrongState('This dispute is already closed');
      return world.store.put('dispute', {
        ...dispute,
        metadata: mergeMetadata(dispute.metadata, params.metadata),
        evidence: { ...dispute.evidence, ...params.evidence },
        status: params.submit ? 'under_review' : dispute.status,
      });
    },
  ),
  route('POST', '/v1/disputes/:id/close', {}, (world, _params, [id = '']) => {
    const dispute = world.store.find('dispute', id);
    if (dispute.status === 'lost') throw wrongState('This dispute is already closed');
    const closed = world.store.put('dispute', { ...dispute, status: 'lost' });
    emit(world, 'charge.dispute.closed', closed);
    return closed;
  }),
];
