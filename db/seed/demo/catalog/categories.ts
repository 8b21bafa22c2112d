import { words } from './making.ts';
import type { DemoCategory } from './shape.ts';

/** The tree, parents before children; a slug carries the path to it. */
export const categories: readonly DemoCategory[] = [
  {
    slug: 'coffee',
    title: words('Coffee', 'Kaffee'),
    description: words(
      'Roasted on Tuesdays and Fridays, sent the same day: from the 250 g bag at home to the 5 kg sack behind the bar.',
      'Dienstags und freitags geröstet, am selben Tag verschickt: vom 250-g-Beutel für zu Hause bis zum 5-kg-Sack hinter der Bar.',
    ),
    picture: 'category-coffee',
  },
  {
    slug: 'coffee/beans',
    title: words('Coffee beans', 'Kaffeebohnen'),
    description: words(
      'Blends and single origins, whole bean or ground for you.',
      'Mischungen und sortenreine Kaffees, als ganze Bohne oder für Sie gemahlen.',
    ),
    picture: 'category-beans',
  },
  {
    slug: 'coffee/beans/espresso',
    title: words('Espresso', 'Espresso'),
    description: words(
      'Round and sweet under pressure, made for milk or for none.',
      'Rund und süß unter Druck, mit Milch oder ganz ohne.',
    ),
    picture: 'category-espresso',
  },
  {
    slug: 'coffee/beans/filter',
    title: words('Filter coffee', 'Filterkaffee'),
    description: words(
      'Lighter roasts for drippers, presses and the big brewer.',
      'Hellere Röstungen für Handfilter, Stempelkanne und die große Filtermaschine.',
    ),
    picture: 'category-filter',
  },
  {
    slug: 'coffee/beans/decaf',
    title: words('Decaf', 'Entkoffeiniert'),
    description: words('All of the taste, late in the evening.', 'Der ganze Geschmack, auch spät am Abend.'),
    picture: 'category-decaf',
  },
  {
    slug: 'coffee/green',
    title: words('Green coffee', 'Rohkaffee'),
    description: words(
      'For those who roast themselves, weighed to the quarter kilo.',
      'Für alle, die selbst rösten, auf das Viertelkilo genau abgewogen.',
    ),
    picture: 'category-green',
  },
  {
    slug: 'coffee/sets',
    title: words('Sets and gifts', 'Sets und Geschenke'),
    description: words('Things that belong together, in one box.', 'Was zusammengehört, in einer Kiste.'),
    picture: 'category-sets',
  },
  {
    slug: 'machines',
    title: words('Machines', 'Maschinen'),
    description: words(
      'Machines and grinders we repair ourselves, with care plans for those who cannot stand still.',
      'Maschinen und Mühlen, die wir selbst reparieren, mit Wartungspaketen für Betriebe, die nicht stillstehen können.',
    ),
    picture: 'category-machines',
  },
  {
    slug: 'machines/espresso',
    title: words('Espresso machines', 'Espressomaschinen'),
    description: words(
      'From one group on the kitchen counter to three behind the bar.',
      'Von einer Brühgruppe in der Küche bis zu dreien hinter der Bar.',
    ),
    picture: 'category-espresso-machines',
  },
  {
    slug: 'machines/bean-to-cup',
    title: words('Bean-to-cup machines', 'Kaffeevollautomaten'),
    description: words(
      'One button for a whole office, one lobby, one breakfast room.',
      'Ein Knopf für das ganze Büro, die Lobby, den Frühstücksraum.',
    ),
    picture: 'category-bean-to-cup',
  },
  {
    slug: 'machines/brewers',
    title: words('Filter brewers', 'Filtermaschinen'),
    description: words('A steady pot, small or by the gallon.', 'Eine verlässliche Kanne, klein oder literweise.'),
    picture: 'category-brewers',
  },
  {
    slug: 'machines/grinders',
    title: words('Grinders', 'Kaffeemühlen'),
    description: words('The half of the machine people forget.', 'Die Hälfte der Maschine, die gern vergessen wird.'),
    picture: 'category-grinders',
  },
  {
    slug: 'machines/parts',
    title: words('Parts', 'Ersatzteile'),
    description: words(
      'Gaskets, portafilters and hose by the metre.',
      'Dichtungen, Siebträger und Schlauch vom Meter.',
    ),
    picture: 'category-parts',
  },
  {
    slug: 'brewing',
    title: words('Brewing', 'Zubereitung'),
    description: words(
      'Drippers, kettles, scales and the small tools of the trade.',
      'Handfilter, Kessel, Waagen und das kleine Handwerkszeug.',
    ),
    picture: 'category-brewing',
  },
  {
    slug: 'brewing/by-hand',
    title: words('Brewing by hand', 'Von Hand gebrüht'),
    description: words('Slow on purpose.', 'Mit Absicht langsam.'),
    picture: 'category-by-hand',
  },
  {
    slug: 'brewing/filters',
    title: words('Filter papers', 'Filterpapier'),
    description: words(
      'Oxygen-bleached or brown, for every dripper we sell.',
      'Sauerstoffgebleicht oder naturbraun, für jeden Filter in unserem Sortiment.',
    ),
    picture: 'category-filters',
  },
  {
    slug: 'brewing/barista-tools',
    title: words('Barista tools', 'Barista-Werkzeug'),
    description: words('Weight in the hand, repeatable in the cup.', 'Gewicht in der Hand, Gleichmaß in der Tasse.'),
    picture: 'category-tools',
  },
  {
    slug: 'cups',
    title: words('Cups', 'Tassen'),
    description: words(
      'Porcelain that survives a dishwasher, glass that keeps warm, paper that composts.',
      'Porzellan für die Spülmaschine, Glas, das warm hält, Papier, das kompostiert.',
    ),
    picture: 'category-cups',
  },
  {
    slug: 'cups/porcelain',
    title: words('Porcelain', 'Porzellan'),
    description: words('Thick walls, sure handles, stackable.', 'Dicke Wände, sichere Henkel, stapelbar.'),
    picture: 'category-porcelain',
  },
  {
    slug: 'cups/glass',
    title: words('Glass', 'Glas'),
    description: words('Double-walled, mouth-blown.', 'Doppelwandig, mundgeblasen.'),
    picture: 'category-glass',
  },
  {
    slug: 'cups/to-go',
    title: words('To go', 'Zum Mitnehmen'),
    description: words(
      'Paper by the sleeve and cups that come back.',
      'Papierbecher in Stangen und Becher, die wiederkommen.',
    ),
    picture: 'category-to-go',
  },
  {
    slug: 'pantry',
    title: words('Pantry', 'Vorrat'),
    description: words(
      'Syrups, chocolate and what stands beside the machine.',
      'Sirup, Schokolade und was neben der Maschine steht.',
    ),
    picture: 'category-pantry',
  },
  {
    slug: 'pantry/syrups',
    title: words('Syrups', 'Sirup'),
    description: words('Cooked from cane sugar and real spice.', 'Aus Rohrzucker und echten Gewürzen gekocht.'),
    picture: 'category-syrups',
  },
  {
    slug: 'pantry/drinks',
    title: words('Chocolate, chai, oat', 'Schokolade, Chai, Hafer'),
    description: words(
      'For those who came along with a coffee drinker.',
      'Für alle, die einen Kaffeemenschen begleiten.',
    ),
    picture: 'category-drinks',
  },
  {
    slug: 'care',
    title: words('Care', 'Pflege'),
    description: words(
      'Clean machines make better coffee, and make it longer.',
      'Saubere Maschinen machen besseren Kaffee, und das länger.',
    ),
    picture: 'category-care',
  },
  {
    slug: 'care/cleaning',
    title: words('Cleaning', 'Reinigung'),
    description: words('Tablets, descaler, milk cleaner.', 'Tabletten, Entkalker, Milchreiniger.'),
    picture: 'category-cleaning',
  },
  {
    slug: 'care/water',
    title: words('Water', 'Wasser'),
    description: words('Ninety-eight per cent of every cup.', 'Achtundneunzig Prozent jeder Tasse.'),
    picture: 'category-water',
  },
];
