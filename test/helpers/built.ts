import {existsSync} from 'node:fs';
import path from 'node:path';
import type {PtyOptions} from './pty.ts';

const cli = path.join(import.meta.dirname, '../../build/cli.js');

/** How to start the program as it is shipped; `npm run build` makes it. */
export const dockmon = (
	...args: readonly string[]
): Required<Pick<PtyOptions, 'file' | 'args'>> => {
	if (!existsSync(cli)) throw new Error('There is no build/cli.js; run `npm run build` first.');
	return {file: process.execPath, args: [cli, ...args]};
};
