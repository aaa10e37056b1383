export type MarkProps = { readonly size?: number; readonly className?: string };

/** The product's own mark: many lines, fewer lines, one award. The same drawing is `public/icon.svg`. */
export const Mark = ({ size = 22, className }: MarkProps) => (
  <svg aria-hidden="true" width={size} height={size} viewBox="5 5 22 22" className={className}>
    <rect x="5" y="7" width="22" height="4" rx="1" fill="currentColor" />
    <rect x="5" y="14" width="15" height="4" rx="1" fill="currentColor" />
    <rect x="5" y="21" width="8" height="4" rx="1" fill="currentColor" />
    <circle cx="19" cy="23" r="3" fill="var(--color-gold-400)" />
  </svg>
);
