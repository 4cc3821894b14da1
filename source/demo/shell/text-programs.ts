import {readFile, resolvePath} from './files.ts';
import type {Process, Program} from './process.ts';

/** The lines of the named files, else those of the input. */
const linesOf = async (
	{io, directory, surroundings}: Process,
	files: readonly string[],
): Promise<string[]> => {
	if (files.length > 0)
		return files.flatMap(file =>
			(readFile(surroundings.container, resolvePath(directory, file)) ?? '')
				.replace(/\n$/, '')
				.split('\n'),
		);
	const lines: string[] = [];
	for (let input = await io.readLine(); input.kind === 'line'; input = await io.readLine())
		lines.push(input.text);
	return lines;
};

const echo: Program = ({args, io}) => {
	const isBare = args[0] === '-n';
	io.out(`${(isBare ? args.slice(1) : args).join(' ')}${isBare ? '' : '\n'}`);
	return 0;
};

const grep: Program = async process => {
	const flags = process.args.filter(arg => arg.startsWith('-')).join('');
	const [wanted = '', ...files] = process.args.filter(arg => !arg.startsWith('-'));
	const fold = (text: string) => (flags.includes('i') ? text.toLowerCase() : text);
	const lines = (await linesOf(process, files)).filter(
		line => fold(line).includes(fold(wanted)) !== flags.includes('v'),
	);
	if (flags.includes('c')) process.io.out(`${lines.length}\n`);
	else for (const line of lines) process.io.out(`${line}\n`);
	return lines.length > 0 ? 0 : 1;
};

/** `-n 5` and `-5`; 10 without. */
const cut =
	(slice: (lines: string[], count: number) => string[]): Program =>
	async process => {
		const {args, io} = process;
		const at = args.indexOf('-n');
		const short = args.find(arg => /^-\d+$/.test(arg));
		const count = Number(at >= 0 ? args[at + 1] : (short?.slice(1) ?? 10));
		const files = args.filter((arg, index) => !arg.startsWith('-') && (at < 0 || index !== at + 1));
		for (const line of slice(await linesOf(process, files), count)) io.out(`${line}\n`);
		return 0;
	};

const wc: Program = async process => {
	const lines = await linesOf(
		process,
		process.args.filter(arg => !arg.startsWith('-')),
	);
	process.io.out(`${lines.length}\n`);
	return 0;
};

const sort: Program = async process => {
	for (const line of (await linesOf(process, process.args)).sort()) process.io.out(`${line}\n`);
	return 0;
};

const mostNumbers = 200_000;

/** `seq LAST` or `seq FIRST LAST`. */
const seq: Program = ({args, io}) => {
	const [first, last] = args.length > 1 ? args : ['1', args[0] ?? '1'];
	const from = Number(first);
	const count = Math.min(mostNumbers, Math.max(0, Number(last) - from + 1));
	io.out(Array.from({length: count}, (_, index) => `${from + index}\n`).join(''));
	return 0;
};

export const textPrograms: Readonly<Record<string, Program>> = {
	echo,
	grep,
	head: cut((lines, count) => lines.slice(0, count)),
	tail: cut((lines, count) => lines.slice(-count)),
	wc,
	sort,
	seq,
};
