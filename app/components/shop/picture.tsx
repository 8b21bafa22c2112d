/** One of our drawings in the sizes there are; `width` and `height` are those of the largest. */
export type PictureData = {
  readonly src: string;
  readonly srcSet?: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
};

type Props = { picture: PictureData; sizes: string; isFirst?: boolean; className?: string };

/** A picture that keeps its place while it loads. The first of a page comes at once, the others when they are near. */
export function Picture({ picture, sizes, isFirst = false, className = '' }: Props) {
  const { src, srcSet, alt, width, height } = picture;
  return (
    <img
      src={src}
      srcSet={srcSet}
      sizes={srcSet ? sizes : undefined}
      alt={alt}
      width={width}
      height={height}
      loading={isFirst ? 'eager' : 'lazy'}
      decoding={isFirst ? 'sync' : 'async'}
      {...(isFirst ? { fetchpriority: 'high' } : {})}
      className={`h-auto w-full bg-sunken ${className}`}
    />
  );
}
