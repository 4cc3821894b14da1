import path from 'node:path';
import {bundleProgram} from '../../scripts/bundle.ts';

const source = path.join(import.meta.dirname, '../fixtures/tiny-app.tsx');
const folder = path.join(import.meta.dirname, '../../node_modules/.cache/dockmon-tiny-app');

/** What starts the fixture program. */
export const tinyApp = path.join(folder, 'cli.js');

/** Bundles it once for all files that start it, since they run at the same time. */
export const setup = async (): Promise<void> => {
	await bundleProgram(source, folder);
};
