insert into shop_clock (id, offset_seconds) values (1, 0);--> statement-breakpoint
insert into role_limits (role, max_discount_percent, min_margin_percent) values ('rep', 15, 20), ('manager', null, null), ('admin', null, null);
--> statement-breakpoint
-- What search looks through: titles and category first, then SKUs and attributes, then descriptions; every language.
create or replace function refresh_product_search(ids uuid[]) returns void
  language sql
  as $$
    update products p set
      search =
        setweight(to_tsvector('simple', plain_text(w.titles || ' ' || w.category)), 'A') ||
        setweight(to_tsvector('simple', plain_text(w.skus || ' ' || w.facts)), 'B') ||
        setweight(to_tsvector('simple', plain_text(w.descriptions)), 'C'),
      search_text = plain_text(w.titles || ' ' || w.category || ' ' || w.skus || ' ' || w.facts)
    from (
      select q.id,
        coalesce((select string_agg(t.value, ' ') from jsonb_each_text(q.title) t), '') as titles,
        coalesce((select string_agg(n.value, ' ') from categories c, jsonb_each_text(c.name) n
          where c.id = q.category_id), '') as category,
        coalesce((select string_agg(v.sku || ' ' || v.sku_key || ' ' || coalesce(v.barcode, ''), ' ') from variants v
          where v.product_id = q.id), '') as skus,
        q.vendor || ' ' || array_to_string(q.tags, ' ') || ' ' ||
          coalesce((select string_agg(a.key || ' ' || (a.value #>> '{}'), ' ') from jsonb_each(q.attributes) a), '') ||
          ' ' || coalesce((select string_agg(a.key || ' ' || (a.value #>> '{}'), ' ')
            from variants v, jsonb_each(v.attributes || v.options) a where v.product_id = q.id), '') as facts,
        regexp_replace(coalesce((select string_agg(d.value, ' ') from jsonb_each_text(q.description) d), ''),
          '<[^>]*>', ' ', 'g') as descriptions
      from products q where q.id = any (ids)
    ) w
    where w.id = p.id
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
