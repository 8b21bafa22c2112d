import { knockBox, milkJug, tamper } from './things/barista-tools.ts';
import { crate, filterStack, foldedCloths, gaskets, hoseCoil, scoop, waterFilter } from './things/parts.ts';
import { lookOf, putBag, putBeans, putCup } from './coffees.ts';
import { ink } from './light.ts';
import { type Placed, put, scene, wide } from './scene.ts';
import { group } from './svg.ts';
import { dripper, frenchPress, kettle, mokaPot, server } from './things/by-hand.ts';
import { bag } from './things/bag.ts';
import { cup, doubleWall, steam, toGoCup, travelCup } from './things/cup.ts';
import { grindOne, grindPro, handGrinder } from './things/grinder.ts';
import { counterMachine, portafilter, station } from './things/machine.ts';
import { batchBrewer, slowDrip, thermalJug } from './things/brewer.ts';
import { officeBarista20, officeBarista8 } from './things/office-machine.ts';
import { carton, cleanerBottle, openSack, syrupBottle, tin } from './things/packs.ts';

const shot = cup('espresso', ink.white, 'espresso', false);
const flatWhite = cup('cappuccino', ink.white, 'latte', false);
const steel = { colour: ink.steel, metal: true };
const dripping = (colour: string, x: number, y: number, scale: number): Placed =>
  put(
    server(700, 0.4) +
      group(dripper(colour, true), { transform: 'translate(0 -268)' }) +
      group(steam(0.9), { transform: 'translate(10 -550)' }),
    x,
    y,
    scale,
    150,
  );
const syrup = (colour: string, name: string[], large: boolean) =>
  syrupBottle(colour, { name, small: large ? 'Syrup  ·  700 ml' : 'Syrup  ·  250 ml' }, large);
const oat = carton('#efe4cc', { name: ['Oat', 'drink'], small: 'Barista  ·  1 l' });
const tablets = tin(140, 260, '#3f6f86', { name: ['Cleaning', 'tablets'], small: '60 pieces' }, '#2f5567', true);
const view = (...things: Placed[]) => scene(wide, things);

