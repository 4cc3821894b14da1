import type {Io} from './io.ts';
import type {Redirect} from './parse.ts';
import type {Source, Word} from './tokens.ts';

/**
 * Input and output of a program after its redirections, which work on each other from left to
 * right. Undefined, and a message, when a file would have to be written: there is no disk.
 */
export const redirected = (
	io: Io,
	redirects: readonly Redirect[],
	expand: (word: Word) => string,
	shellName: string,
): Io | undefined => {
	if (redirects.length === 0) return io;
	const target: Target = {
		out: text => io.out(text),
		err: text => io.err(text),
		readLine: prompt => io.readLine(prompt),
	};
	for (const {from, to} of redirects) {
		if (to === 'out' || to === 'err') {
			if (from === 'out' || from === 'err') target[from] = target[to];
			continue;
		}
		const file = expand(to);
		if (file !== '/dev/null') {
			io.err(`${shellName}: cannot open ${file}: Read-only file system\n`);
			return undefined;
		}
		silence(target, from);
	}
	return {...target, isTty: io.isTty && redirects.length === 0};
};

type Target = {-readonly [Name in 'out' | 'err' | 'readLine']: Io[Name]};

const silence = (target: Target, from: Source): void => {
	if (from === 'input') target.readLine = () => Promise.resolve({kind: 'end'});
	if (from === 'out' || from === 'both') target.out = () => undefined;
	if (from === 'err' || from === 'both') target.err = () => undefined;
};
