import type {ComposeTool, Refusal} from '../model/compose/project.ts';
import {runTool} from './run-tool.ts';

const deadlineMillis = 5000;

/** In the order in which they are looked for. */
const candidates = [['docker', 'compose'], ['docker-compose']] as const;

/** The Compose that is installed; the newer one where there are two. */
export const findTool = async (signal?: AbortSignal): Promise<ComposeTool | Refusal> => {
	for (const argv of candidates) {
		const version = await versionOf(argv, signal);
		if (version !== undefined) return {argv, version, isLegacy: version.startsWith('1.')};
	}
	return {problem: 'neither docker compose nor docker-compose is installed on this machine'};
};

/** Without the plugin docker takes `compose` for an option it does not know, and says so. */
const versionOf = async (
	argv: readonly string[],
	signal: AbortSignal | undefined,
): Promise<string | undefined> => {
	try {
		const run = {deadlineMillis, ...(signal === undefined ? {} : {signal})};
		const {code, stdout} = await runTool([...argv, 'version', '--short'], run);
		return code === 0 ? /^v?(\d+\.\d[\w.+~-]*)\s*$/.exec(stdout)?.[1] : undefined;
	} catch {
		return undefined;
	}
};
