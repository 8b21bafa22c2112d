import { describe, expect, test } from 'vitest';
import { inTreeOrder, movedCategories, reorderedSiblings } from '#app/domain/catalog/category-tree.ts';

const at = (path: string, position = 0) => ({
  id: path,
  path,
  parentId: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null,
  position,
});
const tree = [
  at('coffee'),
  at('coffee/beans'),
  at('coffee/beans/espresso'),
  at('coffee-machines', 1),
  at('coffee/capsules', 1),
];
const pathsOf = (p: Parameters<typeof movedCategories>[1]) => movedCategories(tree, p)?.map(({ path }) => path) ?? null;

describe('a category that moves', () => {
  test.each([
    [
      'takes what is below it along',
      { id: 'coffee/beans', slug: 'whole', parentId: 'coffee' },
      ['coffee/whole', 'coffee/whole/espresso'],
    ],
    [
      'leaves a neighbour alone whose name begins the same',
      { id: 'coffee', slug: 'kaffee', parentId: null },
      ['kaffee', 'kaffee/beans', 'kaffee/beans/espresso', 'kaffee/capsules'],
    ],
    ['goes to the top', { id: 'coffee/beans', slug: 'beans', parentId: null }, ['beans', 'beans/espresso']],
    ['never hangs below itself', { id: 'coffee', slug: 'coffee', parentId: 'coffee/beans' }, null],
    ['nor is its own parent', { id: 'coffee', slug: 'coffee', parentId: 'coffee' }, null],
  ])('%s', (_case, given, paths) => {
    expect(pathsOf(given)).toEqual(paths);
  });

  test('keeps the parents of those below it', () => {
    const moved = movedCategories(tree, { id: 'coffee/beans', slug: 'b', parentId: 'coffee-machines' });
    expect(moved?.map(({ parentId }) => parentId)).toEqual(['coffee-machines', 'coffee/beans']);
  });
});

describe('the order of siblings', () => {
  test('one up changes places with the one before, numbers anew where they were equal', () => {
    const equal = [at('a'), at('b'), at('c')];
    expect(reorderedSiblings(equal, { id: 'c', by: -1 })).toEqual([at('c', 1), at('b', 2)]);
  });

  test('the first goes no further up, the last no further down', () => {
    expect(reorderedSiblings(tree, { id: 'coffee', by: -1 })).toEqual([]);
    expect(reorderedSiblings(tree, { id: 'coffee-machines', by: 1 })).toEqual([]);
  });

  test('the tree is read from the top, each followed by what is below it', () => {
    expect(inTreeOrder(tree).map(({ path }) => path)).toEqual([
      'coffee',
      'coffee/beans',
      'coffee/beans/espresso',
      'coffee/capsules',
      'coffee-machines',
    ]);
  });
});
