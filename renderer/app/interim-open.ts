import { desk } from "../session/window-store.js";

export async function openSample(): Promise<void> {
  const prepared = await desk.prepare();
  if (!prepared.ok) throw new Error(prepared.failure.code);
  const pack = desk.packs()[0]?.pack.id ?? "";
  const file = await desk.host().packFile(pack, "sample.xlsx");
  if (!file.ok) throw new Error(file.failure.code);
  const opening = await desk.open(file.value, [], { progress: () => undefined, signal: new AbortController().signal });
  if (!opening.ok) throw new Error(opening.failure.code);
  await desk.show(opening.value, { name: "示例.xlsx", folder: "" }, true);
}
