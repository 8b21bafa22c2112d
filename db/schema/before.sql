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
    '(\d) (kg|g|mg|l|ml|cl|mm|cm|m|w|bar)(?= |$)', '\1\2', 'g')) $$;
