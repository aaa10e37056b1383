import { NotFoundPage } from "@/modules/accounts/components/not-found-page";
import { WorkspaceFrame } from "@/modules/accounts/components/workspace-frame";
import { loadViewer } from "@/modules/accounts/loaders";

export { generateMetadata } from "./(public)/not-found";

/** For an address that no page has; the groups of pages bring their own frame and have their own file of this name. */
export default async function NotFound() {
  const viewer = await loadViewer({});
  return (
    <WorkspaceFrame viewer={viewer}>
      <NotFoundPage viewer={viewer} />
    </WorkspaceFrame>
  );
}
