import { describe, expect, test } from 'vitest';
import { parseAmount } from '#app/domain/money/money.ts';
import { divide, parseExact, toExact } from '#app/domain/money/exact.ts';
import { attributes } from '#db/seed/demo/catalog/attributes.ts';
import { products } from '#db/seed/demo/catalog/catalog.ts';
import { categories } from '#db/seed/demo/catalog/categories.ts';
import { reviews } from '#db/seed/demo/catalog/reviews.ts';
import { demoCurrencies } from '#db/seed/demo/catalog/shape.ts';
import { companies } from '#db/seed/demo/companies.ts';
import { priceLists } from '#db/seed/demo/price-lists.ts';

const variants = products.flatMap((product) => product.variants);
const skus = new Set(variants.map(({ sku }) => sku));
const handles = new Set(products.map(({ handle }) => handle));
const slugs = new Set(categories.map(({ slug }) => slug));

describe('the demo catalog', () => {
  test('holds about sixty products and a hundred and fifty variants, each under its own handle and SKU', () => {
    expect(products.length).toBeGreaterThanOrEqual(60);
    expect(variants.length).toBeGreaterThanOrEqual(145);
    expect(handles.size).toBe(products.length);
    expect(skus.size).toBe(variants.length);
  });

  test('has every category under its parent, and every product in a category', () => {
    for (const { slug } of categories) {
      const parent = slug.split('/').slice(0, -1).join('/');
      if (parent) expect(slugs, slug).toContain(parent);
    }
    for (const { handle, category } of products) expect(slugs, handle).toContain(category);
  });

  test('says everything in English and in German', () => {
    for (const product of products)
      for (const words of [product.title, product.summary, product.description, product.seo_title]) {
        expect(words.en.trim().length, product.handle).toBeGreaterThan(2);
        expect(words.de.trim().length, product.handle).toBeGreaterThan(2);
      }
    for (const product of products) expect(product.description.en, product.handle).not.toBe(product.description.de);
  });

  test('gives every variant a price in each currency, in its minor units, above its cost', () => {
    for (const { sku, shown, cost, compare_at } of variants)
      for (const currency of demoCurrencies) {
        expect(parseAmount(cost[currency], currency), `${sku} ${currency}`).not.toBeNull();
        if (!shown) continue;
        const price = parseAmount(shown[currency], currency);
        expect(price, `${sku} ${currency}`).not.toBeNull();
        expect(price!.minor, sku).toBeGreaterThan(parseAmount(cost[currency], currency)!.minor);
        if (compare_at) expect(parseAmount(compare_at[currency], currency)!.minor).toBeGreaterThan(price!.minor);
      }
  });

  test('sells in steps that the stock and the minimum fit', () => {
    for (const { sku, stock, min_quantity, quantity_step } of variants) {
      expect(parseExact(stock), sku).not.toBeNull();
      expect(divide(toExact(min_quantity), toExact(quantity_step)).den, sku).toBe(1n);
    }
  });

  test('names each option once per product, and each combination once', () => {
    for (const { handle, options, variants: own } of products) {
      for (const variant of own) expect(Object.keys(variant.options), handle).toEqual(options);
      expect(new Set(own.map((variant) => JSON.stringify(variant.options))).size, handle).toBe(own.length);
    }
  });

  test('explains every attribute it uses', () => {
    for (const { sku, attributes: used } of variants)
      for (const [code, value] of Object.entries(used)) {
        const known = attributes[code];
        expect(known, `${sku}: ${code}`).toBeDefined();
        if (known?.values) expect(Object.keys(known.values), `${sku}: ${code}`).toContain(value);
        else expect(parseExact(value), `${sku}: ${code}`).not.toBeNull();
      }
  });

  test('points only to what exists: related, bundled, successors, modules and reviews', () => {
    for (const product of products) {
      for (const handle of product.related) expect(handles, product.handle).toContain(handle);
      for (const { sku } of product.bundle) expect(skus, product.handle).toContain(sku);
      const codes = new Set([...product.modules, ...product.plans].map(({ code }) => code));
      for (const { code, requires, excludes } of product.modules)
        for (const other of [...excludes, ...('all' in requires ? requires.all : requires.any)])
          expect(codes, `${product.handle} ${code}`).toContain(other);
      for (const { includes } of product.plans)
        for (const code of includes) expect(codes, product.handle).toContain(code);
      if (product.plans.length > 0) expect(product.plans.filter((plan) => plan.most_chosen)).toHaveLength(1);
    }
    for (const { replaced_by, status } of variants) {
      if (replaced_by) expect(skus).toContain(replaced_by);
      if (status === 'discontinued') expect(replaced_by).not.toBeNull();
    }
    for (const { product } of reviews) expect(handles).toContain(product);
  });
});

describe('the demo companies', () => {
  test('name only their own people, units and cost centres', () => {
    for (const company of companies) {
      const emails = new Set(company.members.map(({ email }) => email));
      const units = new Set(company.units.map(({ slug }) => slug));
      for (const { parent } of company.units) if (parent) expect(units).toContain(parent);
      for (const { unit, manager } of company.members) {
        expect(units).toContain(unit);
        if (manager) expect(emails).toContain(manager);
      }
      for (const { owner } of company.cost_centres) expect(emails).toContain(owner);
      for (const { unit, levels } of company.approval_rules) {
        expect(units).toContain(unit);
        for (const { groups } of levels)
          for (const { of } of groups)
            if ('people' in of) for (const email of of.people) expect(emails).toContain(email);
      }
      for (const { from, to } of company.delegations) expect([...emails]).toEqual(expect.arrayContaining([from, to]));
    }
  });

  test('have price lists that target what the catalog holds', () => {
    for (const { code, revisions, company, unit } of priceLists) {
      if (company) {
        const owner = companies.find(({ slug }) => slug === company);
        expect(
          owner?.units.map(({ slug }) => slug),
          code,
        ).toContain(unit);
      }
      for (const entry of revisions.flatMap(({ entries }) => entries)) {
        if ('sku' in entry) expect(skus, code).toContain(entry.sku);
        if ('category' in entry) expect(slugs, code).toContain(entry.category);
        if ('product' in entry) {
          const product = products.find(({ handle }) => handle === entry.product);
          const named = entry.plan ?? entry.module;
          expect(product, code).toBeDefined();
          if (named)
            expect(
              [...product!.plans, ...product!.modules].map((part) => part.code),
              code,
            ).toContain(named);
        }
      }
    }
  });
});
