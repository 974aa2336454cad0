import { createNoticeBoard } from "./toast.js";

/** The window's one board of notices: any part may show one, the frame draws them. */
export const notices = createNoticeBoard();
