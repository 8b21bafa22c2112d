import type { ComponentProps } from 'react';
import { useMessages } from '../i18n/words';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { DescriptionList } from '../ui/description-list';
import { Disclosure } from '../ui/disclosure';
import { type ProductCardData, ProductGrid } from './product-card';
import { ProductGallery } from './product-gallery';
import { Purchase } from './purchase';
import { Reviews } from './reviews';
import { Stars } from './stars';

export type ProductArticleData = ComponentProps<typeof Purchase> & {
  title: string;
  trail: ComponentProps<typeof Breadcrumbs>['trail'];
  pictures: ComponentProps<typeof ProductGallery>['pictures'];
  description: string;
  facts: AboutProps['facts'];
  reviews: ComponentProps<typeof Reviews>['data'];
  sets: readonly ProductCardData[];
  boughtTogether: readonly ProductCardData[];
  related: readonly ProductCardData[];
};

/** A product as its page shows it. */
export function ProductArticle({ view }: { view: ProductArticleData }) {
  const t = useMessages('product');
  const { title, trail, pictures, description, facts, reviews } = view;
  return (
    <div className="grid gap-14">
      <div>
        <Breadcrumbs trail={trail} here={title} />
        <div className="grid gap-8 lg:grid-cols-[1fr_27rem] lg:grid-rows-[auto_1fr] lg:gap-x-12">
          <div className="min-w-0">
            <ProductGallery key={view.box.sku} pictures={pictures} />
          </div>
          <div className="grid min-w-0 content-start gap-4 lg:col-start-2 lg:row-span-2">
            <div className="grid gap-1.5">
              <h1 className="font-display text-3xl font-medium">{title}</h1>
              {reviews.rating && (
                <a href="#reviews" className="justify-self-start no-underline">
                  <Stars rating={reviews.rating} />
                </a>
              )}
            </div>
            <Purchase key={view.handle} {...view} />
          </div>
          <About description={description} facts={facts} />
        </div>
      </div>
      <Cards id="in-set" title={t('inSet')} products={view.sets} />
      <Cards id="bought-together" title={t('boughtTogether')} products={view.boughtTogether} />
      <Cards id="related" title={t('related')} products={view.related} />
      <Reviews data={reviews} />
    </div>
  );
}

type AboutProps = { description: string; facts: readonly { label: string; value: string }[] };

function About({ description, facts }: AboutProps) {
  const t = useMessages('product');
  return (
    <div className="min-w-0 border-t border-line">
      <Disclosure title={t('description')} isOpen>
        <div className="prose-plain max-w-text" dangerouslySetInnerHTML={{ __html: description }} />
      </Disclosure>
      <Disclosure title={t('facts')} isOpen>
        <DescriptionList facts={facts} />
      </Disclosure>
    </div>
  );
}

function Cards({ id, title, products }: { id: string; title: string; products: readonly ProductCardData[] }) {
  if (products.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-6">
      <h2 id={id} className="font-display text-2xl font-medium">
        {title}
      </h2>
      <ProductGrid products={products} seenAtOnce={0} />
    </section>
  );
}
