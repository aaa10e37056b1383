export { rulesFile as GET } from "@/modules/competition/endpoints";
