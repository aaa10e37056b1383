import { defineConfig } from "prisma/config";

const url = process.env.DATABASE_URL ?? "postgresql://none@127.0.0.1:1/none";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url, shadowDatabaseUrl: url },
});
