import type {ComposeTool, Refusal} from '../model/compose/project.ts';
import {known} from '../model/known.ts';
import {runTool} from './run-tool.ts';

/** Compose 1 takes a second to tell its version, and many on a machine that has other things to do. */
const usualDeadlineMillis = 15_000;

/** In the order in which they are looked for. */
const candidates = [['docker', 'compose'], ['docker-compose']] as const;

/** The Compose that is installed; the newer one where there are two. */
export const findTool = async (
	signal?: AbortSignal,
	deadlineMillis = usualDeadlineMillis,
): Promise<ComposeTool | Refusal> => {
	let late: string | undefined;
	for (const argv of candidates) {
		const found = await versionOf(argv, deadlineMillis, signal);
		if (typeof found === 'object') return {argv, ...found};
		if (found === 'late') late = argv.join(' ');
	}
	const problem =
		late === undefined
			? 'neither docker compose nor docker-compose is installed on this machine'
			: `${late} did not tell its version in ${deadlineMillis / 1000} seconds`;
	return {problem};
};

/** Without the plugin docker takes `compose` for an option it does not know, and says so. */
const versionOf = async (
	argv: readonly string[],
	deadlineMillis: number,
	signal: AbortSignal | undefined,
): Promise<Pick<ComposeTool, 'version' | 'isLegacy'> | 'none' | 'late'> => {
	const askedAtMillis = performance.now();
	try {
		const run = {deadlineMillis, ...known('signal', signal)};
		const {code, stdout} = await runTool([...argv, 'version', '--short'], run);
		const version = code === 0 ? /^v?(\d+\.\d[\w.+~-]*)\s*$/.exec(stdout)?.[1] : undefined;
		return version === undefined ? 'none' : {version, isLegacy: version.startsWith('1.')};
	} catch {
		return performance.now() - askedAtMillis < deadlineMillis ? 'none' : 'late';
	}
};
