import { currentPath } from "@/lib/locale";
import { NotFoundPage } from "@/modules/accounts/components/not-found-page";
import { WorkspaceFrame } from "@/modules/accounts/components/workspace-frame";
import { loadViewer } from "@/modules/accounts/loaders";
import RoomNotFound from "./(judge)/penilaian/[tugas]/not-found";

export { generateMetadata } from "./(public)/not-found";

/** An entry's own address: its judge is told why it is closed, here too, where the web server asks for the finished page. */
const ROOM = /^\/penilaian\/[0-9a-f]{8}-[0-9a-f-]{27}(?=$|\?)/;

/** For an address that no page has; the groups of pages bring their own frame and have their own file of this name. */
export default async function NotFound() {
  const [viewer, path] = await Promise.all([loadViewer({}), currentPath()]);
  return <WorkspaceFrame viewer={viewer}>{ROOM.test(path) ? <RoomNotFound /> : <NotFoundPage viewer={viewer} />}</WorkspaceFrame>;
}
