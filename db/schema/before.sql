create extension if not exists pg_trgm;--> statement-breakpoint
create extension if not exists unaccent;--> statement-breakpoint
-- unaccent() is only stable because its dictionary could be swapped; ours is not, and indexes need an immutable one.
create or replace function plain_text(input text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent', input)) $$;
