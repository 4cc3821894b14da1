import path from 'node:path';
import {bundleProgram} from '../../scripts/bundle.ts';

const source = path.join(import.meta.dirname, '../fixtures/tiny-app.tsx');
const folder = path.join(import.meta.dirname, '../../node_modules/.cache/dockmon-tiny-app');

/** Bundles the fixture program; returns what starts it. */
export const buildTinyApp = async (): Promise<string> => {
	await bundleProgram(source, folder);
	return path.join(folder, 'cli.js');
};
