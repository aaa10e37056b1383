export { registration as POST } from "@/modules/submission/endpoints";
