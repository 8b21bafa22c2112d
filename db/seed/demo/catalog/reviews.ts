import type { DemoReview } from './shape.ts';

type Row = readonly [
  by: string,
  language: 'en' | 'de',
  stars: DemoReview['stars'],
  daysAgo: number,
  title: string,
  body: string,
  answer?: string,
];

const rows: Readonly<Record<string, readonly Row[]>> = {
  'house-espresso': [
    [
      'Marta L.',
      'en',
      5,
      12,
      'Our daily one',
      'Third kilo. It tastes the same on a good day and on a rushed one, and that is what I want from a house coffee.',
    ],
    [
      'Jonas W.',
      'de',
      5,
      26,
      'Endlich wieder Crema',
      'Schokoladig, rund, auch in Milch noch da. Der 1-kg-Beutel war in vier Tagen hier, Röstdatum drei Tage vorher.',
    ],
    [
      'Priya S.',
      'en',
      4,
      41,
      'Very good, a touch dark for me',
      'Lovely hazelnut. Black I find it slightly bitter at the end; one gram less and it is gone.',
    ],
    [
      'Café Lindenhof',
      'de',
      5,
      63,
      'Seit zwei Jahren in der Mühle',
      'Wir stellen einmal in der Woche nach, mehr braucht er nicht. Die Gäste fragen danach.',
    ],
    ['Owen T.', 'en', 5, 88, 'Forgiving', 'My machine is cheap and my technique is worse. Still sweet.'],
  ],
  'morning-filter': [
    [
      'Birgit H.',
      'de',
      5,
      9,
      'Gemahlen bestellt, frisch gekommen',
      'Der Mahlgrad für den Filter passt genau. Die Küche riecht morgens wie ein Café.',
    ],
    [
      'Sam R.',
      'en',
      4,
      33,
      'Comfort in a pot',
      'Not spectacular, and I mean that kindly. We drink a litre of it every day.',
    ],
    [
      'Kenji M.',
      'en',
      5,
      57,
      'Clean and sweet',
      'Red apple as promised. Works in the batch brewer at the studio without any fuss.',
    ],
  ],
  yirgacheffe: [
    ['Lena B.', 'de', 5, 18, 'Wie Tee mit Pfirsich', 'Mein erster heller Kaffee. Beim Abkühlen wird er noch besser.'],
    ['Tomás G.', 'en', 5, 44, 'Jasmine all over the kitchen', 'Grind a click finer than you think and let it cool.'],
    [
      'Ruth A.',
      'en',
      3,
      70,
      'Beautiful but not for me',
      'I can tell that it is good. I missed some body; my daughter took the rest of the bag gladly.',
    ],
  ],
  'winter-roast': [
    [
      'Friederike K.',
      'de',
      5,
      6,
      'Adventskaffee',
      'Orangeat und Lebkuchen ohne jedes Aroma. Gleich drei Beutel zum Verschenken nachbestellt.',
    ],
    [
      'Daniel P.',
      'en',
      4,
      8,
      'Worth the wait',
      'Better than last year’s, I think. The rum cask is there but it behaves.',
    ],
  ],
  'counter-one': [
    [
      'Hanne V.',
      'de',
      5,
      31,
      'Ein Werkzeug',
      'Schwer, schlicht, laut genug, dass man weiß, was sie tut. Nach zwei Wochen gelingt auch der Milchschaum.',
    ],
    [
      'Marcus E.',
      'en',
      4,
      52,
      'Excellent, small drip tray',
      'The shots are better than at the place downstairs. I empty the tray after every third one.',
      'Fair. The tray is as tall as fits under a 12 cm cup; we lift it out, rinse it and put it back with the day’s last shot.',
    ],
    [
      'Sofia N.',
      'en',
      5,
      97,
      'They really sell every part',
      'Dropped the steam tip in the sink. New one for a few euros, two days later.',
    ],
  ],
  'grind-one': [
    ['Paul D.', 'de', 5, 29, 'Kaum Rückstand', '18,0 g rein, 17,9 g raus. Leiser als meine alte und halb so hoch.'],
    [
      'Amira K.',
      'en',
      4,
      61,
      'Lovely, needs a marked dial',
      'The stepless ring is precise. I drew my own marks on it for espresso and filter.',
    ],
  ],
  'espresso-cup': [
    [
      'Gasthaus Krone',
      'de',
      5,
      38,
      'Halten etwas aus',
      'Vierzig Stück, ein halbes Jahr, eine ging zu Bruch, und das war der Kellner.',
    ],
    ['Elin J.', 'en', 5, 55, 'Heavy in the best way', 'Mixed all four glazes. They stack and they keep warm.'],
  ],
  'slow-drip': [
    [
      'Ingrid S.',
      'de',
      5,
      21,
      'Schaltet sich aus und schmeckt trotzdem',
      'Acht Tassen in sechs Minuten, danach Ruhe. Kupfer sieht in echt noch besser aus.',
    ],
    [
      'Ben C.',
      'en',
      4,
      49,
      'Hand-brew without the hand',
      'Very close to what I make with a kettle, without me standing there.',
    ],
  ],
  'oat-drink': [
    [
      'Rösterei am Kanal',
      'de',
      5,
      14,
      'Flockt nicht',
      'Auch im hellen Filterkaffee nicht. Sechserkarton ist praktisch fürs Lager.',
    ],
    ['Zoe M.', 'en', 4, 36, 'Foams properly', 'Slightly sweet, holds a rosetta until the cup is empty.'],
  ],
  'cleaning-tablets': [
    [
      'Frank O.',
      'de',
      5,
      46,
      'Tut, was es soll',
      'Nach der ersten Tablette schmeckte der Espresso wieder wie am Anfang.',
    ],
    ['Nadia F.', 'en', 5, 80, 'The tub lasts a year', 'One a week at home. No smell left after rinsing twice.'],
  ],
  dripper: [
    [
      'Yuki T.',
      'en',
      5,
      24,
      'Keeps heat well',
      'Warmer bed than in my plastic one, and much nicer to look at. The 02 is right for two people.',
    ],
    ['Carla W.', 'de', 4, 66, 'Schön und schwer', 'Sitzt fest auf der Kanne. Vorher gut vorwärmen.'],
  ],
  'tasting-trio': [
    ['Nils A.', 'de', 5, 11, 'Gutes Geschenk', 'Die Karten sind klug geschrieben. Mein Vater trinkt jetzt Äthiopien.'],
    ['Grace L.', 'en', 5, 58, 'Found my coffee', 'It is the Colombian. I would have bought the wrong one.'],
  ],
  'starter-set': [
    [
      'Viktor R.',
      'en',
      5,
      73,
      'Ready in an hour',
      'It came set to the coffee in the box, as promised: first shot drinkable, fifth one good.',
    ],
  ],
};

const waiting: Readonly<Record<string, readonly Row[]>> = {
  'harbour-blend': [
    [
      'Silke J.',
      'de',
      4,
      2,
      'Kirsche, tatsächlich',
      'Ich hatte Schokolade erwartet und bekam Frucht. Nach drei Tassen wollte ich nichts anderes mehr; nur der Verschluss des Beutels klemmt.',
    ],
  ],
  'gooseneck-kettle': [
    [
      'Rob K.',
      'en',
      1,
      1,
      'Left in the rain',
      'The courier dropped it over the fence and it sat there all afternoon. Ask for Kevin, he knows. Kettle itself I have not tried yet.',
    ],
  ],
};

const listed = (all: Readonly<Record<string, readonly Row[]>>): readonly DemoReview[] =>
  Object.entries(all).flatMap(([product, list]) =>
    list.map(([by, language, stars, days_ago, title, body, answer]) => ({
      ...{ product, by, language, stars, days_ago, title, body },
      ...(answer && { answer }),
    })),
  );

/** Written by people whose order with the product was delivered; the seed makes those orders. */
export const reviews = listed(rows);

/** Two that nobody has read yet: one to approve, and one about a courier and not about the kettle. */
export const waitingReviews = listed(waiting);
