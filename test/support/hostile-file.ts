/**
 * A file that somebody made to hurt, or that came to harm: the code it must be refused with, or `ok` when it must be
 * read; its name; and how to make it.
 */
export type HostileFile = readonly [expected: string, name: string, make: () => Uint8Array];
