// `npm start`: the built program in this very process, so that keys, signals, stop and exit code
// need no passing on. A machine without an engine gets the embedded demo instead of an error.
import process from 'node:process';

process.argv.splice(2, 0, '--or-demo');
// Not a literal, because the file exists only after the build.
const program: string = new URL('../build/cli.js', import.meta.url).href;
await import(program);
