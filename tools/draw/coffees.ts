import { scoop } from './things/parts.ts';
import { type Placed, put, scene, square } from './scene.ts';
import { ink } from './light.ts';
import { bag, type BagKind, type BagLook, bagSize } from './things/bag.ts';
import { strewnBeans } from './things/beans.ts';
import { dripper, frenchPress, mokaPot, server } from './things/by-hand.ts';
import { cup, type CupFill, steam } from './things/cup.ts';
import { type Motif, motifs } from './things/motifs.ts';
import { group } from './svg.ts';
import { openSack } from './things/packs.ts';

type Coffee = Omit<BagLook, 'weight' | 'motif'> & { readonly motif: Motif; readonly roast: string };
const cream = '#efe3cc';
export const coffees: Readonly<Record<string, Coffee>> = {
  'house-espresso': {
    colour: '#5a3524',
    label: cream,
    name: ['House', 'Espresso'],
    note: 'Dark roast',
    motif: 'lamp',
    roast: '#43240f',
  },
  'harbour-blend': {
    colour: '#23495e',
    label: cream,
    name: ['Harbour', 'Blend'],
    note: 'Medium roast',
    motif: 'anchor',
    roast: '#5a341a',
  },
  'monte-nero': {
    colour: '#2a2523',
    label: '#e3cfa8',
    name: ['Monte', 'Nero'],
    note: 'Dark roast',
    motif: 'peaks',
    roast: '#2f1a0d',
  },
  'sidamo-espresso': {
    colour: '#a1403a',
    label: cream,
    name: ['Sidamo', 'Espresso'],
    note: 'Organic',
    motif: 'berry',
    roast: '#5a341a',
  },
  'finca-organic-espresso': {
    colour: '#66733f',
    label: cream,
    name: ['Finca', 'Organic'],
    note: 'Medium roast',
    motif: 'leaf',
    roast: '#54301a',
  },
  'night-shift-decaf': {
    colour: '#31365a',
    label: '#e8e2d2',
    name: ['Night Shift'],
    note: 'Decaf',
    motif: 'moon',
    roast: '#54301a',
  },
  'quiet-filter-decaf': {
    colour: '#8ba0a6',
    label: '#f4efe4',
    name: ['Quiet', 'Filter'],
    note: 'Decaf',
    motif: 'quiet',
    roast: '#7a4b28',
  },
  'morning-filter': {
    colour: '#d6a03c',
    label: '#f6ecd4',
    name: ['Morning', 'Filter'],
    note: 'Medium roast',
    motif: 'sun',
    roast: '#5f381d',
  },
  yirgacheffe: {
    colour: '#dc9273',
    label: '#f8eddc',
    name: ['Yirgacheffe', 'Konga'],
    note: 'Light roast',
    motif: 'blossom',
    roast: '#80502c',
  },
  'kenya-nyeri': {
    colour: '#6d3050',
    label: cream,
    name: ['Kenya', 'Nyeri AA'],
    note: 'Light roast',
    motif: 'currant',
    roast: '#7a4b28',
  },
  'colombia-huila': {
    colour: '#b85a30',
    label: cream,
    name: ['Colombia', 'Huila'],
    note: 'Medium roast',
    motif: 'sunrise',
    roast: '#5f381d',
  },
  'guatemala-antigua': {
    colour: '#3f6558',
    label: cream,
    name: ['Guatemala', 'Antigua'],
    note: 'Medium roast',
    motif: 'volcano',
    roast: '#54301a',
  },
  'sumatra-mandheling': {
    colour: '#55512f',
    label: '#e8dcb8',
    name: ['Sumatra', 'Mandheling'],
    note: 'Dark roast',
    motif: 'tree',
    roast: '#3a2010',
  },
  'winter-roast': {
    colour: '#7d2733',
    label: '#f3e8d6',
    name: ['Winter', 'Roast'],
    note: '2026',
    motif: 'flake',
    roast: '#54301a',
  },
  'winter-roast-2025': {
    colour: '#56687a',
    label: '#eee8dc',
    name: ['Winter', 'Roast'],
    note: '2025',
    motif: 'stars',
    roast: '#54301a',
  },
};
const weights: Readonly<Record<BagKind, string>> = { '250': '250 g', '500': '500 g', '1K': '1 kg', '5K': '5 kg' };

export const lookOf = (handle: string, kind: BagKind): BagLook => {
  const coffee = coffees[handle];
  if (!coffee) throw new Error(`no such coffee: ${handle}`);
  return { ...coffee, weight: weights[kind], motif: motifs[coffee.motif] };
};
export const putBag = (handle: string, kind: BagKind, x: number, y: number, scale: number, turn = 0): Placed =>
  put(bag(lookOf(handle, kind), kind), x, y, scale, bagSize(kind).width * 0.56, turn);
export const putBeans = (
  handle: string,
  x: number,
  y: number,
  count: number,
  halfWidth: number,
  seed: number,
  size = 22,
): Placed =>
  put(strewnBeans(coffees[handle]?.roast ?? '#54301a', count, halfWidth, halfWidth * 0.28, seed, size), x, y, 1, 0);
export const putCup = (
  kind: 'espresso' | 'cappuccino' | 'mug',
  colour: string,
  filled: CupFill,
  x: number,
  y: number,
  scale: number,
): Placed => {
  const rise = kind === 'espresso' ? -190 : kind === 'mug' ? -262 : -206;
  return put(
    cup(kind, colour, filled) + (filled === 'empty' ? '' : group(steam(0.8), { transform: `translate(0 ${rise})` })),
    x,
    y,
    scale,
    kind === 'espresso' ? 150 : kind === 'mug' ? 130 : 210,
  );
};

