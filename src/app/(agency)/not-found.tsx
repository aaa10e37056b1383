export { NotFoundPage as default } from "@/modules/accounts/components/not-found-page";
