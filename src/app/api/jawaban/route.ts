export { autosave as PATCH, autosave as POST } from "@/modules/submission/endpoints";