const withBeans = (handle: string, seed: number) =>
  scene(square, [putBag(handle, '1K', 540, 1060, 1.42), putBeans(handle, 930, 1070, 20, 160, seed, 26)]);
const withCup = (handle: string, kind: 'espresso' | 'cappuccino', colour: string, filled: 'espresso' | 'latte') =>
  scene(square, [
    putBag(handle, '1K', 430, 1000, 1.28),
    putCup(kind, colour, filled, kind === 'espresso' ? 850 : 810, 1090, kind === 'espresso' ? 1.25 : 1.08),
    putBeans(handle, 420, 1100, 9, 150, 5, 22),
  ]);
const family = (handle: string) =>
  scene(square, [
    putBag(handle, '1K', 420, 980, 1.24),
    putBag(handle, '500', 690, 1030, 1.1),
    putBag(handle, '250', 900, 1075, 1.02),
    putBeans(handle, 430, 1090, 12, 190, 9, 20),
  ]);

const dripperOnServer = (x: number, y: number, scale: number): Placed =>
  put(
    server(700, 0.42) +
      group(dripper(ink.white, true), { transform: 'translate(0 -268)' }) +
      group(steam(0.9), { transform: 'translate(0 -540)' }),
    x,
    y,
    scale,
    150,
  );

export const coffeePictures: Readonly<Record<string, () => string>> = {
  'house-espresso': () => family('house-espresso'),
  'harbour-blend': () => withCup('harbour-blend', 'cappuccino', ink.white, 'latte'),
  'monte-nero': () =>
    scene(square, [
      putBag('monte-nero', '1K', 440, 1010, 1.28),
      put(mokaPot(false) + group(steam(0.6), { transform: 'translate(-150 -430)' }), 860, 1070, 1.0, 150),
      putBeans('monte-nero', 500, 1110, 8, 150, 4),
    ]),
  'sidamo-espresso': () => withBeans('sidamo-espresso', 11),
  'finca-organic-espresso': () => withCup('finca-organic-espresso', 'espresso', ink.sand, 'espresso'),
  'night-shift-decaf': () => withBeans('night-shift-decaf', 21),
  'quiet-filter-decaf': () => withBeans('quiet-filter-decaf', 31),
  'morning-filter': () =>
    scene(square, [
      putBag('morning-filter', '1K', 400, 990, 1.24),
      dripperOnServer(850, 1060, 1.06),
      putBeans('morning-filter', 470, 1100, 9, 170, 8),
    ]),
  yirgacheffe: () =>
    scene(square, [
      putBag('yirgacheffe', '1K', 450, 1000, 1.28),
      putCup('mug', ink.sand, 'filter', 840, 1080, 1.15),
      putBeans('yirgacheffe', 430, 1105, 9, 170, 6),
    ]),
  'kenya-nyeri': () => withBeans('kenya-nyeri', 41),
  'colombia-huila': () => family('colombia-huila'),
  'guatemala-antigua': () =>
    scene(square, [
      putBag('guatemala-antigua', '1K', 430, 1000, 1.28),
      put(frenchPress(true), 850, 1075, 1.15, 140),
      putBeans('guatemala-antigua', 480, 1110, 8, 150, 14),
    ]),
  'sumatra-mandheling': () => withBeans('sumatra-mandheling', 51),
  'winter-roast': () =>
    scene(square, [
      putBag('winter-roast', '500', 440, 1010, 1.5),
      putBag('winter-roast', '250', 800, 1065, 1.36, 2),
      putBeans('winter-roast', 560, 1115, 10, 200, 61),
    ]),
  'winter-roast-2025': () => withBeans('winter-roast-2025', 71),
  'green-sidamo': () =>
    scene(square, [
      put(openSack('#9aa27a', 'Sidamo'), 520, 1060, 1.6, 250),
      put(scoop(), 880, 1120, 1.15, 60),
      putBeansOf('#9aa27a', 800, 1110),
    ]),
  'green-santos': () =>
    scene(square, [
      put(openSack('#b3ac83', 'Santos'), 520, 1060, 1.6, 250),
      put(scoop(), 880, 1120, 1.15, 60),
      putBeansOf('#b3ac83', 800, 1110),
    ]),
  'house-espresso--250-g': () =>
    scene(square, [putBag('house-espresso', '250', 560, 1060, 1.9), putBeans('house-espresso', 900, 1070, 12, 130, 3)]),
  'house-espresso--1-kg': () => withBeans('house-espresso', 3),
  'house-espresso--5-kg': () =>
    scene(square, [putBag('house-espresso', '5K', 540, 1080, 1.2), putBeans('house-espresso', 980, 1090, 12, 120, 13)]),
  'house-espresso--in-use': () => withCup('house-espresso', 'espresso', ink.white, 'espresso'),
  'tasting-trio': () =>
    scene(square, [
      putBag('yirgacheffe', '250', 330, 1000, 1.45, -2),
      putBag('colombia-huila', '250', 830, 1000, 1.45, 2),
      putBag('house-espresso', '250', 580, 1070, 1.55),
      putBeans('house-espresso', 900, 1110, 8, 130, 6),
    ]),
};

function putBeansOf(colour: string, x: number, y: number): Placed {
  return put(strewnBeans(colour, 12, 130, 34, 17, 22), x, y, 1, 0);
}
