export { rankingFile as GET } from "@/modules/results/endpoints";
