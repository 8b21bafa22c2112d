create extension if not exists pg_trgm;--> statement-breakpoint
create extension if not exists unaccent;--> statement-breakpoint
-- unaccent() is only stable because its dictionary could be swapped; ours is not, and indexes need an immutable one.
create or replace function plain_text(input text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent', input)) $$;--> statement-breakpoint
-- The words of a text as search compares them: plain, no punctuation, a number one word with its unit (1 kg -> 1kg).
create or replace function search_words_of(input text) returns text
  language sql immutable strict parallel safe
  as $$ select trim(regexp_replace(regexp_replace(public.plain_text(input), '[[:punct:][:space:]]+', ' ', 'g'),
    '(\d) (kg|g|mg|l|ml|cl|mm|cm|m|w|bar)(?= |$)', '\1\2', 'g')) $$;--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"address" jsonb NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_arrivals" (
	"api_key_id" uuid PRIMARY KEY NOT NULL,
	"expected_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"key_hash" text NOT NULL,
	"last_characters" text NOT NULL,
	"company_id" uuid,
	"scopes" text[] NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_key_hash" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "idempotent_answers" (
	"api_key_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"body" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_answer_per_idempotency_key" PRIMARY KEY("api_key_id","key")
);
--> statement-breakpoint
CREATE TABLE "one_time_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_customers" (
	"provider_id" text PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"company_id" uuid,
	"currency" text,
	"default_method_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"name" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"password_hash" text,
	"totp_secret" text,
	"pending_totp_secret" text,
	"totp_last_step" integer,
	"email_verified_at" timestamp (3) with time zone,
	"last_unit_id" uuid,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "role_limits" (
	"role" text PRIMARY KEY NOT NULL,
	"max_discount_percent" numeric(9, 4),
	"min_margin_percent" numeric(9, 4)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"assurance" integer DEFAULT 1 NOT NULL,
	"buying_as_unit_id" uuid,
	"acting_for_member_id" uuid,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_role" CHECK ("staff"."role" in ('rep', 'manager', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "approval_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"unit_id" uuid,
	"name" text NOT NULL,
	"body" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"rep_id" uuid,
	"vat_number" text,
	"terms" text DEFAULT 'now' NOT NULL,
	"credit_limit_minor" bigint,
	"credit_hold_reason" text,
	"totp_above_minor" bigint,
	"reminds_its_buyers" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "companies_slug" UNIQUE("slug"),
	CONSTRAINT "company_status" CHECK ("companies"."status" in ('pending', 'active', 'declined', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "cost_centres" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"owner_id" uuid,
	"budget_minor" bigint,
	"budget_period" text,
	"is_active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"from_person_id" uuid NOT NULL,
	"to_person_id" uuid NOT NULL,
	"kinds" text[] NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"ceiling_minor" bigint,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"base" text NOT NULL,
	"quote" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"rate" text NOT NULL,
	CONSTRAINT "exchange_rates_base_quote_at_pk" PRIMARY KEY("base","quote","at")
);
--> statement-breakpoint
CREATE TABLE "member_roles" (
	"member_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "member_roles_member_id_unit_id_role_pk" PRIMARY KEY("member_id","unit_id","role"),
	CONSTRAINT "member_role" CHECK ("member_roles"."role" in ('admin', 'buyer', 'approver', 'finance', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text NOT NULL,
	"manager_id" uuid,
	"spending_limit_minor" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deactivated_at" timestamp (3) with time zone,
	CONSTRAINT "member_status" CHECK ("members"."status" in ('invited', 'active', 'deactivated'))
);
--> statement-breakpoint
CREATE TABLE "segment_memberships" (
	"company_id" uuid NOT NULL,
	"segment" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "segment_memberships_company_id_segment_from_at_pk" PRIMARY KEY("company_id","segment","from_at")
);
--> statement-breakpoint
CREATE TABLE "tax_certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"number" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone,
	"status" text NOT NULL,
	"given_by" uuid NOT NULL,
	"checked_by" uuid,
	"answer" text DEFAULT '' NOT NULL,
	"told_of_end_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tax_certificate_kind" CHECK ("tax_certificates"."kind" in ('reverse_charge', 'exemption')),
	CONSTRAINT "tax_certificate_status" CHECK ("tax_certificates"."status" in ('waiting', 'accepted', 'refused', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "unit_parents" (
	"unit_id" uuid NOT NULL,
	"parent_id" uuid,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "unit_parents_unit_id_from_at_pk" PRIMARY KEY("unit_id","from_at")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"address" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attributes" (
	"name" text PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"unit" text,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"path" text NOT NULL,
	"parent_id" uuid,
	"name" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"picture" text,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "categories_path" UNIQUE("path")
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"variant_id" uuid,
	"source" text NOT NULL,
	"alt" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"width" integer,
	"height" integer,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "modules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"pricing" text NOT NULL,
	"percent" numeric(9, 4),
	"quantity" jsonb DEFAULT '"line"'::jsonb NOT NULL,
	"billed" text DEFAULT 'once' NOT NULL,
	"price" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"breaks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"requires" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"excludes" text[] DEFAULT '{}' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "module_pricing" CHECK ("modules"."pricing" in ('per_unit', 'flat', 'percent')),
	CONSTRAINT "module_billed" CHECK ("modules"."billed" in ('once', 'monthly'))
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"billed" text DEFAULT 'once' NOT NULL,
	"price" jsonb NOT NULL,
	"includes" text[] DEFAULT '{}' NOT NULL,
	"is_most_chosen" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "plan_billed" CHECK ("plans"."billed" in ('once', 'monthly'))
);
--> statement-breakpoint
CREATE TABLE "product_links" (
	"product_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "product_links_product_id_kind_other_id_pk" PRIMARY KEY("product_id","kind","other_id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"status" text NOT NULL,
	"category_id" uuid,
	"title" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"seo_title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"seo_description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"vendor" text DEFAULT '' NOT NULL,
	"options" text[] DEFAULT '{}' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"search" "tsvector",
	"search_text" text DEFAULT '' NOT NULL,
	"facets" text[] DEFAULT '{}' NOT NULL,
	"sold_recently" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"publish_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "products_handle" UNIQUE("handle"),
	CONSTRAINT "product_status" CHECK ("products"."status" in ('active', 'draft', 'archived'))
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"from_path" text PRIMARY KEY NOT NULL,
	"to_path" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_decision" CHECK ("review_decisions"."decision" in ('approved', 'declined', 'answered'))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"person_id" uuid,
	"order_id" uuid,
	"author_name" text NOT NULL,
	"stars" integer NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"status" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_status" CHECK ("reviews"."status" in ('waiting', 'published', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_levels" (
	"variant_id" uuid PRIMARY KEY NOT NULL,
	"on_hand" numeric(18, 6) DEFAULT '0' NOT NULL,
	"reserved" numeric(18, 6) DEFAULT '0' NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"variant_id" uuid NOT NULL,
	"change" numeric(18, 6) NOT NULL,
	"reason" text NOT NULL,
	"order_id" uuid,
	"person_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"sku_key" text NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"replaced_by_sku" text,
	"equivalent_skus" text[] DEFAULT '{}' NOT NULL,
	"unit" text DEFAULT 'C62' NOT NULL,
	"pack_size" numeric(18, 6) DEFAULT '1' NOT NULL,
	"min_quantity" numeric(18, 6) DEFAULT '1' NOT NULL,
	"quantity_step" numeric(18, 6) DEFAULT '1' NOT NULL,
	"lead_time_days" integer DEFAULT 0 NOT NULL,
	"stock_policy" text DEFAULT 'deny' NOT NULL,
	"tax_class" text DEFAULT 'standard' NOT NULL,
	"billed" text DEFAULT 'once' NOT NULL,
	"weight_grams" integer DEFAULT 0 NOT NULL,
	"content" jsonb,
	"cost" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"compare_at" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"mix_group" text,
	"barcode" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"asks_for_quote" boolean DEFAULT false NOT NULL,
	CONSTRAINT "variants_sku" UNIQUE("sku"),
	CONSTRAINT "variant_status" CHECK ("variants"."status" in ('active', 'discontinued')),
	CONSTRAINT "variant_stock_policy" CHECK ("variants"."stock_policy" in ('deny', 'backorder')),
	CONSTRAINT "variant_billed" CHECK ("variants"."billed" in ('once', 'monthly'))
);
--> statement-breakpoint
CREATE TABLE "price_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"revision_id" uuid NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" uuid NOT NULL,
	"option_kind" text DEFAULT 'none' NOT NULL,
	"option_code" text DEFAULT '' NOT NULL,
	"min_quantity" numeric(18, 6) NOT NULL,
	"unit_price" numeric(20, 6),
	"percent_off" numeric(9, 4),
	CONSTRAINT "price_target_kind" CHECK ("price_entries"."target_kind" in ('variant', 'product', 'category', 'everything'))
);
--> statement-breakpoint
CREATE TABLE "price_list_revision_makers" (
	"revision_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "one_maker_per_person" PRIMARY KEY("revision_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "price_list_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"effective_at" timestamp (3) with time zone,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"company_id" uuid,
	"unit_id" uuid,
	"segment" text,
	"priority" integer DEFAULT 100 NOT NULL,
	"options" text[] DEFAULT '{}' NOT NULL,
	"term_discounts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"approved_by" uuid,
	"approved_via" text,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "price_list_revision_status" CHECK ("price_list_revisions"."status" in ('draft', 'submitted', 'in_review', 'returned', 'withdrawn', 'approved'))
);
--> statement-breakpoint
CREATE TABLE "price_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"company_id" uuid,
	"unit_id" uuid,
	"segment" text,
	"priority" integer DEFAULT 100 NOT NULL,
	"options" text[] DEFAULT '{}' NOT NULL,
	"term_discounts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "price_lists_code" UNIQUE("code"),
	CONSTRAINT "price_list_kind" CHECK ("price_lists"."kind" in ('standard', 'segment', 'contract'))
);
--> statement-breakpoint
CREATE TABLE "cart_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cart_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" numeric(18, 6) NOT NULL,
	"configuration" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"seen_unit_price" numeric(20, 6),
	"seen_line_total_minor" bigint,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"person_id" uuid,
	"company_id" uuid,
	"unit_id" uuid,
	"market" text NOT NULL,
	"currency" text NOT NULL,
	"locale" text NOT NULL,
	"email" text,
	"email_consent" text,
	"country" text,
	"postal_code" text,
	"region" text,
	"shipping_method" text,
	"discount_code" text,
	"version" integer DEFAULT 1 NOT NULL,
	"order_id" uuid,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"reminder_due_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cart_status" CHECK ("carts"."status" in ('open', 'ordered', 'merged'))
);
--> statement-breakpoint
CREATE TABLE "fulfilments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"carrier" text DEFAULT '' NOT NULL,
	"tracking_number" text DEFAULT '' NOT NULL,
	"tracking_url" text DEFAULT '' NOT NULL,
	"lines" jsonb NOT NULL,
	"person_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"series" text PRIMARY KEY NOT NULL,
	"next" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" uuid,
	"via" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"variant_id" uuid,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"quantity" numeric(18, 6) NOT NULL,
	"configuration" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"unit_price" numeric(20, 6),
	"line_total_minor" bigint NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"tax_minor" bigint NOT NULL,
	"tax_rate_percent" numeric(9, 4) NOT NULL,
	"tax_class" text NOT NULL,
	"unit_cost" numeric(20, 6),
	"price_list_code" text,
	"price_list_revision" integer,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"fulfilled_quantity" numeric(18, 6) DEFAULT '0' NOT NULL,
	"returned_quantity" numeric(18, 6) DEFAULT '0' NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"channel" text NOT NULL,
	"cart_id" uuid,
	"person_id" uuid,
	"company_id" uuid,
	"unit_id" uuid,
	"acting_rep_id" uuid,
	"purchase_order_id" uuid,
	"quote_id" uuid,
	"reorder_of_id" uuid,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"market" text NOT NULL,
	"currency" text NOT NULL,
	"rounding_mode" text NOT NULL,
	"shows_tax_included" boolean NOT NULL,
	"total_minor" bigint NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"discount_code" text,
	"discount_shown_minor" bigint DEFAULT 0 NOT NULL,
	"freight_minor" bigint NOT NULL,
	"freight_tax_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"payable_minor" bigint NOT NULL,
	"paid_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"terms" text DEFAULT 'now' NOT NULL,
	"ship_to" jsonb NOT NULL,
	"bill_to" jsonb,
	"shipping_method" text NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"placed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "orders_number" UNIQUE("number"),
	CONSTRAINT "order_status" CHECK ("orders"."status" in ('awaiting_payment', 'lapsed', 'placed', 'paid', 'partly_fulfilled', 'fulfilled', 'partly_returned', 'returned', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "payment_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"cart_id" uuid,
	"purchase_order_id" uuid,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"session_id" text,
	"intent_id" text,
	"url" text,
	"fingerprint" text NOT NULL,
	"return_url" text NOT NULL,
	"cancel_url" text NOT NULL,
	"saves_card" boolean DEFAULT false NOT NULL,
	"customer_id" text,
	"method_id" text,
	"failure_code" text,
	"received_minor" bigint DEFAULT 0 NOT NULL,
	"provider_expires_at" timestamp (3) with time zone NOT NULL,
	"reserved_until" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "payments_session" UNIQUE("session_id"),
	CONSTRAINT "payments_intent" UNIQUE("intent_id"),
	CONSTRAINT "payment_status" CHECK ("payments"."status" in ('starting', 'open', 'requires_action', 'paid', 'failed', 'expired', 'refund_due', 'refunded'))
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"shares" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"provider_id" text,
	"requested_by" uuid,
	"due_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "refunds_provider" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "review_requests" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"due_at" timestamp (3) with time zone,
	"email_id" uuid,
	"ended" text,
	CONSTRAINT "one_review_request_per_mail" UNIQUE("email_id"),
	CONSTRAINT "review_request_ended" CHECK ("review_requests"."ended" in ('switched_off', 'company_order', 'not_delivered', 'came_back', 'paid_back', 'nothing_left', 'unsubscribed', 'bounced', 'complained', 'no_consent', 'too_late'))
);
--> statement-breakpoint
CREATE TABLE "stock_reservations" (
	"order_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" numeric(18, 6) NOT NULL,
	"status" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_reservation_per_order_and_variant" PRIMARY KEY("order_id","variant_id")
);
--> statement-breakpoint
CREATE TABLE "approval_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"document_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"company_id" uuid,
	"state" text NOT NULL,
	"facts" jsonb NOT NULL,
	"policy" jsonb NOT NULL,
	"openings" jsonb NOT NULL,
	"looked_at" jsonb NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"blocked_since" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"reminded_until" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "approval_case_kind" CHECK ("approval_cases"."kind" in ('purchase_order', 'quote', 'price_list_revision', 'credit', 'company')),
	CONSTRAINT "approval_case_state" CHECK ("approval_cases"."state" in ('awaiting_approval', 'blocked', 'approved', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "approval_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"by_person_id" uuid NOT NULL,
	"for_person_id" uuid,
	"verdict" text NOT NULL,
	"reason" text,
	"via" text NOT NULL,
	"serves" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "approval_verdict" CHECK ("approval_decisions"."verdict" in ('approved', 'rejected', 'changes_requested'))
);
--> statement-breakpoint
CREATE TABLE "approval_waits" (
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	CONSTRAINT "one_wait_per_case_and_person" PRIMARY KEY("case_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "approver_mail_pace" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"hour_began_at" timestamp (3) with time zone NOT NULL,
	"sent" integer NOT NULL,
	"due_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "credit_accounts" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"open_minor" bigint DEFAULT 0 NOT NULL,
	"reserved_minor" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trail_entries" (
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event" text NOT NULL,
	"facts" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "one_trail_entry_per_number" PRIMARY KEY("document_id","number")
);
--> statement-breakpoint
CREATE TABLE "trail_heads" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "budget_uses" (
	"purchase_order_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"cost_centre_id" uuid NOT NULL,
	"period" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"status" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_budget_use_per_revision" PRIMARY KEY("purchase_order_id","revision")
);
--> statement-breakpoint
CREATE TABLE "credit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"key" text NOT NULL,
	"purchase_order_id" uuid,
	"invoice_id" uuid,
	"person_id" uuid,
	"via" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_credit_entry_per_key" UNIQUE("key"),
	CONSTRAINT "credit_entry_kind" CHECK ("credit_entries"."kind" in ('reserved', 'released', 'invoiced', 'paid', 'credited', 'refunded'))
);
--> statement-breakpoint
CREATE TABLE "purchase_order_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purchase_order_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "purchase_order_lines" (
	"purchase_order_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"line" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"category" text,
	"quantity" numeric(18, 6) NOT NULL,
	"configuration" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"unit_price" numeric(20, 6),
	"line_total_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"tax_rate_percent" numeric(9, 4) NOT NULL,
	"tax_class" text NOT NULL,
	"unit_cost" numeric(20, 6),
	"price_step" text NOT NULL,
	"price_list_code" text,
	"price_list_revision" integer,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "one_purchase_order_line_per_number" PRIMARY KEY("purchase_order_id","revision","line")
);
--> statement-breakpoint
CREATE TABLE "purchase_order_revisions" (
	"purchase_order_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"requesters" uuid[] NOT NULL,
	"currency" text NOT NULL,
	"terms" text NOT NULL,
	"cost_centre_id" uuid,
	"ship_to" jsonb,
	"shipping_method" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"freight_minor" bigint NOT NULL,
	"freight_tax_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"payable_minor" bigint NOT NULL,
	"rate" text,
	"company_total_minor" bigint,
	"company_payable_minor" bigint,
	"over_budget_minor" bigint DEFAULT 0 NOT NULL,
	"is_off_contract" boolean DEFAULT false NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_row_per_revision" PRIMARY KEY("purchase_order_id","revision")
);
--> statement-breakpoint
CREATE TABLE "purchase_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"number" text NOT NULL,
	"status" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"cart_id" uuid,
	"quote_id" uuid,
	"quote_turn" integer DEFAULT 1 NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"delivery_on" text,
	"order_id" uuid,
	"failure_code" text,
	"submitted_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "purchase_order_status" CHECK ("purchase_orders"."status" in ('draft', 'awaiting_approval', 'blocked', 'changes_requested', 'approved', 'placing', 'placed', 'rejected', 'cancelled', 'expired', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "reorders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"company_id" uuid,
	"unit_id" uuid,
	"status" text NOT NULL,
	"via" text NOT NULL,
	"lines" jsonb NOT NULL,
	"currency" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"freight_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"payable_minor" bigint NOT NULL,
	"new_order_id" uuid,
	"new_purchase_order_id" uuid,
	"undo_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"committed_at" timestamp (3) with time zone,
	CONSTRAINT "reorder_status" CHECK ("reorders"."status" in ('previewed', 'committed', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "quote_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"quote_id" uuid NOT NULL,
	"line" integer,
	"person_id" uuid NOT NULL,
	"side" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quote_counters" (
	"quote_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"via" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"lines" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_counter_per_version" PRIMARY KEY("quote_id","version")
);
--> statement-breakpoint
CREATE TABLE "quote_internal_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"quote_id" uuid NOT NULL,
	"line" integer,
	"person_id" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quote_line_facts" (
	"quote_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"line" integer NOT NULL,
	"unit_cost" numeric(20, 6),
	"today_price" numeric(20, 6),
	"public_price" numeric(20, 6),
	"discount_percent" numeric(20, 6),
	"margin_percent" numeric(20, 6),
	"is_beyond_limit" boolean NOT NULL,
	CONSTRAINT "one_fact_per_version_line" PRIMARY KEY("quote_id","version","line")
);
--> statement-breakpoint
CREATE TABLE "quote_lines" (
	"quote_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"quantity" numeric(18, 6) NOT NULL,
	"configuration" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"target_price" numeric(20, 6),
	"wanted_on" text,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "one_quote_line_per_number" PRIMARY KEY("quote_id","line")
);
--> statement-breakpoint
CREATE TABLE "quote_orders" (
	"quote_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"purchase_order_id" uuid NOT NULL,
	"ordered_by" uuid NOT NULL,
	"is_ordered_at_once" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_order_per_turn" PRIMARY KEY("quote_id","turn"),
	CONSTRAINT "one_turn_per_purchase_order" UNIQUE("purchase_order_id")
);
--> statement-breakpoint
CREATE TABLE "quote_version_lines" (
	"quote_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"line" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"quantity" numeric(18, 6) NOT NULL,
	"configuration" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"unit_price" numeric(20, 6) NOT NULL,
	"line_total_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"tax_rate_percent" numeric(9, 4) NOT NULL,
	"tax_class" text NOT NULL,
	CONSTRAINT "one_version_line_per_number" PRIMARY KEY("quote_id","version","line")
);
--> statement-breakpoint
CREATE TABLE "quote_versions" (
	"quote_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"made_by" uuid NOT NULL,
	"via" text NOT NULL,
	"terms" text NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"part_acceptance" boolean NOT NULL,
	"template_times" integer,
	"template_until" timestamp (3) with time zone,
	"message" text DEFAULT '' NOT NULL,
	"shipping_method" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"freight_minor" bigint NOT NULL,
	"freight_tax_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"payable_minor" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "one_quote_version_per_number" PRIMARY KEY("quote_id","version"),
	CONSTRAINT "a_whole_template_or_none" CHECK (("quote_versions"."template_times" is null) = ("quote_versions"."template_until" is null))
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"company_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"created_by" uuid NOT NULL,
	"buyer_id" uuid NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"wishes" text DEFAULT '' NOT NULL,
	"ship_to" jsonb,
	"cart_id" uuid,
	"version" integer DEFAULT 0 NOT NULL,
	"offered_version" integer,
	"valid_until" timestamp (3) with time zone,
	"remind_at" timestamp (3) with time zone,
	"holder_id" uuid,
	"passed_on" uuid[] DEFAULT '{}' NOT NULL,
	"answer_due_at" timestamp (3) with time zone,
	"requested_at" timestamp (3) with time zone,
	"first_offered_at" timestamp (3) with time zone,
	"accepted_version" integer,
	"accepted_lines" integer[],
	"accepted_by" uuid,
	"purchase_order_id" uuid,
	"template_times" integer,
	"template_until" timestamp (3) with time zone,
	"closed_reason" text DEFAULT '' NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quotes_number" UNIQUE("number"),
	CONSTRAINT "quote_status" CHECK ("quotes"."status" in ('draft', 'requested', 'in_work', 'awaiting_approval', 'offered', 'countered', 'accepted', 'declined', 'expired', 'withdrawn', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"company_id" uuid,
	"person_id" uuid,
	"via" text DEFAULT '' NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"is_told" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_emails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"locale" text NOT NULL,
	"props" jsonb NOT NULL,
	"status" text NOT NULL,
	"subject" text,
	"html" text,
	"text" text,
	"headers" jsonb,
	"message_id" text,
	"taken_by" uuid,
	"taken_until" timestamp (3) with time zone,
	"handed_over_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"sequence" integer GENERATED ALWAYS AS IDENTITY (sequence name "outbox_emails_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	CONSTRAINT "one_mail_per_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "shop_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"offset_seconds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_status" integer,
	"last_error" text,
	"log" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"types" text[] NOT NULL,
	"secret" text NOT NULL,
	"company_id" uuid,
	"api_key_id" uuid,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"product_id" uuid,
	"by" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "own_price_chains" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"currency" text NOT NULL,
	"knows" "pg_snapshot" NOT NULL,
	"size" integer NOT NULL,
	"built_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "own_price_chains_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "own_prices" (
	"chain_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"least" numeric(20, 6) NOT NULL,
	"most" numeric(20, 6) NOT NULL,
	"variant_id" uuid NOT NULL,
	"tax_class" text NOT NULL,
	CONSTRAINT "own_prices_chain_id_product_id_pk" PRIMARY KEY("chain_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "contact_choices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"market" text,
	"source" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"consent" text,
	"suppression" text,
	"suppressed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_contact_per_address" UNIQUE("address"),
	CONSTRAINT "contact_consent" CHECK ("contacts"."consent" in ('notice', 'opt_in', 'none')),
	CONSTRAINT "contact_suppression" CHECK ("contacts"."suppression" in ('unsubscribed', 'bounced', 'complained'))
);
--> statement-breakpoint
CREATE TABLE "reminder_series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cart_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"company_id" uuid,
	"market" text NOT NULL,
	"currency" text NOT NULL,
	"locale" text NOT NULL,
	"is_held_out" boolean NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended" text,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "series_ended" CHECK ("reminder_series"."ended" in ('ordered', 'cart_closed', 'cart_empty', 'not_buyable', 'unsubscribed', 'bounced', 'complained', 'newer_cart', 'completed', 'held_out'))
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cart_id" uuid NOT NULL,
	"series_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"email_id" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"clicked_at" timestamp (3) with time zone,
	CONSTRAINT "one_reminder_per_mail" UNIQUE("email_id")
);
--> statement-breakpoint
CREATE TABLE "settings_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"restores" integer,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_settings_revision_per_number" UNIQUE("kind","number"),
	CONSTRAINT "settings_kind" CHECK ("settings_revisions"."kind" in ('markets', 'shipping', 'tax', 'opening_hours', 'pages', 'mails', 'reminders', 'companies', 'reviews'))
);
--> statement-breakpoint
CREATE TABLE "part_numbers" (
	"company_id" uuid NOT NULL,
	"code_key" text NOT NULL,
	"code" text NOT NULL,
	"variant_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_article_per_part_number" PRIMARY KEY("company_id","code_key")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"company_id" uuid,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"person_id" uuid,
	"issue_key" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_file_per_issue" UNIQUE("issue_key"),
	CONSTRAINT "file_owner_kind" CHECK ("files"."owner_kind" in ('purchase_order', 'quote', 'invoice', 'tax_certificate', 'product'))
);
--> statement-breakpoint
CREATE TABLE "account_payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"session_id" text,
	"url" text,
	"person_id" uuid NOT NULL,
	"provider_expires_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "account_payments_session" UNIQUE("session_id"),
	CONSTRAINT "account_payment_status" CHECK ("account_payments"."status" in ('starting', 'open', 'paid', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "credit_limit_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"limit_minor" bigint,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"via" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "credit_limit_status" CHECK ("credit_limit_changes"."status" in ('waiting', 'approved', 'rejected', 'withdrawn', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "credit_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"invoice_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"company_id" uuid,
	"unit_id" uuid,
	"currency" text NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"applied_minor" bigint NOT NULL,
	"shares" jsonb NOT NULL,
	"reason" text NOT NULL,
	"key" text NOT NULL,
	"locale" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "credit_notes_number" UNIQUE("number"),
	CONSTRAINT "one_credit_note_per_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "invoice_payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invoice_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reference" text NOT NULL,
	"person_id" uuid,
	"via" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"company_id" uuid,
	"unit_id" uuid,
	"order_id" uuid NOT NULL,
	"purchase_order_id" uuid,
	"currency" text NOT NULL,
	"terms" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"freight_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"payable_minor" bigint NOT NULL,
	"credit_minor" bigint NOT NULL,
	"paid_minor" bigint DEFAULT 0 NOT NULL,
	"credited_minor" bigint DEFAULT 0 NOT NULL,
	"parts" jsonb NOT NULL,
	"snapshot" jsonb NOT NULL,
	"locale" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"overdue_at" timestamp (3) with time zone,
	CONSTRAINT "invoices_number" UNIQUE("number"),
	CONSTRAINT "never_settled_beyond_what_is_owed" CHECK ("invoices"."paid_minor" + "invoices"."credited_minor" <= "invoices"."payable_minor")
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"status" text NOT NULL,
	"lines" jsonb NOT NULL,
	"restocked" jsonb,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"refund_id" uuid,
	"credit_note_id" uuid,
	"requested_by" uuid,
	"via" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_status" CHECK ("returns"."status" in ('requested', 'approved', 'received', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"means" text DEFAULT 'transfer' NOT NULL,
	"used_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"reference" text NOT NULL,
	"person_id" uuid,
	"via" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "never_used_beyond_what_came" CHECK ("transfers"."used_minor" >= 0 and "transfers"."used_minor" <= "transfers"."amount_minor")
);
--> statement-breakpoint
CREATE TABLE "category_changes" (
	"number" integer PRIMARY KEY NOT NULL,
	"changes" jsonb NOT NULL,
	"person_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "picture_masters" (
	"name" text PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"prices_before" jsonb NOT NULL,
	"person_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "discount_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"code_key" text NOT NULL,
	"percent_off" numeric(9, 4),
	"amount_off" jsonb,
	"starts_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"is_ended" boolean DEFAULT false NOT NULL,
	"most_uses" integer,
	"most_uses_per_person" integer,
	"minimum" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"products" text[] DEFAULT '{}' NOT NULL,
	"is_for_first_order" boolean DEFAULT false NOT NULL,
	"contact_id" uuid,
	"reminder_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_discount_per_code" UNIQUE("code_key"),
	CONSTRAINT "one_code_per_reminder" UNIQUE("reminder_id")
);
--> statement-breakpoint
CREATE TABLE "discount_uses" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"code_id" uuid NOT NULL,
	"email" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shopping_list_lines" (
	"list_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"configuration" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"quantity" numeric(18, 6) NOT NULL,
	"par_level" numeric(18, 6),
	"left_over" numeric(18, 6),
	CONSTRAINT "one_list_line_per_number" PRIMARY KEY("list_id","line")
);
--> statement-breakpoint
CREATE TABLE "shopping_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid,
	"company_id" uuid,
	"unit_id" uuid,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "somebody_has_it" CHECK ("shopping_lists"."owner_id" is not null or "shopping_lists"."unit_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "standing_order_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"standing_order_id" uuid NOT NULL,
	"planned_on" date NOT NULL,
	"runs_on" date NOT NULL,
	"status" text NOT NULL,
	"lines" jsonb,
	"shown" jsonb,
	"shown_version" integer DEFAULT 0 NOT NULL,
	"noticed_at" timestamp (3) with time zone,
	"agreed_at" timestamp (3) with time zone,
	"waits_until" timestamp (3) with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"order_id" uuid,
	"purchase_order_id" uuid,
	"payable_minor" bigint,
	"settled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "standing_order_run_status" CHECK ("standing_order_runs"."status" in ('planned', 'noticed', 'waiting', 'ordering', 'ordered', 'retrying', 'failed', 'lapsed', 'skipped', 'missed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "standing_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"pause_reason" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"company_id" uuid,
	"unit_id" uuid,
	"source_order_id" uuid NOT NULL,
	"lines" jsonb NOT NULL,
	"every" integer NOT NULL,
	"period" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"paused_until" date,
	"handled_through" date NOT NULL,
	"notice_days" integer NOT NULL,
	"tolerance_percent" numeric(9, 4) NOT NULL,
	"time_zone" text NOT NULL,
	"market" text NOT NULL,
	"currency" text NOT NULL,
	"locale" text NOT NULL,
	"shows_tax_included" boolean NOT NULL,
	"ship_to" jsonb NOT NULL,
	"shipping_method" text NOT NULL,
	"cost_centre" text,
	"notes" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"agreed_at" timestamp (3) with time zone NOT NULL,
	"next_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "standing_order_status" CHECK ("standing_orders"."status" in ('active', 'paused', 'ended')),
	CONSTRAINT "standing_order_period" CHECK ("standing_orders"."period" in ('day', 'week', 'month')),
	CONSTRAINT "a_unit_of_a_company_or_a_consumer" CHECK (("standing_orders"."company_id" is null) = ("standing_orders"."unit_id" is null))
);
--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_arrivals" ADD CONSTRAINT "api_arrivals_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotent_answers" ADD CONSTRAINT "idempotent_answers_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_customers" ADD CONSTRAINT "payment_customers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_persons_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_rules" ADD CONSTRAINT "approval_rules_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_rules" ADD CONSTRAINT "approval_rule_unit" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_rep_id_persons_id_fk" FOREIGN KEY ("rep_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_centres" ADD CONSTRAINT "cost_centres_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_centres" ADD CONSTRAINT "cost_centres_owner_id_persons_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_from_person_id_persons_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_to_person_id_persons_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_roles" ADD CONSTRAINT "member_roles_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_roles" ADD CONSTRAINT "member_roles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_manager_id_persons_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segment_memberships" ADD CONSTRAINT "segment_memberships_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_certificates" ADD CONSTRAINT "tax_certificates_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_certificates" ADD CONSTRAINT "tax_certificates_given_by_persons_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_certificates" ADD CONSTRAINT "tax_certificates_checked_by_persons_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_parents" ADD CONSTRAINT "unit_parents_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_parents" ADD CONSTRAINT "unit_parents_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modules" ADD CONSTRAINT "modules_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_links" ADD CONSTRAINT "product_links_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_links" ADD CONSTRAINT "product_links_other_id_products_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_entries" ADD CONSTRAINT "price_entries_revision_id_price_list_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."price_list_revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_revision_makers" ADD CONSTRAINT "price_list_revision_makers_revision_id_price_list_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."price_list_revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_revision_makers" ADD CONSTRAINT "price_list_revision_makers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_revisions" ADD CONSTRAINT "price_list_revisions_list_id_price_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."price_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_revisions" ADD CONSTRAINT "price_list_revisions_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_list_revisions" ADD CONSTRAINT "price_list_revisions_approved_by_persons_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD CONSTRAINT "fulfilments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD CONSTRAINT "fulfilments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_acting_rep_id_persons_id_fk" FOREIGN KEY ("acting_rep_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_requested_by_persons_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_reservations" ADD CONSTRAINT "stock_reservations_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_reservations" ADD CONSTRAINT "stock_reservations_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_cases" ADD CONSTRAINT "approval_cases_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decisions" ADD CONSTRAINT "approval_decisions_case_id_approval_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."approval_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decisions" ADD CONSTRAINT "approval_decisions_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decisions" ADD CONSTRAINT "approval_decisions_for_person_id_persons_id_fk" FOREIGN KEY ("for_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_waits" ADD CONSTRAINT "approval_waits_case_id_approval_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."approval_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_waits" ADD CONSTRAINT "approval_waits_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approver_mail_pace" ADD CONSTRAINT "approver_mail_pace_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_accounts" ADD CONSTRAINT "credit_accounts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_uses" ADD CONSTRAINT "budget_uses_purchase_order_id_purchase_orders_id_fk" FOREIGN KEY ("purchase_order_id") REFERENCES "public"."purchase_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_uses" ADD CONSTRAINT "budget_uses_cost_centre_id_cost_centres_id_fk" FOREIGN KEY ("cost_centre_id") REFERENCES "public"."cost_centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_comments" ADD CONSTRAINT "purchase_order_comments_purchase_order_id_purchase_orders_id_fk" FOREIGN KEY ("purchase_order_id") REFERENCES "public"."purchase_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_comments" ADD CONSTRAINT "purchase_order_comments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_lines" ADD CONSTRAINT "purchase_order_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_revisions" ADD CONSTRAINT "purchase_order_revisions_purchase_order_id_purchase_orders_id_fk" FOREIGN KEY ("purchase_order_id") REFERENCES "public"."purchase_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_revisions" ADD CONSTRAINT "purchase_order_revisions_cost_centre_id_cost_centres_id_fk" FOREIGN KEY ("cost_centre_id") REFERENCES "public"."cost_centres"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_orders" ADD CONSTRAINT "purchase_orders_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_orders" ADD CONSTRAINT "purchase_orders_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_orders" ADD CONSTRAINT "purchase_orders_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_orders" ADD CONSTRAINT "purchase_orders_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorders" ADD CONSTRAINT "reorders_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorders" ADD CONSTRAINT "reorders_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorders" ADD CONSTRAINT "reorders_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorders" ADD CONSTRAINT "reorders_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorders" ADD CONSTRAINT "reorders_new_order_id_orders_id_fk" FOREIGN KEY ("new_order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_comments" ADD CONSTRAINT "quote_comments_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_comments" ADD CONSTRAINT "quote_comments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_counters" ADD CONSTRAINT "quote_counters_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_counters" ADD CONSTRAINT "quote_counters_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_internal_notes" ADD CONSTRAINT "quote_internal_notes_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_internal_notes" ADD CONSTRAINT "quote_internal_notes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_orders" ADD CONSTRAINT "quote_orders_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_orders" ADD CONSTRAINT "quote_orders_ordered_by_persons_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_version_lines" ADD CONSTRAINT "quote_version_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_versions" ADD CONSTRAINT "quote_versions_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_versions" ADD CONSTRAINT "quote_versions_made_by_persons_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_buyer_id_persons_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_holder_id_persons_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_accepted_by_persons_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint_id_webhook_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."webhook_endpoints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_prices" ADD CONSTRAINT "own_prices_chain_id_own_price_chains_id_fk" FOREIGN KEY ("chain_id") REFERENCES "public"."own_price_chains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_choices" ADD CONSTRAINT "contact_choices_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_series" ADD CONSTRAINT "reminder_series_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_series" ADD CONSTRAINT "reminder_series_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_series" ADD CONSTRAINT "reminder_series_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_series_id_reminder_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."reminder_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_revisions" ADD CONSTRAINT "settings_revisions_changed_by_persons_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_numbers" ADD CONSTRAINT "part_numbers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_numbers" ADD CONSTRAINT "part_numbers_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_payments" ADD CONSTRAINT "account_payments_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_payments" ADD CONSTRAINT "account_payments_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_payments" ADD CONSTRAINT "account_payments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_limit_changes" ADD CONSTRAINT "credit_limit_changes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_limit_changes" ADD CONSTRAINT "credit_limit_changes_proposed_by_persons_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_payments" ADD CONSTRAINT "invoice_payments_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_credit_note_id_credit_notes_id_fk" FOREIGN KEY ("credit_note_id") REFERENCES "public"."credit_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_requested_by_persons_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_changes" ADD CONSTRAINT "category_changes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_changes" ADD CONSTRAINT "product_changes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_changes" ADD CONSTRAINT "product_changes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_codes" ADD CONSTRAINT "discount_codes_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_codes" ADD CONSTRAINT "discount_codes_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_uses" ADD CONSTRAINT "discount_uses_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_uses" ADD CONSTRAINT "discount_uses_code_id_discount_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."discount_codes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shopping_list_lines" ADD CONSTRAINT "shopping_list_lines_list_id_shopping_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."shopping_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shopping_list_lines" ADD CONSTRAINT "shopping_list_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shopping_lists" ADD CONSTRAINT "shopping_lists_owner_id_persons_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shopping_lists" ADD CONSTRAINT "shopping_lists_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shopping_lists" ADD CONSTRAINT "shopping_lists_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shopping_lists" ADD CONSTRAINT "shopping_lists_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_order_runs" ADD CONSTRAINT "standing_order_runs_standing_order_id_standing_orders_id_fk" FOREIGN KEY ("standing_order_id") REFERENCES "public"."standing_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_order_runs" ADD CONSTRAINT "standing_order_runs_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_orders" ADD CONSTRAINT "standing_orders_owner_id_persons_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_orders" ADD CONSTRAINT "standing_orders_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_orders" ADD CONSTRAINT "standing_orders_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_orders" ADD CONSTRAINT "standing_orders_source_order_id_orders_id_fk" FOREIGN KEY ("source_order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addresses_of_person" ON "addresses" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_default_address" ON "addresses" USING btree ("person_id") WHERE "addresses"."is_default";--> statement-breakpoint
CREATE INDEX "api_keys_of_company" ON "api_keys" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "one_time_tokens_of_person" ON "one_time_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_payment_customer_per_person" ON "payment_customers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_payment_customer_per_company" ON "payment_customers" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_person_per_email" ON "persons" USING btree ("email");--> statement-breakpoint
CREATE INDEX "persons_alike" ON "persons" USING gin ("email" gin_trgm_ops,"name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "approval_rules_of_company" ON "approval_rules" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "companies_of_rep" ON "companies" USING btree ("rep_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_cost_centre_per_code" ON "cost_centres" USING btree ("company_id","code");--> statement-breakpoint
CREATE INDEX "delegations_of_company" ON "delegations" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "roles_in_unit" ON "member_roles" USING btree ("unit_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "one_membership_per_company" ON "members" USING btree ("company_id","person_id");--> statement-breakpoint
CREATE INDEX "memberships_of_person" ON "members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tax_certificates_of_company" ON "tax_certificates" USING btree ("company_id","country");--> statement-breakpoint
CREATE INDEX "tax_certificates_waiting" ON "tax_certificates" USING btree ("created_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "tax_certificates_ending" ON "tax_certificates" USING btree ("valid_until") WHERE status = 'accepted' and told_of_end_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_unit_per_slug" ON "units" USING btree ("company_id","slug");--> statement-breakpoint
CREATE INDEX "units_below" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "categories_below" ON "categories" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "media_of_product" ON "media" USING btree ("product_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "one_module_per_code" ON "modules" USING btree ("product_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "one_plan_per_code" ON "plans" USING btree ("product_id","code");--> statement-breakpoint
CREATE INDEX "products_to_publish" ON "products" USING btree ("publish_at") WHERE "products"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "products_in_category" ON "products" USING btree ("category_id","status");--> statement-breakpoint
CREATE INDEX "products_best_sellers_in_category" ON "products" USING btree ("category_id","sold_recently" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "products_search" ON "products" USING gin ("search");--> statement-breakpoint
CREATE INDEX "products_search_text" ON "products" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "products_best_sellers" ON "products" USING btree ("sold_recently" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "products_newest" ON "products" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "products_handle_alike" ON "products" USING gin ("handle" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "products_facets" ON "products" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "decisions_of_review" ON "review_decisions" USING btree ("review_id","at","id");--> statement-breakpoint
CREATE INDEX "reviews_of_product" ON "reviews" USING btree ("product_id","status","created_at");--> statement-breakpoint
CREATE INDEX "reviews_by_status" ON "reviews" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_review_per_order" ON "reviews" USING btree ("order_id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_review_per_person" ON "reviews" USING btree ("person_id","product_id");--> statement-breakpoint
CREATE INDEX "search_words_alike" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_words_prefix" ON "search_words" USING btree ("word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "stock_movements_of_variant" ON "stock_movements" USING btree ("variant_id","at");--> statement-breakpoint
CREATE INDEX "variants_of_product" ON "variants" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "variants_sku_key" ON "variants" USING gin ("sku_key" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "variants_sku_key_exact" ON "variants" USING btree ("sku_key");--> statement-breakpoint
CREATE INDEX "variants_sku_alike" ON "variants" USING gin ("sku" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "variants_mix_group" ON "variants" USING btree ("mix_group");--> statement-breakpoint
CREATE INDEX "variants_asking_for_quote" ON "variants" USING btree ("product_id") WHERE "variants"."asks_for_quote";--> statement-breakpoint
CREATE UNIQUE INDEX "one_entry_per_target_and_minimum" ON "price_entries" USING btree ("revision_id","target_id","target_kind","option_kind","option_code","min_quantity");--> statement-breakpoint
CREATE INDEX "entries_for_target" ON "price_entries" USING btree ("target_id","revision_id");--> statement-breakpoint
CREATE INDEX "entries_of_revision" ON "price_entries" USING btree ("revision_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_revision_per_number" ON "price_list_revisions" USING btree ("list_id","number");--> statement-breakpoint
CREATE INDEX "approved_revisions_of_unit" ON "price_list_revisions" USING btree ("unit_id","currency") WHERE "price_list_revisions"."status" = 'approved';--> statement-breakpoint
CREATE INDEX "approved_revisions_of_segment" ON "price_list_revisions" USING btree ("segment","currency") WHERE "price_list_revisions"."status" = 'approved';--> statement-breakpoint
CREATE INDEX "approved_standard_revisions" ON "price_list_revisions" USING btree ("currency") WHERE "price_list_revisions"."status" = 'approved' and "price_list_revisions"."kind" = 'standard';--> statement-breakpoint
CREATE INDEX "price_lists_of_company" ON "price_lists" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "price_lists_of_segment" ON "price_lists" USING btree ("segment");--> statement-breakpoint
CREATE UNIQUE INDEX "one_standard_list_per_currency" ON "price_lists" USING btree ("currency") WHERE "price_lists"."kind" = 'standard';--> statement-breakpoint
CREATE UNIQUE INDEX "one_cart_line_per_number" ON "cart_lines" USING btree ("cart_id","line");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_cart_per_buyer" ON "carts" USING btree ("person_id",coalesce("unit_id", '00000000-0000-0000-0000-000000000000')) WHERE "carts"."status" = 'open' and "carts"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "open_carts_by_activity" ON "carts" USING btree ("last_activity_at") WHERE "carts"."status" = 'open';--> statement-breakpoint
CREATE INDEX "carts_by_email" ON "carts" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "carts_to_remind_of" ON "carts" USING btree ("reminder_due_at","id") WHERE "carts"."reminder_due_at" is not null;--> statement-breakpoint
CREATE INDEX "fulfilments_of_order" ON "fulfilments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "history_of_order" ON "order_history" USING btree ("order_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_order_line_per_number" ON "order_lines" USING btree ("order_id","line");--> statement-breakpoint
CREATE INDEX "order_lines_of_variant" ON "order_lines" USING btree ("variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_awaited_order_per_cart" ON "orders" USING btree ("cart_id") WHERE "orders"."status" = 'awaiting_payment';--> statement-breakpoint
CREATE UNIQUE INDEX "one_order_per_cart" ON "orders" USING btree ("cart_id") WHERE "orders"."status" not in ('awaiting_payment', 'lapsed');--> statement-breakpoint
CREATE INDEX "orders_of_cart" ON "orders" USING btree ("cart_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_order_per_purchase_order" ON "orders" USING btree ("purchase_order_id") WHERE "orders"."status" <> 'lapsed';--> statement-breakpoint
CREATE INDEX "orders_of_person" ON "orders" USING btree ("person_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_of_company" ON "orders" USING btree ("company_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_by_placed" ON "orders" USING btree ("placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_status" ON "orders" USING btree ("status","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_alike" ON "orders" USING gin ("number" gin_trgm_ops,"email" gin_trgm_ops,("ship_to"->>'name') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "orders_by_email" ON "orders" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "payments_of_order" ON "payments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "payments_of_purchase_order" ON "payments" USING btree ("purchase_order_id");--> statement-breakpoint
CREATE INDEX "unsettled_payments" ON "payments" USING btree ("due_at") WHERE "payments"."status" in ('starting', 'open', 'requires_action');--> statement-breakpoint
CREATE INDEX "refunds_of_order" ON "refunds" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refunds_due" ON "refunds" USING btree ("due_at") WHERE "refunds"."status" = 'due';--> statement-breakpoint
CREATE INDEX "review_requests_due" ON "review_requests" USING btree ("due_at","order_id") WHERE "review_requests"."due_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_approval_case_per_revision" ON "approval_cases" USING btree ("document_id","revision");--> statement-breakpoint
CREATE INDEX "approval_cases_due" ON "approval_cases" USING btree ("due_at") WHERE "approval_cases"."state" in ('awaiting_approval', 'blocked');--> statement-breakpoint
CREATE INDEX "open_approval_cases_of_company" ON "approval_cases" USING btree ("company_id") WHERE "approval_cases"."state" in ('awaiting_approval', 'blocked');--> statement-breakpoint
CREATE UNIQUE INDEX "one_decision_per_approver" ON "approval_decisions" USING btree ("document_id","revision","by_person_id",coalesce("for_person_id", '00000000-0000-0000-0000-000000000000'));--> statement-breakpoint
CREATE INDEX "decisions_of_case" ON "approval_decisions" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "waits_of_person" ON "approval_waits" USING btree ("person_id","since");--> statement-breakpoint
CREATE INDEX "approver_mails_due" ON "approver_mail_pace" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "budget_uses_of_period" ON "budget_uses" USING btree ("cost_centre_id","period");--> statement-breakpoint
CREATE INDEX "credit_entries_of_company" ON "credit_entries" USING btree ("company_id","at");--> statement-breakpoint
CREATE INDEX "credit_entries_of_purchase_order" ON "credit_entries" USING btree ("purchase_order_id");--> statement-breakpoint
CREATE INDEX "comments_of_purchase_order" ON "purchase_order_comments" USING btree ("purchase_order_id","at");--> statement-breakpoint
CREATE INDEX "purchase_order_lines_of_variant" ON "purchase_order_lines" USING btree ("variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_purchase_order_per_number" ON "purchase_orders" USING btree ("company_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_purchase_order_per_turn_of_a_quote" ON "purchase_orders" USING btree ("quote_id","quote_turn") WHERE "purchase_orders"."status" not in ('rejected', 'cancelled', 'expired');--> statement-breakpoint
CREATE INDEX "purchase_orders_of_cart" ON "purchase_orders" USING btree ("cart_id","created_at");--> statement-breakpoint
CREATE INDEX "purchase_orders_of_company" ON "purchase_orders" USING btree ("company_id","created_at","id");--> statement-breakpoint
CREATE INDEX "purchase_orders_of_unit" ON "purchase_orders" USING btree ("unit_id","created_at","id");--> statement-breakpoint
CREATE INDEX "purchase_orders_open_at_customers" ON "purchase_orders" USING btree ("changed_at","id") WHERE "purchase_orders"."status" in ('awaiting_approval', 'blocked', 'changes_requested', 'approved', 'failed');--> statement-breakpoint
CREATE INDEX "purchase_orders_under_way" ON "purchase_orders" USING btree ("due_at") WHERE "purchase_orders"."status" in ('approved', 'placing');--> statement-breakpoint
CREATE INDEX "reorders_of_order" ON "reorders" USING btree ("order_id","person_id","committed_at");--> statement-breakpoint
CREATE INDEX "reorders_by_new_order" ON "reorders" USING btree ("new_order_id");--> statement-breakpoint
CREATE INDEX "reorders_by_new_purchase_order" ON "reorders" USING btree ("new_purchase_order_id");--> statement-breakpoint
CREATE INDEX "comments_of_quote" ON "quote_comments" USING btree ("quote_id","at");--> statement-breakpoint
CREATE INDEX "internal_notes_of_quote" ON "quote_internal_notes" USING btree ("quote_id","at");--> statement-breakpoint
CREATE INDEX "quotes_of_company" ON "quotes" USING btree ("company_id","created_at","id");--> statement-breakpoint
CREATE INDEX "quotes_by_created" ON "quotes" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_quote_per_cart" ON "quotes" USING btree ("cart_id") WHERE "quotes"."status" not in ('accepted', 'declined', 'expired', 'withdrawn', 'rejected');--> statement-breakpoint
CREATE INDEX "quotes_to_answer" ON "quotes" USING btree ("answer_due_at") WHERE "quotes"."status" = 'requested';--> statement-breakpoint
CREATE INDEX "quotes_running_out" ON "quotes" USING btree ("valid_until") WHERE "quotes"."status" = 'offered';--> statement-breakpoint
CREATE INDEX "quotes_to_remind_of" ON "quotes" USING btree ("remind_at") WHERE "quotes"."status" = 'offered';--> statement-breakpoint
CREATE INDEX "events_to_tell" ON "events" USING btree ("id") WHERE not "events"."is_told";--> statement-breakpoint
CREATE INDEX "events_of_subject" ON "events" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "events_by_type" ON "events" USING btree ("type","at");--> statement-breakpoint
CREATE INDEX "outbox_by_recipient" ON "outbox_emails" USING btree (lower("recipient"),"sequence");--> statement-breakpoint
CREATE INDEX "outbox_newest" ON "outbox_emails" USING btree ("sequence");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox_emails" USING btree ("created_at") WHERE "outbox_emails"."status" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_unsure" ON "outbox_emails" USING btree ("created_at") WHERE "outbox_emails"."status" = 'unsure';--> statement-breakpoint
CREATE UNIQUE INDEX "one_delivery_per_event_and_endpoint" ON "webhook_deliveries" USING btree ("endpoint_id","event_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_newest" ON "webhook_deliveries" USING btree ("endpoint_id","created_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_failed" ON "webhook_deliveries" USING btree ("endpoint_id") WHERE "webhook_deliveries"."status" = 'failed';--> statement-breakpoint
CREATE INDEX "webhook_endpoints_of_company" ON "webhook_endpoints" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "catalog_changes_by" ON "catalog_changes" USING btree ("by");--> statement-breakpoint
CREATE INDEX "own_price_chains_used" ON "own_price_chains" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "own_prices_by_price" ON "own_prices" USING btree ("chain_id","least");--> statement-breakpoint
CREATE INDEX "choices_of_contact" ON "contact_choices" USING btree ("contact_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_series_per_cart" ON "reminder_series" USING btree ("cart_id") WHERE "reminder_series"."ended" is null;--> statement-breakpoint
CREATE INDEX "series_of_cart" ON "reminder_series" USING btree ("cart_id","started_at");--> statement-breakpoint
CREATE INDEX "series_of_contact" ON "reminder_series" USING btree ("contact_id","started_at");--> statement-breakpoint
CREATE INDEX "series_by_start" ON "reminder_series" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_reminder_per_step" ON "reminders" USING btree ("cart_id","series_id","step");--> statement-breakpoint
CREATE INDEX "reminders_of_series" ON "reminders" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "reminders_by_taking" ON "reminders" USING btree ("taken_at");--> statement-breakpoint
CREATE INDEX "files_of_owner" ON "files" USING btree ("owner_kind","owner_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_payment_per_invoice" ON "account_payments" USING btree ("invoice_id") WHERE "account_payments"."status" in ('starting', 'open');--> statement-breakpoint
CREATE INDEX "account_payments_due" ON "account_payments" USING btree ("due_at") WHERE "account_payments"."status" in ('starting', 'open');--> statement-breakpoint
CREATE UNIQUE INDEX "one_waiting_limit_per_company" ON "credit_limit_changes" USING btree ("company_id") WHERE "credit_limit_changes"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "limits_of_company" ON "credit_limit_changes" USING btree ("company_id","created_at");--> statement-breakpoint
CREATE INDEX "credit_notes_of_invoice" ON "credit_notes" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "credit_notes_of_company" ON "credit_notes" USING btree ("company_id","issued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_invoice_payment_per_reference" ON "invoice_payments" USING btree ("invoice_id","kind","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "one_invoice_per_order" ON "invoices" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "invoices_of_company" ON "invoices" USING btree ("company_id","issued_at","id");--> statement-breakpoint
CREATE INDEX "returns_of_order" ON "returns" USING btree ("order_id","created_at");--> statement-breakpoint
CREATE INDEX "returns_under_way" ON "returns" USING btree ("created_at","id") WHERE "returns"."status" in ('requested', 'approved');--> statement-breakpoint
CREATE UNIQUE INDEX "one_transfer_per_reference" ON "transfers" USING btree ("company_id","reference");--> statement-breakpoint
CREATE INDEX "changes_of_product" ON "product_changes" USING btree ("product_id","version");--> statement-breakpoint
CREATE INDEX "codes_of_contact" ON "discount_codes" USING btree ("contact_id","created_at");--> statement-breakpoint
CREATE INDEX "codes_by_created" ON "discount_codes" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "uses_of_code" ON "discount_uses" USING btree ("code_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "a_choice_is_on_a_list_once" ON "shopping_list_lines" USING btree ("list_id","variant_id",md5("configuration"::text));--> statement-breakpoint
CREATE INDEX "lists_of_owner" ON "shopping_lists" USING btree ("owner_id","name");--> statement-breakpoint
CREATE INDEX "lists_of_unit" ON "shopping_lists" USING btree ("unit_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "one_run_per_planned_day" ON "standing_order_runs" USING btree ("standing_order_id","planned_on");--> statement-breakpoint
CREATE UNIQUE INDEX "one_run_under_way" ON "standing_order_runs" USING btree ("standing_order_id") WHERE "standing_order_runs"."status" in ('noticed', 'waiting', 'ordering') or ("standing_order_runs"."status" = 'retrying' and "standing_order_runs"."purchase_order_id" is null);--> statement-breakpoint
CREATE INDEX "standing_runs_by_order" ON "standing_order_runs" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "standing_runs_by_purchase_order" ON "standing_order_runs" USING btree ("purchase_order_id");--> statement-breakpoint
CREATE INDEX "standing_runs_to_pay_again" ON "standing_order_runs" USING btree ("next_try_at") WHERE "standing_order_runs"."next_try_at" is not null and "standing_order_runs"."purchase_order_id" is not null;--> statement-breakpoint
CREATE INDEX "standing_orders_of_owner" ON "standing_orders" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "standing_orders_of_unit" ON "standing_orders" USING btree ("unit_id","created_at");--> statement-breakpoint
CREATE INDEX "standing_orders_due" ON "standing_orders" USING btree ("next_at","id") WHERE "standing_orders"."next_at" is not null;--> statement-breakpoint
insert into shop_clock (id, offset_seconds) values (1, 0);--> statement-breakpoint
insert into role_limits (role, max_discount_percent, min_margin_percent) values ('rep', 15, 20), ('manager', null, null), ('admin', null, null);
--> statement-breakpoint
-- What search looks through: titles and category first, then SKUs and attributes, then descriptions; every language.
-- With it what a product can be narrowed by, and the words mistyped ones are corrected to.
create or replace function refresh_product_search(ids uuid[]) returns void
  language plpgsql
  as $$
  declare few uuid[];
  begin
    -- A few at a time: of an array of any length the planner expects little, and would compare everything with everything.
    for place in 1 .. coalesce(cardinality(ids), 0) by 200 loop
    few := ids[place : place + 199];
    with parts as (
      select q.id,
        coalesce((select string_agg(t.value, ' ') from jsonb_each_text(q.title) t), '') as titles,
        coalesce((select string_agg(n.value, ' ') from categories c, jsonb_each_text(c.name) n
          where c.id = q.category_id), '') as category,
        coalesce((select string_agg(v.sku || ' ' || v.sku_key || ' ' || coalesce(v.barcode, ''), ' ') from variants v
          where v.product_id = q.id), '') as skus,
        q.vendor || ' ' || array_to_string(q.tags, ' ') as names,
        regexp_replace(coalesce((select string_agg(d.value, ' ') from jsonb_each_text(q.description) d), ''),
          '<[^>]*>', ' ', 'g') as descriptions
      from products q where q.id = any (few)
    ),
    facts as (
      select f.id, f.name, f.value from (
        select q.id, a.key as name, a.value from products q, jsonb_each(q.attributes) a where q.id = any (few)
        union
        select v.product_id, a.key, a.value from variants v, jsonb_each(v.attributes || v.options) a
        where v.product_id = any (few) and v.status = 'active'
      ) raw (id, key, json)
      cross join lateral (select raw.id, regexp_replace(lower(raw.key), '[^[:alnum:]]+', '-', 'g') as name,
        case jsonb_typeof(raw.json) when 'object' then concat_ws(' ', raw.json ->> 'value', raw.json ->> 'unit')
          else raw.json #>> '{}' end as value) f
      where f.value <> ''
    ),
    told as (
      select f.id, array_agg(distinct f.name || '=' || f.value) as facets,
        string_agg(distinct concat_ws(' ', f.name, f.value,
          (select string_agg(t.value, ' ') from jsonb_each_text(a.title) t),
          (select string_agg(t.value, ' ') from jsonb_each_text(a.values -> f.value) t)), ' ') as words
      from facts f left join attributes a on a.name = f.name group by f.id
    ),
    changed as (
      update products p set
        facets = coalesce(told.facets, '{}'),
        search =
          setweight(to_tsvector('simple', search_words_of(w.titles || ' ' || w.category)), 'A') ||
          setweight(to_tsvector('simple', search_words_of(w.skus || ' ' || w.names || ' ' || coalesce(told.words, ''))), 'B') ||
          setweight(to_tsvector('simple', search_words_of(w.descriptions)), 'C'),
        search_text = search_words_of(w.titles || ' ' || w.category || ' ' || w.skus || ' ' || w.names)
      from parts w left join told on told.id = w.id
      where p.id = w.id
      returning p.search
    )
    insert into search_words
    select distinct unnest(tsvector_to_array(search)) from changed on conflict do nothing;
    end loop;
  end
  $$;
--> statement-breakpoint
-- What was decided, recorded or owed is never rewritten: these tables only grow.
create or replace function only_grows() returns trigger
  language plpgsql
  as $$ begin raise exception '% only grows', tg_table_name using errcode = 'integrity_constraint_violation'; end $$;
--> statement-breakpoint
create trigger trail_entries_only_grow before update or delete or truncate on trail_entries
  for each statement execute function only_grows();
--> statement-breakpoint
create trigger approval_decisions_only_grow before update or delete or truncate on approval_decisions
  for each statement execute function only_grows();
--> statement-breakpoint
create trigger credit_entries_only_grow before update or delete or truncate on credit_entries
  for each statement execute function only_grows();
--> statement-breakpoint
-- Catalog changes that own prices have to follow: see app/use-cases/pricing/own-prices.server.ts.
create or replace function note_added_variants() returns trigger language plpgsql as $$
  begin
    insert into catalog_changes (product_id) select distinct product_id from now_rows;
    return null;
  end $$;
--> statement-breakpoint
create or replace function note_changed_variants() returns trigger language plpgsql as $$
  begin
    insert into catalog_changes (product_id)
    select distinct unnest(array[n.product_id, o.product_id]) from now_rows n join old_rows o on o.id = n.id
    where (n.product_id, n.sku, n.status, n.min_quantity, n.quantity_step, n.tax_class)
      is distinct from (o.product_id, o.sku, o.status, o.min_quantity, o.quantity_step, o.tax_class);
    return null;
  end $$;
--> statement-breakpoint
create or replace function note_removed_variants() returns trigger language plpgsql as $$
  begin
    insert into catalog_changes (product_id) select distinct product_id from old_rows;
    return null;
  end $$;
--> statement-breakpoint
create or replace function note_moved_products() returns trigger language plpgsql as $$
  begin
    insert into catalog_changes (product_id)
    select n.id from now_rows n join old_rows o on o.id = n.id where n.category_id is distinct from o.category_id;
    return null;
  end $$;
--> statement-breakpoint
create or replace function note_moved_categories() returns trigger language plpgsql as $$
  begin
    if exists (select from now_rows n join old_rows o on o.id = n.id where n.path <> o.path) then
      insert into catalog_changes (product_id) values (null);
    end if;
    return null;
  end $$;
--> statement-breakpoint
create trigger variants_added after insert on variants referencing new table as now_rows
  for each statement execute function note_added_variants();
--> statement-breakpoint
create trigger variants_changed after update on variants referencing old table as old_rows new table as now_rows
  for each statement execute function note_changed_variants();
--> statement-breakpoint
create trigger variants_removed after delete on variants referencing old table as old_rows
  for each statement execute function note_removed_variants();
--> statement-breakpoint
create trigger products_moved after update on products referencing old table as old_rows new table as now_rows
  for each statement execute function note_moved_products();
--> statement-breakpoint
create trigger categories_moved after update on categories referencing old table as old_rows new table as now_rows
  for each statement execute function note_moved_categories();
--> statement-breakpoint
-- A version of a quote is as it was written; only the moment it reaches the buyer is still to come, once.
create or replace function version_stays() returns trigger
  language plpgsql
  as $$ begin
    if tg_op = 'DELETE' or old.released_at is not null or to_jsonb(new) - 'released_at' <> to_jsonb(old) - 'released_at' then
      raise exception 'a version of a quote never changes' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger quote_versions_stay before update or delete on quote_versions
  for each row execute function version_stays();
--> statement-breakpoint
create trigger quote_version_lines_only_grow before update or delete or truncate on quote_version_lines
  for each statement execute function only_grows();
--> statement-breakpoint
create trigger quote_counters_only_grow before update or delete or truncate on quote_counters
  for each statement execute function only_grows();
