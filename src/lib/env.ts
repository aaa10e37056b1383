import { z } from "zod";

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  NEXTAUTH_SECRET: z.string().min(16),
  NEXTAUTH_URL: z.url().default("http://localhost:3000"),
  ANCHORS_FILE: z.string().optional(),
  SINOVIK_DEMO: z.enum(["0", "1"]).default("0"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** Every variable the portal reads, checked at first use (`next build` runs without any of them). */
export function env(): Env {
  parsed ??= schema.parse(process.env);
  return parsed;
}

export const isDemo = () => process.env.SINOVIK_DEMO === "1";
