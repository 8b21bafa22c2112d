import type { PictureData } from '../shop/picture';

/** A bag, a cup and a machine in a few strokes, for the page that shows the components. */
const drawn = (shape: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="#f0e7da"/><ellipse cx="200" cy="330" rx="120" ry="14" fill="#d9cbb7"/>${shape}</svg>`,
  )}`;

const bag = drawn(
  '<path d="M120 110h160l14 220H106z" fill="#97461a"/><path d="M120 110h160l-4-28H124z" fill="#7a3611"/><rect x="142" y="170" width="116" height="96" rx="4" fill="#fbf8f2"/><path d="M160 200h80M160 222h56" stroke="#211b15" stroke-width="8"/>',
);
const cup = drawn(
  '<path d="M110 170h150l-14 120a34 34 0 0 1-34 30h-54a34 34 0 0 1-34-30z" fill="#fbf8f2"/><path d="M258 190h26a34 34 0 0 1 0 68h-34" fill="none" stroke="#fbf8f2" stroke-width="18"/><ellipse cx="185" cy="172" rx="75" ry="16" fill="#4a2c17"/>',
);
const machine = drawn(
  '<rect x="100" y="90" width="200" height="240" rx="14" fill="#574d42"/><rect x="130" y="190" width="140" height="90" fill="#2b241d"/><circle cx="200" cy="140" r="24" fill="#e59d6a"/><path d="M180 190h40v26h-40z" fill="#8a7d6c"/>',
);

export const samplePictures = {
  bag: { src: bag, alt: 'A paper bag of coffee', width: 400, height: 400 },
  cup: { src: cup, alt: 'A white cup', width: 400, height: 400 },
  machine: { src: machine, alt: 'An espresso machine', width: 400, height: 400 },
} satisfies Record<string, PictureData>;
