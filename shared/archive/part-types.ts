/** Content types of charts, old and new. */
export const CHART_TYPES = [
  "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  "application/vnd.ms-office.chartex+xml",
] as const;

/** The content type of the shapes that a user draws into a chart. */
export const CHART_SHAPES_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml";

/** The content type of what a pivot table knows of its source. */
export const PIVOT_CACHE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml";

/** The content type of a worksheet. */
export const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
