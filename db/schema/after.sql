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
