/** Menus as data: tests click their items, people use their keys; no bar is drawn. */

interface ItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly enabled?: boolean;
  readonly role?: string;
  readonly submenu?: Menu | readonly ItemOptions[];
  readonly click?: (item: MenuItem, window: unknown, event: unknown) => void;
}

export class MenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  readonly click: (event?: unknown, window?: unknown) => void;

  constructor(options: ItemOptions) {
    if (options.role !== undefined) throw new Error(`electron stand-in: menu role ${options.role} is not implemented`);
    const { submenu } = options;
    this.id = options.id;
    this.label = options.label ?? "";
    this.type = options.type ?? (submenu === undefined ? "normal" : "submenu");
    this.accelerator = options.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.submenu = submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
    this.enabled = options.enabled ?? true;
    this.click = (event, window) => {
      if (this.enabled) options.click?.(this, window, event);
    };
  }
}

let shown: Menu | null = null;

export class Menu {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly ItemOptions[]): Menu {
    const menu = new Menu();
    menu.items.push(...template.map((options) => new MenuItem(options)));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    shown = menu;
  }

  static getApplicationMenu(): Menu | null {
    return shown;
  }

  getMenuItemById(id: string): MenuItem | null {
    return itemsOf(this).find((item) => item.id === id) ?? null;
  }
}

/** The keys that the page must report when it does not use them itself. */
export function acceleratorKeys(): readonly string[] {
  return withKeys().map(([keys]) => keys);
}

/** A key press that the page did not use. */
export function pressKeys(pressed: string, window: unknown): void {
  withKeys()
    .find(([keys]) => keys === pressed)?.[1]
    .click({}, window);
}

/** An accelerator in the one spelling in which the page reports keys: Ctrl+Alt+Shift+Meta+KEY. */
export function spelled(accelerator: string): string {
  const parts = accelerator.replace(/CommandOrControl|CmdOrCtrl|Control/gi, "Ctrl").split("+");
  const key = parts.at(-1) ?? "";
  const modifiers = ["Ctrl", "Alt", "Shift", "Meta"].filter((modifier) => parts.slice(0, -1).includes(modifier));
  return [...modifiers, key.length === 1 ? key.toUpperCase() : key].join("+");
}

function withKeys(): readonly (readonly [string, MenuItem])[] {
  const registered = itemsOf(shown).filter((item) => item.registerAccelerator);
  return registered.flatMap((item) => (item.accelerator === undefined ? [] : [[spelled(item.accelerator), item]]));
}

function itemsOf(menu: Menu | null): readonly MenuItem[] {
  return (menu?.items ?? []).flatMap((item) => [item, ...itemsOf(item.submenu ?? null)]);
}
