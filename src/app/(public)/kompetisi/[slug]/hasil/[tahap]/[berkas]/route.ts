export { resultFile as GET } from "@/modules/results/endpoints";
