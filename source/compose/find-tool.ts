import type {ComposeTool, ToolRefusal} from '../model/compose/project.ts';
import {NoAnswer, runTool} from './run-tool.ts';

/** The older one is written in Python, and takes its time on a machine that is busy. */
const deadlineMillis = 20_000;

/** In the order in which they are looked for. */
const candidates = [['docker', 'compose'], ['docker-compose']] as const;

/** The Compose that is installed; the newer one where there are two. */
export const findTool = async (
	signal?: AbortSignal,
	millis = deadlineMillis,
): Promise<ComposeTool | ToolRefusal> => {
	for (const argv of candidates) {
		const version = await versionOf(argv, millis, signal);
		// The older one would take its place for as long as dockmon runs.
		if (version === 'silent') return silentRefusal(argv);
		if (version !== undefined) return {argv, version, isLegacy: version.startsWith('1.')};
	}
	return {problem: 'neither docker compose nor docker-compose is installed on this machine'};
};

const silentRefusal = (argv: readonly string[]): ToolRefusal => ({
	problem: `no answer from ${argv.join(' ')}: the machine may be busy`,
	isSilent: true,
});

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
		return error instanceof NoAnswer ? 'silent' : undefined;
	}
};