/** Category pictures: three or four things that belong together, at one scale. */
export const categoryPictures: Readonly<Record<string, () => string>> = {
  'category-coffee': () =>
    view(
      putBag('harbour-blend', '1K', 260, 740, 0.92),
      putBag('house-espresso', '1K', 520, 760, 0.96),
      putBag('yirgacheffe', '500', 760, 780, 0.92),
      putCup('cappuccino', ink.white, 'latte', 960, 830, 0.72),
      putBeans('house-espresso', 420, 845, 12, 200, 3),
    ),
  'category-beans': () =>
    view(
      putBag('morning-filter', '500', 300, 750, 1.1),
      putBag('sidamo-espresso', '500', 600, 760, 1.1),
      putBag('guatemala-antigua', '500', 900, 750, 1.1),
      putBeans('house-espresso', 600, 845, 22, 400, 7),
    ),
  'category-espresso': () =>
    view(
      putBag('house-espresso', '1K', 330, 780, 1.02),
      putBag('monte-nero', '500', 620, 800, 1.0),
      putCup('espresso', ink.white, 'espresso', 920, 825, 1.0),
      putBeans('monte-nero', 520, 855, 9, 180, 5),
    ),
  'category-filter': () =>
    view(
      putBag('yirgacheffe', '500', 280, 770, 1.06),
      putBag('kenya-nyeri', '250', 520, 800, 1.0),
      dripping(ink.white, 840, 820, 1.12),
      putBeans('kenya-nyeri', 440, 850, 9, 170, 2),
    ),
  'category-decaf': () =>
    view(
      putBag('night-shift-decaf', '1K', 380, 790, 1.0),
      putBag('quiet-filter-decaf', '500', 690, 815, 0.98),
      putCup('mug', ink.slate, 'filter', 950, 830, 0.95),
    ),
  'category-green': () =>
    view(
      put(openSack('#9aa27a', 'Sidamo'), 380, 790, 1.16, 250),
      put(openSack('#b3ac83', 'Santos'), 850, 800, 1.0, 250),
      put(scoop(), 610, 850, 0.95, 60),
    ),
  'category-sets': () =>
    view(
      put(
        crate(
          720,
          260,
          group(bag(lookOf('house-espresso', '1K'), '1K'), { transform: 'translate(-200 -60) scale(.7)' }) +
            group(bag(lookOf('yirgacheffe', '500'), '500'), { transform: 'translate(20 -60) scale(.8)' }) +
            group(syrup('#c9a050', ['Vanilla'], true), { transform: 'translate(220 -60) scale(.8)' }),
        ),
        560,
        790,
        1.1,
        360,
      ),
      putCup('mug', ink.sand, 'filter', 980, 835, 0.78),
    ),
  'category-machines': () =>
    view(
      put(station(2, { ...steel, cup: shot }), 430, 740, 0.82, 450),
      put(grindPro({ colour: ink.black }), 1010, 790, 0.78, 160),
      putCup('cappuccino', ink.white, 'latte', 820, 845, 0.5),
    ),
  'category-espresso-machines': () =>
    view(
      put(counterMachine({ ...steel, cup: shot }), 360, 800, 0.95, 260),
      put(counterMachine({ colour: ink.cream, cup: shot }), 850, 800, 0.95, 260),
    ),
  'category-bean-to-cup': () =>
    view(
      put(officeBarista8(true, flatWhite), 380, 800, 0.88, 340),
      put(officeBarista20(flatWhite), 900, 815, 0.76, 270),
    ),
  'category-brewers': () =>
    view(
      put(slowDrip(ink.copper), 380, 800, 1.08, 310),
      put(batchBrewer(), 840, 810, 0.8, 220),
      put(thermalJug(), 1060, 835, 0.76, 120),
    ),
  'category-grinders': () =>
    view(
      put(grindPro({ colour: ink.steel, metal: true }), 270, 800, 0.82, 160),
      put(grindOne({ colour: ink.black }), 560, 810, 0.98, 160),
      put(handGrinder(ink.steel, true), 860, 820, 1.0, 80),
      putBeans('house-espresso', 720, 855, 12, 130, 4),
    ),
  'category-parts': () =>
    view(
      put(portafilter({ spouts: 2 }), 260, 480, 1.8, 0),
      put('', 380, 610, 0.8, 260),
      put(hoseCoil(36), 820, 660, 1.1, 220),
      put(gaskets(), 560, 830, 1.1, 260),
    ),
  'category-brewing': () =>
    view(
      put(kettle(ink.black, false), 330, 780, 1.15, 205),
      dripping(ink.white, 800, 810, 1.1),
      putCup('mug', ink.sand, 'filter', 1040, 840, 0.66),
    ),
  'category-by-hand': () =>
    view(
      put(mokaPot(false), 240, 790, 1.0, 150),
      put(frenchPress(true), 560, 810, 1.1, 140),
      dripping(ink.slate, 900, 815, 1.06),
    ),
  'category-filters': () =>
    view(put(filterStack('cone', true), 380, 740, 1.45, 190), put(filterStack('basket', false), 880, 800, 1.5, 120)),
  'category-tools': () =>
    view(
      put(knockBox(), 290, 770, 1.2, 175),
      put(tamper(), 620, 800, 1.25, 118),
      put(milkJug(true), 920, 805, 1.15, 150),
    ),
  'category-cups': () =>
    view(
      putCup('cappuccino', ink.moss, 'latte', 350, 760, 1.05),
      putCup('espresso', ink.white, 'espresso', 760, 800, 1.1),
      put(doubleWall(true), 1040, 825, 1.15, 70),
    ),
  'category-porcelain': () =>
    view(
      putCup('mug', ink.sand, 'filter', 230, 740, 1.02),
      putCup('cappuccino', ink.slate, 'latte', 590, 800, 1.0),
      putCup('espresso', ink.moss, 'espresso', 970, 830, 1.0),
    ),
  'category-glass': () => view(put(doubleWall(false), 420, 790, 1.6, 90), put(doubleWall(true), 790, 815, 1.5, 70)),
  'category-to-go': () =>
    view(
      put(toGoCup(420, ink.copper, true), 350, 790, 1.26, 125),
      put(toGoCup(330, ink.moss, false), 650, 810, 1.2, 100),
      put(travelCup(ink.cream), 930, 820, 1.3, 100),
    ),
  'category-pantry': () =>
    view(
      put(syrup('#c9a050', ['Vanilla'], true), 260, 780, 1.2, 104),
      put(oat, 560, 800, 1.12, 150),
      put(tin(150, 340, '#5a2c20', { name: ['Drinking', 'chocolate'], small: '55 %  ·  500 g' }), 910, 815, 1.1, 155),
    ),
  'category-syrups': () =>
    view(
      put(syrup('#c9a050', ['Vanilla'], true), 290, 800, 1.28, 104),
      put(syrup('#a1562a', ['Burnt', 'caramel'], true), 600, 810, 1.28, 104),
      put(syrup('#7a4a2c', ['Hazelnut'], true), 910, 800, 1.28, 104),
    ),
  'category-drinks': () =>
    view(
      put(oat, 280, 790, 1.2, 150),
      put(syrupBottle('#8e4a2a', { name: ['Chai'], small: 'Concentrate  ·  1 l' }, true), 580, 800, 1.2, 104),
      putCup('mug', ink.sand, 'chocolate', 900, 820, 1.1),
    ),
  'category-care': () =>
    view(
      put(tablets, 290, 780, 1.3, 145),
      put(cleanerBottle('#c8793a', { name: ['Descaler'], small: '1 l' }, true), 650, 810, 1.2, 120),
      put(foldedCloths(), 960, 830, 0.86, 225),
    ),
  'category-cleaning': () =>
    view(
      put(cleanerBottle('#9fb7c0', { name: ['Milk', 'cleaner'], small: '1 l' }, true, '#3f6f86'), 280, 800, 1.22, 120),
      put(tablets, 610, 810, 1.3, 145),
      put(
        tin(140, 330, '#66733f', { name: ['Grinder', 'granules'], small: '430 g' }, '#4b5630', true),
        940,
        820,
        1.2,
        145,
      ),
    ),
  'category-water': () =>
    view(
      put(waterFilter(true), 420, 800, 1.25, 105),
      put(waterFilter(false), 650, 825, 1.2, 78),
      put(kettle(ink.steel, true), 920, 815, 0.8, 205),
    ),
};

