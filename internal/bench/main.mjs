/** `npm run bench`: each kind in a file of its own. */
await import(process.argv[2] === 'voice' ? './voice/run.mjs' : './run.mjs')
