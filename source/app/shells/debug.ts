import type {Engine} from '../../engine/engine.ts';
import {shortId} from '../../model/ids.ts';
import type {DebugRequest} from '../../model/shell-request.ts';
import {shellArgvs} from '../find-shell.ts';
import type {ShellPorts} from '../shell-session.ts';
import {runShell} from '../shell-session.ts';
import {type Told, tellShell} from './tell-shell.ts';

/** A shell in a container of another image that shares processes and network with this one; it goes with the shell. */
export const openDebug = async (
	engine: Engine,
	ports: ShellPorts,
	{target: {ref, title}, image}: DebugRequest,
): Promise<Told | undefined> => {
	const result = await runShell(ports, {
		argvs: shellArgvs.slice(0, 1),
		notice: [
			`dockmon: ${image} beside ${title} (${shortId(ref.id)}).`,
			'dockmon: It shares processes and network; the files are in /proc/1/root.',
			'dockmon: exit or Ctrl-D comes back, and this container is removed.',
		],
		open: async (argv, size) => {
			const session = await engine.debug(ref, {image, argv, ...size}, new AbortController().signal);
			return {
				...session,
				// However its shell ended, it is not left behind.
				async exitCode() {
					const code = await session.exitCode();
					await session.close();
					return code;
				},
			};
		},
	});
	return tellShell(result, {what: `debugging with ${image} beside`, title});
};
