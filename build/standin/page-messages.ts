/** What the preload's world tells the main process, as text through the codec. */
export type FromPage =
  | { readonly kind: "invoke"; readonly id: number; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: "keys"; readonly keys: string }
  | { readonly kind: "open"; readonly url: string };

/** What the main process tells the preload's world. */
export type ToPage =
  | { readonly kind: "result"; readonly id: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: "send"; readonly channel: string; readonly args: readonly unknown[] };

/** What the preload's world is told when it begins. */
export interface WorldSetting {
  /** The name by which only this world and the main process find each other. */
  readonly secret: string;
  /** A person may close the window; the main process wants to be asked. */
  readonly askBeforeClose: boolean;
  readonly accelerators: readonly string[];
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}
