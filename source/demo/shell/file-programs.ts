import {directoryExists, listDirectory, readFile, resolvePath} from './files.ts';
import type {Process, Program} from './process.ts';
import {isInterrupted} from './process.ts';

const ls: Program = ({args, io, directory, surroundings}) => {
	const {container} = surroundings;
	const isLong = args.some(arg => /^-\w*l/.test(arg));
	const showsHidden = args.some(arg => /^-\w*a/i.test(arg));
	const paths = args.filter(arg => !arg.startsWith('-'));
	let status = 0;
	for (const path of paths.length > 0 ? paths : ['.']) {
		const resolved = resolvePath(directory, path);
		const names =
			listDirectory(container, resolved)?.filter(name => showsHidden || !name.startsWith('.')) ??
			(readFile(container, resolved) === undefined ? undefined : [path]);
		if (names === undefined) {
			io.err(`ls: cannot access '${path}': No such file or directory\n`);
			status = 2;
		} else io.out(isLong ? longList(names) : shortList(names, io.isTty));
	}
	return status;
};

const shortList = (names: readonly string[], isTty: boolean): string => {
	const shown = names.map(name => name.replace(/\/$/, ''));
	return shown.length === 0 ? '' : `${shown.join(isTty ? '  ' : '\n')}\n`;
};

const longList = (names: readonly string[]): string =>
	names
		.map(name =>
			name.endsWith('/')
				? `drwxr-xr-x 2 root root 4096 Nov 23 08:00 ${name.slice(0, -1)}\n`
				: `-rw-r--r-- 1 root root  182 Nov 23 08:00 ${name}\n`,
		)
		.join('');

const cat: Program = async process => {
	const {args, io, directory, surroundings} = process;
	if (args.length === 0) return copyInput(process);
	let status = 0;
	for (const path of args) {
		const resolved = resolvePath(directory, path);
		const text = readFile(surroundings.container, resolved);
		if (text !== undefined) io.out(text);
		else {
			const isDirectory = directoryExists(surroundings.container, resolved);
			io.err(`cat: ${path}: ${isDirectory ? 'Is a directory' : 'No such file or directory'}\n`);
			status = 1;
		}
	}
	return status;
};

const copyInput = async ({io, signal}: Process): Promise<number> => {
	for (;;) {
		const reading = io.readLine();
		if (await isInterrupted(reading, signal)) return 130;
		const input = await reading;
		if (input.kind === 'end') return 0;
		if (input.kind === 'interrupt') return 130;
		io.out(`${input.text}\n`);
	}
};

export const filePrograms: Readonly<Record<string, Program>> = {ls, cat};
