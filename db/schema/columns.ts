import { bigint, check, customType, jsonb, numeric, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { type AnyColumn, sql } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';

/** Made in the app, ordered by time (UUIDv7). */
export const id = () => uuid().primaryKey();

/** An instant with JavaScript's milliseconds, so that cursors and periods compare equal on both sides. */
export const instant = () => timestamp({ precision: 3, withTimezone: true, mode: 'date' });

/** Whole minor units of the row's currency. */
export const minorUnits = () => bigint({ mode: 'bigint' });

export const currency = () => text().$type<CurrencyCode>();

/** A quantity in the variant's unit, up to six decimals, read as a decimal string. */
export const quantity = () => numeric({ precision: 18, scale: 6 });

/** A price for one unit in major units, up to six decimals, read as a decimal string. Excludes tax. */
export const unitPrice = () => numeric({ precision: 20, scale: 6 });

/** 12.5 means 12.5 %, up to four decimals, read as a decimal string. */
export const percent = () => numeric({ precision: 9, scale: 4 });

/** A state held by the database too: `text` with a CHECK made from the domain's list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  text({ enum: values as unknown as [T[number], ...T[number][]] });
export const isOneOf = (name: string, column: AnyColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((v) => `'${v}'`).join(', '))})`);

/** Words by language: { en: "...", de: "..." }. */
export const words = () => jsonb().$type<Record<string, string>>();

export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
