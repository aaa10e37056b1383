/** The invented people of the demonstration. Addresses under `.example` can belong to nobody (RFC 2606). */

/** The cast that the sign-in page offers; the many others who fill the demonstration live under another domain. */
export const DEMO_DOMAIN = "peragaan.example";
export const FILLER_DOMAIN = "pengisi.example";
