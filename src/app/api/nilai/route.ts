export { saveMarks as POST } from "@/modules/review/endpoints";
