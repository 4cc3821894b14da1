import {existsSync} from 'node:fs';
import path from 'node:path';
import {BaseSequencer, type TestSpecification} from 'vitest/node';

/**
 * Files that take longest on a machine that has never run them, the longest first, so that none of them
 * is left for the end, when nothing else is there to run beside it. Vitest itself knows only their sizes.
 */
const longest: readonly string[] = [
	'contract/podman.test.ts',
	'contract/docker.test.ts',
	'e2e/soak.test.ts',
	'e2e/hostile-fields.test.ts',
	'e2e/exit-matrix.test.ts',
	'e2e/shell-lend.test.ts',
	'e2e/chaos.test.ts',
	'contract/docker-shells.test.ts',
	'e2e/restarts.test.ts',
	'contract/ssh.test.ts',
];

const folder = path.join(import.meta.dirname, '..');
for (const name of longest)
	if (!existsSync(path.join(folder, name))) throw new Error(`longest-first: there is no ${name}`);

const rankOf = ({moduleId}: TestSpecification): number => {
	const at = longest.findIndex(name => moduleId.endsWith(`/test/${name}`));
	return at === -1 ? longest.length : at;
};

const groupOf = ({project}: TestSpecification): number => project.config.sequence.groupOrder;

/** The order in which files are begun. */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const usual = await super.sort(files);
		return usual.toSorted((a, b) => groupOf(a) - groupOf(b) || rankOf(a) - rankOf(b));
	}
}
