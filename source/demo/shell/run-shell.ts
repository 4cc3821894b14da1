import type {Process} from './process.ts';
import {Shell} from './shell.ts';

/** `sh`, `bash`, `ash`: with `-c` a script, else a prompt or lines of input. */
export const runShell = async (name: string, process: Process): Promise<number> => {
	const args = name === 'busybox' ? process.args.slice(1) : process.args;
	const shell = new Shell(name === 'busybox' ? 'sh' : name, process);
	const {io} = process;
	const scriptIndex = args.findIndex(arg => /^-[a-z]*c$/.test(arg));
	const release = process.surroundings.catchInterrupts(() => shell.interrupt());
	try {
		const script = args[scriptIndex + 1];
		if (scriptIndex < 0) return await shell.interact(() => promptOf(shell));
		if (script !== undefined) return await shell.run(script);
		io.err(`${name}: -c: option requires an argument\n`);
		return 2;
	} finally {
		release();
	}
};

const promptOf = ({name, directory, env, process}: Shell): string => {
	const {user} = process.surroundings;
	const sign = user === 'root' ? '#' : '$';
	if (name === 'bash') return `${user}@${env.get('HOSTNAME') ?? 'demo'}:${directory}${sign} `;
	return name === 'ash' ? `${directory} ${sign} ` : `${sign} `;
};
