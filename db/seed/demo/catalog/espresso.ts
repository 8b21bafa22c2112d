import { bags, module, plan, product, shown, words } from './making.ts';
import type { DemoProduct } from './shape.ts';

export const espresso: readonly DemoProduct[] = [
  product({
    handle: 'house-espresso',
    category: 'coffee/beans/espresso',
    title: words('House Espresso', 'Hausespresso'),
    summary: words(
      'Dark chocolate, toasted hazelnut and a long, sweet finish: the blend our own bar has poured since the first day.',
      'Zartbitter, geröstete Haselnuss und ein langer, süßer Nachklang: die Mischung unserer eigenen Bar, seit dem ersten Tag.',
    ),
    description: words(
      '<p>Three quarters Brazilian Santos for body, one quarter washed Honduras for lift, roasted slowly to the edge of the second crack and rested for five days before it leaves us.</p><p>Start with 18 g in, 38 g out, 27 seconds. It forgives a hurried morning, and it carries milk without disappearing in it.</p>',
      '<p>Drei Viertel brasilianischer Santos für den Körper, ein Viertel gewaschener Honduras für die Frische, langsam bis an den zweiten Crack geröstet und fünf Tage geruht, bevor er uns verlässt.</p><p>Beginnen Sie mit 18 g hinein, 38 g heraus, 27 Sekunden. Er verzeiht einen eiligen Morgen und behauptet sich auch in Milch.</p>',
    ),
    seo_title: words(
      'House Espresso, dark roast from 250 g to 5 kg',
      'Hausespresso, dunkle Röstung von 250 g bis 5 kg',
    ),
    popularity: 100,
    related: ['harbour-blend', 'counter-one', 'espresso-cup'],
    variants: bags('ESP', { roast: 'dark', origin: 'blend', process: 'mixed', taste: 'chocolate', certified: 'none' }, [
      { size: '250 g', shown: shown('8.90', '7.90', '9.50', '1480'), cost: '3.10', stock: '120' },
      { size: '500 g', shown: shown('15.90', '13.90', '17.00', '2640'), cost: '5.80', stock: '96' },
      { size: '1 kg', shown: shown('27.90', '24.50', '29.50', '4580'), cost: '11.20', stock: '240' },
      { size: '5 kg', shown: shown('125.00', '109.00', '132.00', '20500'), cost: '54.00', stock: '40' },
    ]),
    plans: [
      plan({
        code: 'care-plus',
        title: words('Care Plus', 'Care Plus'),
        description: words(
          'For bars: we set your grinder with every delivery and taste along, twice a month.',
          'Für Bars: Wir stellen Ihre Mühle bei jeder Lieferung ein und verkosten mit, zweimal im Monat.',
        ),
        price: shown('12.00', '10.50', '13.00', '1980'),
        includes: ['grinder-service'],
        most_chosen: true,
      }),
    ],
    modules: [
      module({
        code: 'grinder-service',
        title: words('Grinder service', 'Mühlenservice'),
        description: words(
          'We clean and set your grinder for this coffee when we deliver. Cheaper from ten bags.',
          'Wir reinigen Ihre Mühle bei der Lieferung und stellen sie auf diesen Kaffee ein. Ab zehn Beuteln günstiger.',
        ),
        pricing: 'per_unit',
        price: shown('1.50', '1.30', '1.60', '250'),
        breaks: [{ min_quantity: '10', price: shown('1.20', '1.05', '1.30', '200') }],
        excludes: ['self-service'],
      }),
      module({
        code: 'self-service',
        title: words('Self-service kit', 'Selbermach-Set'),
        description: words(
          'Burr brush, cleaning granules and a one-page guide: you set the grinder yourself.',
          'Mahlscheibenpinsel, Reinigungsgranulat und eine Seite Anleitung: Sie stellen die Mühle selbst ein.',
        ),
        pricing: 'flat',
        price: shown('9.00', '7.80', '9.50', '1480'),
        excludes: ['grinder-service'],
      }),
    ],
  }),
  product({
    handle: 'harbour-blend',
    category: 'coffee/beans/espresso',
    title: words('Harbour Blend', 'Hafenmischung'),
    summary: words(
      'Caramel, orange peel and soft acidity: an espresso for those who drink it black.',
      'Karamell, Orangenschale und milde Säure: ein Espresso für alle, die ihn schwarz trinken.',
    ),
    description: words(
      '<p>Colombia and Ethiopia in equal parts, roasted medium. It smells of warm sugar when you open the bag and of citrus when the cup cools.</p><p>18 g in, 42 g out, 29 seconds. As a filter coffee it is unexpectedly good.</p>',
      '<p>Kolumbien und Äthiopien zu gleichen Teilen, mittel geröstet. Beim Öffnen duftet der Beutel nach warmem Zucker, in der abkühlenden Tasse nach Zitrus.</p><p>18 g hinein, 42 g heraus, 29 Sekunden. Auch als Filterkaffee überraschend gut.</p>',
    ),
    seo_title: words('Harbour Blend, medium espresso roast', 'Hafenmischung, mittlere Espressoröstung'),
    popularity: 84,
    related: ['house-espresso', 'sidamo-espresso', 'cappuccino-cup'],
    variants: bags(
      'HAR',
      { roast: 'medium', origin: 'blend', process: 'washed', taste: 'caramel', certified: 'none' },
      [
        { size: '250 g', shown: shown('9.80', '8.60', '10.40', '1620'), cost: '3.60', stock: '84' },
        { size: '500 g', shown: shown('17.50', '15.30', '18.50', '2890'), cost: '6.80', stock: '56' },
        { size: '1 kg', shown: shown('31.50', '27.50', '33.00', '5180'), cost: '13.10', stock: '130' },
        { size: '5 kg', shown: shown('142.00', '124.00', '150.00', '23300'), cost: '63.50', stock: '22' },
      ],
    ),
  }),
  product({
    handle: 'monte-nero',
    category: 'coffee/beans/espresso',
    title: words('Monte Nero', 'Monte Nero'),
    summary: words(
      'A southern Italian roast with a third of fine robusta: thick crema, cocoa, no acidity at all.',
      'Eine süditalienische Röstung mit einem Drittel feinem Robusta: dichte Crema, Kakao, keine Säure.',
    ),
    description: words(
      '<p>For sugar on the crema that sinks slowly. Roasted darker than anything else we make, and blended with washed robusta from Karnataka, which brings weight without the rubber.</p><p>14 g in, 28 g out, 25 seconds, drunk standing.</p>',
      '<p>Für den Zucker, der langsam durch die Crema sinkt. Dunkler geröstet als alles andere bei uns, verschnitten mit gewaschenem Robusta aus Karnataka, der Gewicht bringt und nicht nach Gummi schmeckt.</p><p>14 g hinein, 28 g heraus, 25 Sekunden, im Stehen getrunken.</p>',
    ),
    popularity: 61,
    related: ['house-espresso', 'espresso-cup', 'moka-pot'],
    variants: bags('MON', { roast: 'dark', origin: 'blend', process: 'mixed', taste: 'spice', certified: 'none' }, [
      { size: '250 g', shown: shown('8.40', '7.40', '8.90', '1390'), cost: '2.70', stock: '66' },
      { size: '500 g', shown: shown('14.90', '13.00', '15.70', '2460'), cost: '5.10', stock: '72' },
      { size: '1 kg', shown: shown('25.90', '22.70', '27.20', '4260'), cost: '9.80', stock: '150' },
      { size: '5 kg', shown: shown('116.00', '101.00', '122.00', '19000'), cost: '47.50', stock: '30' },
    ]),
  }),
  product({
    handle: 'sidamo-espresso',
    category: 'coffee/beans/espresso',
    title: words('Sidamo Espresso', 'Sidamo Espresso'),
    summary: words(
      'One cooperative, one harvest: strawberry, cocoa nibs and a syrupy body.',
      'Eine Kooperative, eine Ernte: Erdbeere, Kakaonibs und ein sirupartiger Körper.',
    ),
    description: words(
      '<p>Naturally processed by the Bensa cooperative: the cherries dry whole on raised beds for three weeks. Roasted a little longer than for filter, so that the fruit stays and the sourness goes.</p>',
      '<p>Natürlich aufbereitet von der Kooperative Bensa: Die Kirschen trocknen drei Wochen im Ganzen auf erhöhten Betten. Etwas länger geröstet als für Filter, damit die Frucht bleibt und die Säure geht.</p>',
    ),
    popularity: 47,
    related: ['yirgacheffe', 'harbour-blend', 'grind-one'],
    variants: bags(
      'SID',
      { roast: 'medium', origin: 'ethiopia', process: 'natural', taste: 'fruit', certified: 'organic' },
      [
        { size: '250 g', shown: shown('12.40', '10.90', '13.10', '2050'), cost: '4.90', stock: '48' },
        { size: '500 g', shown: shown('22.90', '20.00', '24.20', '3780'), cost: '9.50', stock: '31' },
        { size: '1 kg', shown: shown('41.00', '36.00', '43.00', '6750'), cost: '18.60', stock: '25' },
      ],
    ),
  }),
  product({
    handle: 'finca-organic-espresso',
    category: 'coffee/beans/espresso',
    title: words('Finca Organic Espresso', 'Finca Bio-Espresso'),
    summary: words(
      'Certified organic from two farms in Peru and Honduras: milk chocolate and dried fig.',
      'Bio-zertifiziert von zwei Farmen in Peru und Honduras: Vollmilchschokolade und getrocknete Feige.',
    ),
    description: words(
      '<p>The one our hotels ask for: certified organic without tasting of it. Gentle, even, easy to dial in after a holiday stand-in has moved the grinder.</p><p>18 g in, 40 g out, 28 seconds.</p>',
      '<p>Der Kaffee, den unsere Hotels bestellen: bio-zertifiziert, ohne danach zu schmecken. Sanft, gleichmäßig und schnell wieder eingestellt, wenn die Urlaubsvertretung an der Mühle war.</p><p>18 g hinein, 40 g heraus, 28 Sekunden.</p>',
    ),
    popularity: 58,
    related: ['house-espresso', 'night-shift-decaf', 'office-barista-20'],
    variants: bags(
      'FIN',
      { roast: 'medium', origin: 'peru', process: 'washed', taste: 'chocolate', certified: 'organic' },
      [
        { size: '250 g', shown: shown('10.20', '8.90', '10.80', '1680'), cost: '3.90', stock: '75' },
        { size: '500 g', shown: shown('18.50', '16.20', '19.60', '3060'), cost: '7.40', stock: '48' },
        { size: '1 kg', shown: shown('33.50', '29.30', '35.20', '5510'), cost: '14.40', stock: '110' },
        { size: '5 kg', shown: shown('151.00', '132.00', '159.00', '24800'), cost: '69.80', stock: '18' },
      ],
    ),
  }),
  product({
    handle: 'night-shift-decaf',
    category: 'coffee/beans/decaf',
    title: words('Night Shift Decaf', 'Nachtschicht entkoffeiniert'),
    summary: words(
      'Decaffeinated with sugar cane in Colombia: caramel and baked apple, and then a good night.',
      'In Kolumbien mit Zuckerrohr entkoffeiniert: Karamell, Bratapfel und danach eine gute Nacht.',
    ),
    description: words(
      '<p>The caffeine is washed out on site with ethyl acetate won from sugar cane; what remains tastes like coffee, not like cardboard. Works as espresso and in a dripper.</p>',
      '<p>Das Koffein wird vor Ort mit Ethylacetat aus Zuckerrohr ausgewaschen; was bleibt, schmeckt nach Kaffee und nicht nach Pappe. Für Espresso und Handfilter geeignet.</p>',
    ),
    popularity: 40,
    related: ['house-espresso', 'morning-filter'],
    variants: bags(
      'NIG',
      { roast: 'medium', origin: 'colombia', process: 'sugar-cane', taste: 'caramel', certified: 'none' },
      [
        { size: '250 g', shown: shown('10.40', '9.10', '11.00', '1710'), cost: '4.10', stock: '52' },
        { size: '500 g', shown: shown('18.90', '16.50', '20.00', '3120'), cost: '7.80', stock: '30' },
        { size: '1 kg', shown: shown('34.50', '30.20', '36.20', '5680'), cost: '15.20', stock: '44' },
        { size: '5 kg', shown: shown('156.00', '136.00', '164.00', '25600'), cost: '73.00', stock: '6' },
      ],
    ),
  }),
  product({
    handle: 'quiet-filter-decaf',
    category: 'coffee/beans/decaf',
    title: words('Quiet Filter Decaf', 'Stiller Filter entkoffeiniert'),
    summary: words(
      'A light decaf for the second pot: honey, pear, black tea.',
      'Ein heller Entkoffeinierter für die zweite Kanne: Honig, Birne, Schwarztee.',
    ),
    description: words(
      '<p>Washed Ethiopian beans, decaffeinated with carbon dioxide under pressure, then roasted as lightly as we dare. 60 g to the litre, 94 °C.</p>',
      '<p>Gewaschene äthiopische Bohnen, unter Druck mit Kohlensäure entkoffeiniert und dann so hell geröstet, wie wir uns trauen. 60 g auf den Liter, 94 °C.</p>',
    ),
    popularity: 22,
    related: ['night-shift-decaf', 'yirgacheffe'],
    variants: bags(
      'QUI',
      { roast: 'light', origin: 'ethiopia', process: 'co2', taste: 'floral', certified: 'organic' },
      [
        { size: '250 g', shown: shown('11.20', '9.80', '11.80', '1850'), cost: '4.60', stock: '28' },
        { size: '1 kg', shown: shown('37.50', '32.80', '39.50', '6180'), cost: '17.00', stock: '14' },
      ],
    ),
  }),
];
