/** A link that leaves the portal: the name of the host stands before it, and the other site learns nothing of this page. */
export const OutsideLink = ({ href }: { readonly href: string }) => (
  <>
    <strong>{new URL(href).hostname}</strong>{" "}
    <a href={href} rel="noopener noreferrer external" className="text-sm wrap-anywhere">{href}</a>
  </>
);
