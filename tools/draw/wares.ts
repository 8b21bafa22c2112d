import { knockBox, milkJug, scale, tamper } from './things/barista-tools.ts';
import { crate, filterStack, foldedCloths, gaskets, hoseCoil, waterFilter } from './things/parts.ts';
import { lookOf, putBag, putBeans, putCup } from './coffees.ts';
import { ink, lit } from './light.ts';
import { put, scene, square } from './scene.ts';
import { at, group } from './svg.ts';
import { bag } from './things/bag.ts';
import { dripper, frenchPress, kettle, mokaPot, server } from './things/by-hand.ts';
import { cup, doubleWall, fibreLid, steam, toGoCup, travelCup } from './things/cup.ts';
import { grindOne, grindPro, grindShop, handGrinder } from './things/grinder.ts';
import { counterMachine, portafilter, station } from './things/machine.ts';
import { batchBrewer, slowDrip, thermalJug } from './things/brewer.ts';
import { officeBarista20, officeBarista8 } from './things/office-machine.ts';
import { carton, cleanerBottle, syrupBottle, tin } from './things/packs.ts';

const shot = cup('espresso', ink.white, 'espresso', false);
const flatWhite = cup('cappuccino', ink.white, 'latte', false);
const colours: Readonly<Record<string, { colour: string; metal?: boolean }>> = {
  steel: { colour: ink.steel, metal: true },
  black: { colour: ink.black },
  cream: { colour: ink.cream },
  white: { colour: ink.white },
  sand: { colour: ink.sand },
  moss: { colour: ink.moss },
  slate: { colour: ink.slate },
  copper: { colour: ink.copper, metal: true },
};
const named = (name: string) => colours[name] ?? { colour: ink.white };

type Pictures = Record<string, () => string>;
/** One drawing in several finishes; the first is the product's own picture. */
const finishes = (
  handle: string,
  names: readonly string[],
  draw: (look: { colour: string; metal?: boolean }) => string,
): Pictures =>
  Object.fromEntries([
    [handle, () => draw(named(names[0]!))],
    ...names.slice(1).map((name) => [`${handle}--${name}`, () => draw(named(name))] as const),
  ]);

const machines: Pictures = {
  ...finishes('counter-one', ['steel', 'black', 'cream'], (look) =>
    scene(square, [put(counterMachine({ ...look, cup: shot }), 600, 1080, 1.28, 260)]),
  ),
  'counter-classic': () =>
    scene(square, [put(counterMachine({ colour: '#b9b2a8', metal: true }), 600, 1080, 1.28, 260)]),
  'counter-duo': () =>
    scene(square, [put(counterMachine({ colour: ink.steel, metal: true, cup: shot }, true), 600, 1080, 1.28, 320)]),
  ...finishes('station-two', ['steel', 'black'], (look) =>
    scene(square, [put(station(2, { ...look, cup: shot }), 600, 1010, 1.18, 450)]),
  ),
  'station-three': () => scene(square, [put(station(3, { colour: '#2f4a44', cup: shot }), 600, 960, 0.9, 600)]),
  'office-barista-8': () => scene(square, [put(officeBarista8(false, shot), 600, 1080, 1.25, 225)]),
  'office-barista-8--with-milk-fridge': () =>
    scene(square, [put(officeBarista8(true, flatWhite), 600, 1080, 1.2, 340)]),
  'office-barista-20': () => scene(square, [put(officeBarista20(flatWhite), 600, 1100, 1.03, 270)]),
  'batch-brewer': () => scene(square, [put(batchBrewer(), 600, 1100, 1.06, 220)]),
  ...finishes('slow-drip', ['black', 'copper'], (look) =>
    scene(square, [put(slowDrip(look.colour), 600, 1070, 1.5, 310)]),
  ),
  ...finishes('grind-one', ['steel', 'black', 'cream'], (look) =>
    scene(square, [put(grindOne(look), 600, 1080, 1.42, 160)]),
  ),
  ...finishes('grind-pro-64', ['steel', 'black'], (look) => scene(square, [put(grindPro(look), 600, 1090, 1.13, 160)])),
  'grind-shop': () => scene(square, [put(grindShop(lookOf('morning-filter', '500')), 600, 1100, 0.96, 200)]),
  ...finishes('hand-grinder', ['steel', 'black'], (look) =>
    scene(square, [
      put(handGrinder(look.colour, look.metal ?? false), 540, 1080, 1.62, 80),
      putBeans('yirgacheffe', 860, 1080, 12, 130, 5),
    ]),
  ),
  portafilter: () => scene(square, [put(portafilter({ spouts: 2 }), 350, 640, 2.6, 0), put('', 600, 850, 1, 330)]),
  'portafilter--single': () =>
    scene(square, [put(portafilter({ spouts: 1 }), 350, 640, 2.6, 0), put('', 600, 850, 1, 330)]),
  'portafilter--bottomless': () =>
    scene(square, [put(portafilter({ spouts: 0 }), 350, 680, 2.6, 0), put('', 600, 850, 1, 330)]),
  'gasket-kit': () => scene(square, [put(gaskets(), 565, 860, 1.8, 280)]),
  'braided-hose': () => scene(square, [put(hoseCoil(36), 560, 940, 1.7, 220)]),
};

