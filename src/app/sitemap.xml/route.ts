export { siteMapFile as GET } from "@/modules/results/endpoints";

/** Without parameters it would be made once, at the build. */
export const dynamic = "force-dynamic";
