/** A company in the form of PUT /api/v1/companies/{slug}. */
export type Amount = { readonly amount: string; readonly currency: 'EUR' | 'GBP' };
type Of =
  | { readonly people: readonly string[] }
  | { readonly role: Role }
  | { readonly manager_of_requester: true }
  | { readonly cost_centre_owner: true };
type Role = 'admin' | 'buyer' | 'approver' | 'finance' | 'viewer';
type Address = {
  readonly country: string;
  readonly postal_code: string;
  readonly city: string;
  readonly address: string;
};

export type DemoCompany = {
  readonly slug: string;
  readonly name: string;
  readonly currency: 'EUR' | 'GBP';
  readonly time_zone: string;
  readonly rep: string | null;
  readonly segments: readonly string[];
  readonly terms: 'now' | 'net7' | 'net15' | 'net30' | 'net45' | 'net60' | 'net90';
  readonly vat_number?: string;
  readonly units: readonly {
    readonly slug: string;
    readonly name: string;
    readonly parent: string | null;
    readonly address?: Address;
  }[];
  readonly members: readonly {
    readonly email: string;
    readonly name: string;
    readonly unit: string;
    readonly roles: readonly Role[];
    readonly manager?: string;
    readonly spending_limit?: Amount;
  }[];
  readonly credit_limit: Amount | null;
  readonly cost_centres: readonly {
    readonly code: string;
    readonly owner: string;
    readonly budget: (Amount & { readonly period: 'month' | 'quarter' | 'year' }) | null;
  }[];
  readonly approval_rules: readonly {
    readonly name: string;
    readonly unit: string;
    readonly when: {
      readonly amount_over?: Amount;
      readonly category?: string;
      readonly cost_centre?: string;
      readonly requester?: string;
      readonly requester_role?: Role;
      readonly over_budget?: boolean;
      readonly off_contract?: boolean;
      readonly first_order_of_sku?: boolean;
    };
    readonly levels: readonly {
      readonly groups: readonly { readonly of: Of; readonly k: number | 'all' }[];
      readonly deadline_hours?: number;
      readonly escalate_to?: Of;
    }[];
  }[];
  readonly delegations: readonly {
    readonly from: string;
    readonly to: string;
    readonly kinds: readonly ('purchase_order' | 'quote')[];
    /** Days from the first start of the demo shop. */
    readonly starts_in_days: number;
    readonly ends_in_days: number;
    readonly ceiling?: Amount;
  }[];
};
