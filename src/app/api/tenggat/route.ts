export { deadline as POST } from "@/modules/submission/endpoints";