const pouring = (colour: string) =>
  at(
    0,
    0,
    1,
    server(700, 0.34) +
      group(dripper(colour, true), { transform: 'translate(0 -268)' }) +
      group(steam(1), { transform: 'translate(10 -560)' }),
  );

const brewing: Pictures = {
  ...finishes('dripper', ['white', 'slate'], (look) => scene(square, [put(pouring(look.colour), 600, 1060, 1.6, 160)])),
  'glass-server': () =>
    scene(square, [put(server(700, 0.45), 700, 1000, 2.0, 150), put(server(400, 0), 330, 1070, 1.9, 120)]),
  'french-press': () =>
    scene(square, [put(frenchPress(true), 690, 1030, 1.6, 140), put(frenchPress(false), 350, 1090, 1.55, 105)]),
  'moka-pot': () =>
    scene(square, [
      put(mokaPot(true) + group(steam(0.8), { transform: 'translate(-224 -520)' }), 580, 1070, 1.42, 190),
    ]),
  ...finishes('gooseneck-kettle', ['black', 'steel'], (look) =>
    scene(square, [put(kettle(look.colour, look.metal ?? false), 610, 1010, 1.85, 210)]),
  ),
  'filter-papers': () =>
    scene(square, [
      put(filterStack('cone', true), 470, 930, 1.95, 190),
      put(filterStack('basket', false), 860, 1080, 1.4, 120),
    ]),
  'coffee-scale': () =>
    scene(square, [
      put(
        scale(
          group(server(400, 0.4) + group(dripper(ink.white, true), { transform: 'translate(0 -206) scale(.86)' }), {
            transform: 'scale(.95)',
          }),
        ),
        600,
        1010,
        1.75,
        265,
      ),
    ]),
  tamper: () => scene(square, [put(tamper(), 600, 1020, 2.4, 118)]),
  'milk-jug': () =>
    scene(square, [put(milkJug(true), 700, 1000, 1.85, 150), put(milkJug(false), 350, 1080, 1.75, 125)]),
  'knock-box': () => scene(square, [put(knockBox(), 600, 1000, 2.3, 175)]),
};

const cups: Pictures = {
  ...finishes('espresso-cup', ['white', 'sand', 'moss', 'slate'], (look) =>
    scene(square, [putCup('espresso', look.colour, 'espresso', 580, 960, 2.5)]),
  ),
  ...finishes('cappuccino-cup', ['white', 'sand', 'moss', 'slate'], (look) =>
    scene(square, [putCup('cappuccino', look.colour, 'latte', 580, 960, 1.85)]),
  ),
  ...finishes('filter-mug', ['sand', 'slate'], (look) =>
    scene(square, [putCup('mug', look.colour, 'filter', 570, 1010, 2.3)]),
  ),
  'double-wall-glass': () =>
    scene(square, [put(doubleWall(false), 760, 1010, 2.1, 90), put(doubleWall(true), 370, 1060, 2.0, 70)]),
  'paper-cup': () =>
    scene(square, [
      put(
        toGoCup(420, ink.copper, false) + group(steam(0.9), { transform: 'translate(0 -420)' }),
        810,
        1020,
        1.75,
        125,
      ),
      put(toGoCup(330, ink.moss, true), 480, 1050, 1.7, 100),
      put(toGoCup(220, ink.slate, false), 230, 1085, 1.65, 66),
    ]),
  'cup-lid': () =>
    scene(square, [
      put(
        [0, 1, 2, 3, 4].map((i) => group(fibreLid(150, 0), { transform: `translate(0 ${-i * 30})` })).join(''),
        470,
        960,
        1.75,
        160,
      ),
      put(group(fibreLid(150, 0), { transform: 'rotate(0)' }), 840, 1050, 1.6, 160),
    ]),
  ...finishes('travel-cup', ['cream', 'moss', 'black'], (look) =>
    scene(square, [put(travelCup(look.colour), 600, 1060, 2.15, 100)]),
  ),
  'thermal-jug': () => scene(square, [put(thermalJug(), 570, 1080, 2.15, 120)]),
};

