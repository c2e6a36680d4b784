import { defineConfig } from "prisma/config";

/** For the `prisma` command alone; the application has its own migrator and its own connection. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? "postgresql://owner@localhost:5432/common_ground" },
});
