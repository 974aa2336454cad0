import { asKnown, handlerOf } from "./protocol.js";
import { isCancelled } from "./session.js";
import { chromium } from "./state.js";
import { WebContents } from "./web-contents.js";

/** A request that Chromium holds back until it is told what to do. */
interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
}

/** Lets the app decide every request of every page and worker, and answer those to its own schemes. */
export function decideRequests(): void {
  chromium().on("Fetch.requestPaused", (paused: PausedRequest) => {
    decide(paused).catch((error: unknown) => {
      // The page went away meanwhile.
      if (!/Invalid InterceptionId|has gone/.test(String(error))) console.error(error);
    });
  });
}

async function decide(paused: PausedRequest): Promise<void> {
  const { requestId, request, frameId, resourceType } = paused;
  const url = asKnown(request.url);
  const fail = async (errorReason: string): Promise<void> => {
    await chromium().send("Fetch.failRequest", { requestId, errorReason });
  };
  const contents = WebContents.fromDevToolsTargetId(frameId);
  if (resourceType === "Document" && contents?._mayNavigate(url) === false) return fail("Aborted");
  if (await isCancelled({ url, method: request.method, resourceType })) return fail("BlockedByClient");
  // Chromium asks for one, Electron does not.
  if (resourceType === "Other" && url.endsWith("/favicon.ico")) return fail("Aborted");
  if (url !== request.url) return answerOwn(paused, url, fail);
  if (/^(https?|wss?):/.test(url)) return fail("InternetDisconnected");
  await chromium().send("Fetch.continueRequest", { requestId });
}

async function answerOwn(
  { requestId, request }: PausedRequest,
  url: string,
  fail: (reason: string) => Promise<void>,
): Promise<void> {
  let response: Response | undefined;
  try {
    const { method, headers, postData } = request;
    const body = postData === undefined ? {} : { body: postData };
    response = await handlerOf(url)?.(new Request(url, { method, headers, ...body }));
  } catch (error) {
    console.error(error);
  }
  if (response === undefined) return fail("Failed");
  await chromium().send("Fetch.fulfillRequest", {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString("base64"),
  });
}
