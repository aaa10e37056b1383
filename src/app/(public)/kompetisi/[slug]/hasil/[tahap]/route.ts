export { resultPage as GET } from "@/modules/results/endpoints";
