export { siteMapFile as GET } from "@/modules/results/endpoints";
