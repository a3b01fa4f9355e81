import { createPreview } from '../preview'

/** A process that starts the preview of a project, tells how long that took since its own beginning, and ends. */
async function main([root = '']: string[]): Promise<void> {
  const preview = await createPreview({ root })
  process.stdout.write(`${performance.now()}\n`)
  await preview.close()
}

if (require.main === module) void main(process.argv.slice(2))
