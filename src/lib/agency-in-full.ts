import { Prisma } from "@/generated/prisma/client";

/**
 * The name of the agency `a` of the surrounding query, of a unit with the agency it belongs to: 552 units are called "Dinas
 * Kesehatan". For wherever a unit stands without its agency beside it.
 */
export const agencyInFull = Prisma.sql`concat_ws(', ', a.name,
    (select root.name from "Agency" root where root.code = split_part(a.code, '/', 1) and root.id <> a.id))`;
