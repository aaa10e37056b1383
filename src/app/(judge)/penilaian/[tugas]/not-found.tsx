import { currentPath } from "@/lib/locale";
import { NotFoundPage } from "@/modules/accounts/components/not-found-page";
import { loadViewer } from "@/modules/accounts/loaders";
import { ClosedRoom } from "@/modules/review/components/room/closed-room";
import { loadClosedRoom } from "@/modules/review/loaders";

/** A judge is told why an entry is closed to them; anybody else, that there is no such page. */
export default async function RoomNotFound() {
  const viewer = await loadViewer({});
  const isJudge = viewer?.hat?.role === "EVALUATOR" || viewer?.hat?.role === "PANELIST";
  if (!isJudge) return <NotFoundPage viewer={viewer} />;
  const [path = ""] = (await currentPath()).split("?");
  const { subject } = await loadClosedRoom({ assignmentId: path.split("/").at(-1) ?? "" });
  return <ClosedRoom because={subject.because} />;
}
