import type { Place } from '../../../miniprogram/cloud/cloud-error'

/** Where the platform unpacks a function. */
const IN_CLOUD = /^\/var\/user\/index\.js$/
/** Where the build puts it, and the local cloud runs it. */
const HERE = /(?:^|[/\\])dist[/\\]cloudfunctions[/\\]([A-Za-z][\w-]*)[/\\]index\.js$/

/** Whether a position of a stack lies in the code of a built function. */
export function isPackagePlace({ file }: Place): boolean {
  return IN_CLOUD.test(file) || HERE.test(file)
}

/** The function whose package a file on this machine belongs to; the cloud's path does not tell. */
export function functionOfPlace({ file }: Place): string | undefined {
  return HERE.exec(file)?.[1]
}
