export { snapshotFile as GET } from "@/modules/results/endpoints";
