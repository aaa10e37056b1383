/** Fetches the text face together with the style sheet; the display face may come later or not at all. */
export const FontPreload = () => (
  <link rel="preload" href="/fonts/source-sans-3-latin.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
);
