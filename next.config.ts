import createNextIntlPlugin from "next-intl/plugin";
import type { NextConfig } from "next";

const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` asks for them, over all files; who only starts the portal need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // No page has a picture to make smaller; the service that would do it costs whoever runs the portal, and nobody who asks.
  images: { unoptimized: true },
  // The name of a page comes with the page. Sent later, as Next does for browsers it believes to run scripts, it is missing
  // for a moment, and for good where no script moves it to its place.
  htmlLimitedBots: /.*/,
  // English is the same page under /en. Here and not in src/proxy.ts: a rewrite there names a host, and where that differs
  // from the caller's, Next asks itself anew and the language is lost.
  rewrites: async () => ({
    beforeFiles: [
      { source: "/en", destination: "/" },
      { source: "/en/:path*", destination: "/:path*" },
    ],
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: "/:path*", headers },
    { source: "/fonts/:path*", headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }] },
  ],
};

export default createNextIntlPlugin("./src/lib/i18n.ts")(config);
