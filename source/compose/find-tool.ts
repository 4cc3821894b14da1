import type {ComposeTool, ToolRefusal} from '../model/compose/project.ts';
import {runTool} from './run-tool.ts';

/** The older one is written in Python, and takes its time on a machine that is busy. */
const deadlineMillis = 20_000;

/** In the order in which they are looked for. */
const candidates = [['docker', 'compose'], ['docker-compose']] as const;

/** The Compose that is installed; the newer one where there are two. */
export const findTool = async (
	signal?: AbortSignal,
	millis = deadlineMillis,
): Promise<ComposeTool | ToolRefusal> => {
	const silent: string[] = [];
	for (const argv of candidates) {
		const version = await versionOf(argv, millis, signal);
		if (version === 'silent') silent.push(argv.join(' '));
		else if (version !== undefined) return {argv, version, isLegacy: version.startsWith('1.')};
	}
	return silent.length === 0
		? {problem: 'neither docker compose nor docker-compose is installed on this machine'}
		: {problem: `no answer from ${silent.join(' and ')}: the machine may be busy`, isSilent: true};
};

/** Without the plugin docker takes `compose` for an option it does not know, and says so. */
const versionOf = async (
	argv: readonly string[],
	deadline: number,
	signal: AbortSignal | undefined,
): Promise<string | 'silent' | undefined> => {
	try {
		const run = {deadlineMillis: deadline, ...(signal === undefined ? {} : {signal})};
		const {code, stdout} = await runTool([...argv, 'version', '--short'], run);
		return code === 0 ? /^v?(\d+\.\d[\w.+~-]*)\s*$/.exec(stdout)?.[1] : undefined;
	} catch (error) {
		// A program that is not there says so at once.
		return error instanceof Error && error.message.startsWith('no answer') ? 'silent' : undefined;
	}
};
