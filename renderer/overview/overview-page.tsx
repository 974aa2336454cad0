import { Printer } from "lucide-react";
import { memo, useCallback, useEffect, useMemo, useRef, type ReactNode } from "react";
import type { CellAddress } from "../../shared/model/address.js";
import type { OpenDocument } from "../session/document-store.js";
import { commands } from "../session/window-store.js";
import { Button } from "../ui/button.js";
import { Chart } from "./chart.js";
import { overviewFigures, type ChartFigures } from "./overview-figures.js";
import { overviewPaper } from "./overview-paper.js";
import { WORDS } from "./wording.js";

export interface OverviewPageProps {
  readonly document: Pick<OpenDocument, "session" | "computed">;
  /** Leads the eye to the cell of a figure. */
  readonly onJump: (at: CellAddress) => void;
  /** Hands the page to the printer. */
  readonly onPrint: (html: string) => void;
}

/** The charts of the pack over the figures as they stand, each with its figures beside it; printable as it is. */
export const OverviewPage = memo(function OverviewPage({ document, onJump, onPrint }: OverviewPageProps): ReactNode {
  const article = useRef<HTMLElement>(null);
  const { session, computed } = document;
  const charts = useMemo(() => overviewFigures(session, computed), [session, computed]);
  const { department, year } = session.workbook.profile;
  const print = useCallback(() => {
    if (article.current !== null) onPrint(overviewPaper(article.current, WORDS.title));
  }, [onPrint]);
  // While the overview is shown, printing means the overview.
  useEffect(() => commands.register("print", { run: print }), [print]);
  return (
    <article className="overview" aria-label={WORDS.title} ref={article}>
      <header className="overview-head">
        <div>
          <h1>{WORDS.title}</h1>
          <p>
            {department}
            <span className="overview-year">{WORDS.fiscalYear(year)}</span>
          </p>
        </div>
        <span className="overview-print">
          <Button icon={<Printer size={15} aria-hidden />} onClick={print}>
            {WORDS.print}
          </Button>
        </span>
      </header>
      {charts.length === 0 ? <p className="overview-none">{WORDS.noCharts}</p> : null}
      <div className="overview-charts">
        {charts.map((figures) => (
          <ChartCard key={figures.chart.id} figures={figures} onJump={onJump} />
        ))}
      </div>
    </article>
  );
});

function ChartCard({
  figures,
  onJump,
}: { readonly figures: ChartFigures } & Pick<OverviewPageProps, "onJump">): ReactNode {
  const { chart, items, unit, total } = figures;
  const lacksLastYear = chart.series?.some(
    ({ lastYear }, index) => lastYear === true && items.every((item) => item.figures[index]?.value === undefined),
  );
  return (
    <section className="chart-card" data-kind={chart.kind} aria-label={chart.title}>
      <header className="chart-head">
        <h2>{chart.title}</h2>
        <span className="chart-note">
          {total === undefined ? null : <span>{WORDS.total(total)}</span>}
          {unit === undefined ? null : <span>{WORDS.unit(unit)}</span>}
        </span>
      </header>
      {items.length === 0 ? (
        <div className="chart-none">
          <p>{WORDS.nothing}</p>
          <p>{WORDS.nothingText}</p>
        </div>
      ) : (
        <div className="chart-body">
          <Chart figures={figures} height={heightOf(figures)} />
          {chart.kind === "share" ? <ShareTable figures={figures} onJump={onJump} /> : null}
        </div>
      )}
      {lacksLastYear === true && items.length > 0 ? <p className="chart-hint">{WORDS.noLastYear}</p> : null}
    </section>
  );
}

function heightOf({ chart, items }: ChartFigures): number {
  if (chart.kind === "share") return 184;
  const bars = items.length * (chart.series === undefined ? 30 : chart.series.length * 17 + 14);
  return bars + (chart.series === undefined ? 12 : 40);
}

/** The legend of a share chart: names, figures and shares, each figure a link to its cell. */
function ShareTable({
  figures,
  onJump,
}: { readonly figures: ChartFigures } & Pick<OverviewPageProps, "onJump">): ReactNode {
  return (
    <table className="share-table">
      <thead className="only-heard">
        <tr>
          <th scope="col">{WORDS.item}</th>
          <th scope="col">{WORDS.figure}</th>
          <th scope="col">{WORDS.share}</th>
        </tr>
      </thead>
      <tbody>
        {figures.items.map(({ name, figures: [figure], share }, index) => (
          <tr key={name}>
            <th scope="row">
              <span className="share-colour" data-colour={(index % 8) + 1} aria-hidden />
              {name}
            </th>
            <td>
              <Button
                look="link"
                onClick={() => {
                  if (figure?.at !== undefined) onJump(figure.at);
                }}
              >
                {figure?.text}
              </Button>
            </td>
            <td>{share}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
