export declare const KIT_ROOT: string;
/** A small kit project in a temporary folder, with the kit's own installed packages. */
export interface TestProject {
    root: string;
    write(file: string, text: string): void;
    read(file: string): string;
    has(file: string): boolean;
    remove(path: string): void;
}
/** A function that type-checks, calls no openapi, and imports the SDK. */
export declare const PLAIN_FUNCTION = "import cloud from 'wx-server-sdk'\nexport const main = async () => ({ ok: true as const, data: cloud.getWXContext().OPENID ?? '' })\n";
/** A function that calls wxacode.getUnlimited. */
export declare const OPENAPI_FUNCTION = "import cloud from 'wx-server-sdk'\nexport const main = async () => {\n  await cloud.openapi.wxacode.getUnlimited({ scene: 'a=1' })\n  return { ok: true as const, data: '' }\n}\n";
/** `{ "permissions": { "openapi": [...] } }` */
export declare function configJson(...openapi: string[]): string;
/** A contract with a line for each of the functions. */
export declare function contractText(...names: string[]): string;
/**
 * Call once at the top of a test file; gives a function that makes projects, all of which are removed after each
 * test.
 *
 * The project has no cloud functions but those in `files` (by path from its root), and a contract that fits them
 * unless `files` has one.
 */
export declare function useProjects(): (files?: Record<string, string>) => TestProject;
