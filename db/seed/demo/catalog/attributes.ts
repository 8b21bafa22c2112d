import { words } from './making.ts';
import type { Words } from './shape.ts';

/** What a facet is called, its unit (UN/ECE Recommendation 20) when it counts something, its words when it names something. */
export type DemoAttribute = {
  readonly title: Words;
  readonly unit?: 'MLT' | 'LTR' | 'WTT' | 'KGM' | 'MMT' | 'CMT' | 'BAR';
  readonly values?: Readonly<Record<string, Words>>;
};

export const attributes: Readonly<Record<string, DemoAttribute>> = {
  roast: {
    title: words('Roast', 'Röstgrad'),
    values: {
      light: words('Light', 'Hell'),
      medium: words('Medium', 'Mittel'),
      dark: words('Dark', 'Dunkel'),
      green: words('Unroasted', 'Ungeröstet'),
    },
  },
  origin: {
    title: words('Origin', 'Herkunft'),
    values: {
      blend: words('Blend', 'Mischung'),
      ethiopia: words('Ethiopia', 'Äthiopien'),
      kenya: words('Kenya', 'Kenia'),
      colombia: words('Colombia', 'Kolumbien'),
      guatemala: words('Guatemala', 'Guatemala'),
      brazil: words('Brazil', 'Brasilien'),
      honduras: words('Honduras', 'Honduras'),
      sumatra: words('Sumatra', 'Sumatra'),
      peru: words('Peru', 'Peru'),
    },
  },
  process: {
    title: words('Process', 'Aufbereitung'),
    values: {
      washed: words('Washed', 'Gewaschen'),
      natural: words('Natural', 'Natürlich'),
      honey: words('Honey', 'Honey'),
      mixed: words('Mixed', 'Gemischt'),
      'wet-hulled': words('Wet hulled', 'Nass geschält'),
      'sugar-cane': words('Sugar-cane decaffeination', 'Mit Zuckerrohr entkoffeiniert'),
      co2: words('CO₂ decaffeination', 'Mit CO₂ entkoffeiniert'),
    },
  },
  certified: {
    title: words('Certified', 'Zertifiziert'),
    values: { organic: words('Organic', 'Bio'), none: words('No label', 'Ohne Siegel') },
  },
  taste: {
    title: words('Tastes of', 'Schmeckt nach'),
    values: {
      chocolate: words('Chocolate and nuts', 'Schokolade und Nüssen'),
      fruit: words('Red fruit', 'Roten Früchten'),
      floral: words('Flowers and citrus', 'Blüten und Zitrus'),
      spice: words('Spice and cedar', 'Gewürzen und Zeder'),
      caramel: words('Caramel', 'Karamell'),
    },
  },
  volume: { title: words('Volume', 'Volumen'), unit: 'MLT' },
  tank: { title: words('Water tank', 'Wassertank'), unit: 'LTR' },
  wattage: { title: words('Power', 'Leistung'), unit: 'WTT' },
  pressure: { title: words('Pump pressure', 'Pumpendruck'), unit: 'BAR' },
  'machine-weight': { title: words('Weight', 'Gewicht'), unit: 'KGM' },
  width: { title: words('Width', 'Breite'), unit: 'CMT' },
  diameter: { title: words('Diameter', 'Durchmesser'), unit: 'MMT' },
  burrs: { title: words('Burrs', 'Mahlscheiben'), unit: 'MMT' },
  groups: { title: words('Groups', 'Brühgruppen') },
  'cups-per-day': { title: words('Cups a day, up to', 'Tassen am Tag, bis') },
  pieces: { title: words('Pieces', 'Stück') },
  material: {
    title: words('Material', 'Material'),
    values: {
      steel: words('Stainless steel', 'Edelstahl'),
      aluminium: words('Aluminium', 'Aluminium'),
      porcelain: words('Porcelain', 'Porzellan'),
      stoneware: words('Stoneware', 'Steinzeug'),
      glass: words('Borosilicate glass', 'Borosilikatglas'),
      paper: words('Paper', 'Papier'),
      silicone: words('Food-grade silicone', 'Lebensmittelechtes Silikon'),
      brass: words('Brass', 'Messing'),
      beech: words('Beech', 'Buche'),
      cotton: words('Cotton', 'Baumwolle'),
    },
  },
  hazard: {
    title: words('Hazard', 'Gefahrstoff'),
    values: { irritant: words('Irritant', 'Reizend'), corrosive: words('Corrosive', 'Ätzend') },
  },
};
