import { NotFoundPage } from "@/modules/accounts/components/not-found-page";
import { loadViewer } from "@/modules/accounts/loaders";

/** In the frame that the layout of this group draws already. */
export default async function NotFound() {
  return <NotFoundPage viewer={await loadViewer({})} />;
}