/** The counter: what the home page and shared links show. */
const counter = (width: number, height: number, k: number, x0: number, y: number) =>
  scene({ width, height, tone: '#f1e8da' }, [
    put(counterMachine({ ...steel, cup: shot }), x0, y, 0.98 * k, 260),
    put(grindOne({ colour: ink.black }), x0 + 370 * k, y + 10 * k, 0.98 * k, 160),
    putBag('house-espresso', '1K', x0 + 640 * k, y + 20 * k, 0.9 * k),
    putBag('yirgacheffe', '250', x0 + 880 * k, y + 44 * k, 0.92 * k),
    put(milkJug(false), x0 + 150 * k, y + 78 * k, 0.58 * k, 125),
    putCup('cappuccino', ink.moss, 'latte', x0 + 430 * k, y + 104 * k, 0.62 * k),
    putCup('espresso', ink.white, 'espresso', x0 + 1010 * k, y + 110 * k, 0.62 * k),
    putBeans('house-espresso', x0 + 730 * k, y + 108 * k, 14, 150 * k, 6, 17 * k),
  ]);

export const brandPictures: Readonly<Record<string, () => string>> = {
  home: () => counter(1600, 1000, 1.02, 360, 830),
  'open-graph': () => counter(1200, 630, 0.68, 340, 530),
};
