/** Runs in a process of its own, as a cloud function does: the real SDK makes the calls of all cases. */
import { EJSON } from 'bson'
import { ALL_CASES } from './all-cases'
import type { Loose, SdkCase } from './sdk-case'

const cloud: Loose = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const _ = db.command
const $ = _.aggregate

async function outcomeOf({ docs = [], run }: SdkCase, index: number): Promise<unknown> {
  const name = `case-${index}`
  await db.createCollection(name)
  const items = db.collection(name)
  if (docs.length > 0) await items.add({ data: docs })
  try {
    return { value: await run({ cloud, db, _, $, items, name }) }
  } catch (error) {
    const { errCode, errMsg, message } = error as Loose
    return { error: { errCode, errMsg: errMsg ?? message } }
  }
}

async function main(): Promise<void> {
  for (const [index, sdkCase] of ALL_CASES.entries()) {
    process.stdout.write(
      `${EJSON.stringify({ name: sdkCase.name, ...(Object(await outcomeOf(sdkCase, index)) as object) })}\n`,
    )
  }
}

void main()
