import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./support/launch.js";

/** What a page could try if something foreign ever ran in it: every way out of the window, one by one. */

test("the page reaches no network, by whatever way", async ({ page }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*").end("reached");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const tried = await page.evaluate(async (address) => {
    const outcome = (work: Promise<unknown>): Promise<string> =>
      Promise.race([
        work.then(
          () => "reached",
          () => "refused",
        ),
        new Promise<string>((resolve) => setTimeout(resolve, 3000, "refused")),
      ]);
    const loaded = (element: HTMLElement, source: string): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        element.setAttribute(element instanceof HTMLLinkElement ? "href" : "src", source);
        document.head.append(element);
      });
    const opened = (socket: WebSocket | EventSource): Promise<unknown> =>
      new Promise((resolve, reject) => {
        socket.onopen = resolve;
        socket.onerror = reject;
      });
    return {
      fetch: await outcome(fetch(`${address}/fetch`)),
      fetchBlind: await outcome(fetch(`${address}/blind`, { mode: "no-cors" })),
      socket: await outcome(opened(new WebSocket(address.replace("http", "ws")))),
      events: await outcome(opened(new EventSource(`${address}/events`))),
      image: await outcome(loaded(document.createElement("img"), `${address}/image`)),
      script: await outcome(loaded(document.createElement("script"), `${address}/script`)),
      style: await outcome(
        loaded(Object.assign(document.createElement("link"), { rel: "stylesheet" }), `${address}/s`),
      ),
      beacon: navigator.sendBeacon(`${address}/beacon`) ? "queued" : "refused",
      worker: await outcome(
        new Promise((resolve, reject) => {
          const worker = new Worker(`${address}/worker`);
          worker.onmessage = resolve;
          worker.onerror = reject;
        }),
      ),
    };
  }, `http://127.0.0.1:${port}`);
  for (const way of Object.values(tried)) expect(["refused", "queued"]).toContain(way);
  // Long enough for whatever was only queued.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(asked).toEqual([]);
  server.close();
});

test("the page reaches no file and no Node", async ({ page }) => {
  const found = await page.evaluate(async () => {
    const scope = globalThis as unknown as Record<string, unknown>;
    const file = await fetch("file:///etc/passwd").then(
      () => "reached",
      () => "refused",
    );
    const above = await fetch("/..%2f..%2fpackage.json").then((answer) => answer.status);
    const host = window.host as unknown as Record<string, unknown>;
    return {
      file,
      above,
      names: ["require", "process", "Buffer", "module", "ipcRenderer", "electron", "__dirname"].filter(
        (n) => n in scope,
      ),
      frozen: Object.isFrozen(host),
      calls: Object.keys(host).length <= 24,
      values: Object.values(host).filter((one) => typeof one !== "function").length,
    };
  });
  expect(found).toEqual({ file: "refused", above: 403, names: [], frozen: true, calls: true, values: 0 });
});

test("no text becomes a program, and no style without the nonce of the load", async ({ page }) => {
  const ran = await page.evaluate(async () => {
    const tries: string[] = [];
    const attempt = (name: string, run: () => void): void => {
      try {
        run();
        tries.push(name);
      } catch {
        // Refused, as it must be.
      }
    };
    // In a task of the page's own: what the test itself runs is let through by the debugger.
    await new Promise<void>((resolve) =>
      setTimeout(() => {
        attempt("eval", () => {
          eval("1");
        });
        attempt("Function", () => {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the same
          new Function("return 1");
        });
        resolve();
      }),
    );
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.ran = 'yes'";
    document.head.append(script);
    const style = document.createElement("style");
    style.textContent = "html { outline: 7px solid }";
    document.head.append(style);
    const image = document.body.appendChild(document.createElement("div"));
    image.setAttribute("onclick", "document.documentElement.dataset.ran = 'yes'");
    image.click();
    if (document.documentElement.dataset["ran"] !== undefined) tries.push("inline script");
    if (getComputedStyle(document.documentElement).outlineWidth === "7px") tries.push("inline style");
    return tries;
  });
  expect(ran).toEqual([]);
});

test("the page cannot leave, open a window, embed another page or be given a permission", async ({ app, page }) => {
  const before = page.url();
  const given = await page.evaluate(async () => {
    const popup = window.open("https://example.com/");
    window.location.href = "https://example.com/";
    const frame = document.createElement("iframe");
    frame.src = "https://example.com/";
    document.body.append(frame);
    const asked = ["geolocation", "notifications", "camera", "microphone"] as const;
    const states = await Promise.all(
      asked.map((name) => navigator.permissions.query({ name }).then(({ state }) => state)),
    );
    const place = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve("given"),
        () => resolve("refused"),
        { timeout: 1000 },
      ),
    );
    return { popup: popup === null, granted: states.filter((state) => state === "granted"), place };
  });
  expect(given).toEqual({ popup: true, granted: [], place: "refused" });
  await page.evaluate(() => {
    const link = document.createElement("a");
    Object.assign(link, { href: "https://example.com/", target: "_blank", textContent: "外面", className: "way-out" });
    link.style.cssText = "position: fixed; inset: 0; z-index: 99999";
    document.body.append(link);
  });
  for (const button of ["left", "middle"] as const) await page.locator(".way-out").click({ button });
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
  await expect(page).toHaveTitle(/公开表编辑器/);
});
