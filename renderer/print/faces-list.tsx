import { Check, TriangleAlert } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { wantedFaces } from "../../shared/pages/wanted-faces.js";
import type { Pack } from "../../shared/template/pack.js";
import { canvasMeasure, findFaces, type FoundFace } from "./installed-faces.js";
import { WORDS } from "./wording.js";

export interface FacesListProps {
  readonly pack: Pack;
  /** What is printed. */
  readonly tables: boolean;
  readonly narrative: boolean;
}

/** Which typefaces will really be used: the wanted ones, or what this machine has in their place. */
export function FacesList({ pack, tables, narrative }: FacesListProps): ReactNode {
  const found = useMemo(
    () => findFaces(wantedFaces(pack, { tables, narrative }), canvasMeasure()),
    [pack, tables, narrative],
  );
  if (found.length === 0) return null;
  return (
    <section className="print-faces" aria-label={WORDS.faces}>
      <h3>{WORDS.faces}</h3>
      <dl>
        {found.map((face) => (
          <div key={face.wanted.use} data-missing={face.found === undefined ? "" : undefined}>
            <dt>{WORDS.uses[face.wanted.use]}</dt>
            <dd>
              <Face face={face} />
            </dd>
          </div>
        ))}
      </dl>
      {found.some((face) => face.found === undefined) ? <p className="print-note">{WORDS.facesMissing}</p> : null}
    </section>
  );
}

function Face({ face: { wanted, found, used } }: { readonly face: FoundFace }): ReactNode {
  if (found !== undefined)
    return (
      <>
        <Check size={13} aria-hidden /> {found}
      </>
    );
  return (
    <>
      <TriangleAlert size={13} aria-hidden /> {WORDS.missing(wanted.names[0] ?? "")}
      {"，"}
      {used === undefined ? WORDS.replacedBySystem : WORDS.replacedBy(used)}
    </>
  );
}
