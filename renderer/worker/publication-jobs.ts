import { prepareDelivery, type Delivery } from "../../shared/delivery/delivery.js";
import {
  preparePublication,
  publishFiles,
  recordOfPublication,
  type Publication,
} from "../../shared/delivery/publication.js";
import type { OpenedWorkbook } from "../../shared/exchange/open-workbook.js";
import { leftOutText } from "../../shared/messages/checklist-text.js";
import { publicationRecordName, publishedNames } from "../../shared/messages/publication-names.js";
import { success, type Result } from "../../shared/result.js";
import type { MadePublication, PreparedPublication, PublicationQuestion, PublicationWish, Tell } from "./protocol.js";

/** Goes through everything before a publication; nothing is made yet. */
export async function askPublication(
  bytes: Uint8Array,
  opened: OpenedWorkbook,
  { template }: PublicationQuestion,
  tell: Tell,
): Promise<Result<PreparedPublication>> {
  await tell("checking");
  const ready = prepared(bytes, opened, template, []);
  if (!ready.ok) return ready;
  const { names, checklist, errors } = ready.value.publication;
  const record = publicationRecordName(names.folder);
  return success({ folder: names.folder, files: publishedNames(names), record, checklist, errors });
}

/** Makes a publication in memory, as the command line makes it. Errors without a reason are a defect here: the page asks for it. */
export async function makePublication(
  bytes: Uint8Array,
  opened: OpenedWorkbook,
  { template, confirmed, reason, time, source }: PublicationWish,
  tell: Tell,
): Promise<Result<MadePublication>> {
  await tell("checking");
  const ready = prepared(bytes, opened, template, confirmed);
  if (!ready.ok) return ready;
  const { delivery, publication } = ready.value;
  if (publication.errors.length > 0 && reason === undefined) throw new Error("errors are published without a reason");
  const { names } = publication;
  const made = await publishFiles(delivery, names, tell);
  if (!made.ok) return made;
  const { workbook, narrative, pages, leftOut } = made.value;
  const why = reason === undefined ? {} : { reason };
  const record = recordOfPublication(delivery, publication, leftOut, { time, source, folder: names.folder, ...why });
  return success({
    folder: names.folder,
    names: publishedNames(names),
    files: [workbook, narrative],
    pages,
    record,
    ...(leftOut.length === 0 ? {} : { leftOut: leftOutText(leftOut) }),
  });
}

interface Ready {
  readonly delivery: Delivery;
  readonly publication: Publication;
}

function prepared(
  bytes: Uint8Array,
  opened: OpenedWorkbook,
  template: PublicationQuestion["template"],
  confirmed: readonly string[],
): Result<Ready> {
  const delivery = prepareDelivery({ bytes, opened, template });
  if (!delivery.ok) return delivery;
  const publication = preparePublication(delivery.value, confirmed);
  return publication.ok ? success({ delivery: delivery.value, publication: publication.value }) : publication;
}