const pantry: Pictures = {
  'vanilla-syrup': () =>
    scene(square, [
      put(syrupBottle('#c9a050', { name: ['Vanilla'], small: 'Syrup  ·  700 ml' }, true), 540, 1080, 1.72, 104),
      put(syrupBottle('#c9a050', { name: ['Vanilla'], small: 'Syrup  ·  250 ml' }, false), 850, 1100, 1.5, 80),
    ]),
  'caramel-syrup': () =>
    scene(square, [
      put(
        syrupBottle('#a1562a', { name: ['Burnt', 'caramel'], small: 'Syrup  ·  700 ml' }, true),
        540,
        1080,
        1.72,
        104,
      ),
      put(syrupBottle('#a1562a', { name: ['Burnt', 'caramel'], small: 'Syrup  ·  250 ml' }, false), 850, 1100, 1.5, 80),
    ]),
  'hazelnut-syrup': () =>
    scene(square, [
      put(syrupBottle('#7a4a2c', { name: ['Hazelnut'], small: 'Syrup  ·  700 ml' }, true), 540, 1080, 1.72, 104),
      put(syrupBottle('#7a4a2c', { name: ['Hazelnut'], small: 'Syrup  ·  250 ml' }, false), 850, 1100, 1.5, 80),
    ]),
  'chai-concentrate': () =>
    scene(square, [
      put(syrupBottle('#8e4a2a', { name: ['Chai'], small: 'Concentrate  ·  1 l' }, true), 460, 1050, 1.72, 104),
      put(doubleWall(false) + group(steam(0.8), { transform: 'translate(0 -300)' }), 830, 1080, 1.3, 90),
    ]),
  'drinking-chocolate': () =>
    scene(square, [
      put(tin(150, 340, '#5a2c20', { name: ['Drinking', 'chocolate'], small: '55 %  ·  500 g' }), 460, 1030, 1.6, 155),
      putCup('mug', ink.sand, 'chocolate', 870, 1090, 1.1),
    ]),
  'oat-drink': () =>
    scene(square, [
      put(carton('#efe4cc', { name: ['Oat', 'drink'], small: 'Barista  ·  1 l' }), 470, 1040, 1.65, 150),
      putCup('cappuccino', ink.moss, 'latte', 860, 1090, 0.95),
    ]),
  'cleaning-tablets': () =>
    scene(square, [
      put(
        tin(140, 260, '#3f6f86', { name: ['Cleaning', 'tablets'], small: '60 pieces' }, '#2f5567', true),
        520,
        1020,
        2.0,
        145,
      ),
      put(
        [0, 1, 2].map((i) => group(tabletAt(), { transform: `translate(${i * 82 - 40} ${i % 2 ? 34 : 0})` })).join(''),
        880,
        1050,
        1.7,
        0,
      ),
    ]),
  descaler: () =>
    scene(square, [
      put(cleanerBottle('#c8793a', { name: ['Descaler'], small: '1 l' }, true), 690, 1040, 1.72, 120),
      put(cleanerBottle('#c8793a', { name: ['Descaler'], small: '250 ml' }, false), 330, 1085, 1.4, 95),
    ]),
  'milk-cleaner': () =>
    scene(square, [
      put(cleanerBottle('#9fb7c0', { name: ['Milk', 'cleaner'], small: '1 l' }, true, '#3f6f86'), 500, 1050, 1.75, 120),
      put(milkJug(false), 880, 1085, 1.25, 125),
    ]),
  'grinder-granules': () =>
    scene(square, [
      put(
        tin(140, 330, '#66733f', { name: ['Grinder', 'granules'], small: '430 g' }, '#4b5630', true),
        560,
        1060,
        1.85,
        145,
      ),
    ]),
  'barista-cloth': () => scene(square, [put(foldedCloths(), 590, 980, 1.9, 225)]),
  'water-filter': () =>
    scene(square, [put(waterFilter(true), 640, 1060, 1.75, 105), put(waterFilter(false), 330, 1095, 1.6, 78)]),
};

function tabletAt(): string {
  return toTablet(lit('#e9eef0', 0.3));
}
const toTablet = (colour: string) =>
  `<ellipse cx="6" cy="8" rx="40" ry="15" fill="#22140c" opacity="0.22"/><path d="M-38 -12V4A38 14 0 0 0 38 4V-12Z" fill="#c3ccd0"/><ellipse cx="0" cy="-12" rx="38" ry="14" fill="${colour}"/><path d="M-30 -12H30" stroke="#b3bec2" stroke-width="3"/>`;

const sets: Pictures = {
  'starter-set': () =>
    scene(square, [
      put(counterMachine({ colour: ink.steel, metal: true, cup: shot }), 440, 950, 0.98, 260),
      put(grindOne({ colour: ink.steel, metal: true }), 850, 980, 0.98, 160),
      putBag('house-espresso', '1K', 1040, 1050, 0.68),
      put(tamper(), 640, 1090, 0.72, 118),
      put(milkJug(false), 800, 1100, 0.72, 125),
      putCup('espresso', ink.white, 'espresso', 420, 1100, 0.78),
    ]),
  'office-welcome-box': () =>
    scene(square, [
      put(
        crate(
          760,
          300,
          group(bag(lookOf('finca-organic-espresso', '1K'), '1K'), { transform: 'translate(-210 -60) scale(.78)' }) +
            group(bag(lookOf('finca-organic-espresso', '1K'), '1K'), { transform: 'translate(20 -60) scale(.78)' }) +
            group(carton('#efe4cc', { name: ['Oat', 'drink'], small: 'Barista  ·  1 l' }), {
              transform: 'translate(255 -60) scale(.95)',
            }),
        ),
        600,
        1010,
        1.22,
        380,
      ),
      putCup('mug', ink.sand, 'filter', 300, 1110, 0.72),
      putCup('mug', ink.slate, 'filter', 900, 1120, 0.72),
    ]),
};

export const warePictures: Readonly<Pictures> = { ...machines, ...brewing, ...cups, ...pantry, ...sets };
