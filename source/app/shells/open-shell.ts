import process from 'node:process';
import type {Engine} from '../../engine/engine.ts';
import {shortId} from '../../model/ids.ts';
import {maskSecrets} from '../../model/secrets.ts';
import type {ShellRequest} from '../../model/shell-request.ts';
import {shellArgvs} from '../find-shell.ts';
import {runShell, type ShellPorts, type ShellResult} from '../shell-session.ts';

/** Opens a shell, or what else is to be run, in the container that was chosen, and tells how it ended. */
export const openShell = (
	engine: Engine,
	ports: ShellPorts,
	{target: {ref, title}, argv, user, workingDirectory, env = []}: ShellRequest,
): Promise<ShellResult> => {
	const what = argv === undefined ? 'shell' : maskSecrets(argv.join(' '));
	const as = user === undefined ? '' : ` as ${user === '0' ? 'root' : user}`;
	return runShell(ports, {
		argvs: argv === undefined ? shellArgvs : [argv],
		notice: [`dockmon: ${what} in ${title} (${shortId(ref.id)})${as}. exit or Ctrl-D comes back.`],
		open: (program, size) =>
			engine.exec(
				ref,
				{
					argv: program,
					env: [`TERM=${process.env['TERM'] ?? 'xterm'}`, ...env],
					...(user === undefined ? {} : {user}),
					...(workingDirectory === undefined ? {} : {workingDirectory}),
					...size,
				},
				new AbortController().signal,
			),
	});
};
