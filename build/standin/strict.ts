/**
 * An object of Electron's interface as far as the stand-in has it: a member it lacks throws by name instead of being undefined, so
 * that nothing is ever silently left undone.
 */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === "symbol" || key in object || UNASKED.has(key)) return Reflect.get(object, key, receiver);
      throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
    },
  });
}

/** Asked of any object by the language and by Node: whether it is a promise, a domain, printable. */
const UNASKED = new Set(["then", "toJSON", "domain", "_events", "_eventsCount", "_maxListeners"]);

/** An event whose default a listener may prevent, as Electron hands it out. */
export interface Preventable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<Facts extends object>(facts: Facts): Facts & Preventable {
  return {
    ...facts,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
