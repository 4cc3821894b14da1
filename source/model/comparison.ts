import type {Container} from './container.ts';
import {type FigureId, figureOf} from './figures.ts';
import type {ContainerUsage} from './stats-sample.ts';

/** A word of the filter that compares a figure with a number: `cpu>50`, `mem>=500M`, `mem>80%`. */
export interface Comparison {
	/** Who tells the figure, where that is not the list: the answer may then change at any time. */
	readonly needs?: 'details' | 'usage';
	/** `isIn`: it was true before; then a figure has to go back by a tenth, or it would flutter. */
	readonly holds: (
		container: Container,
		usage: ContainerUsage | undefined,
		isIn: boolean,
	) => boolean;
}

const names: Readonly<Record<string, FigureId>> = {
	cpu: 'cpu',
	mem: 'memory',
	memory: 'memory',
	net: 'network',
	network: 'network',
	rx: 'rx',
	tx: 'tx',
	disk: 'disk',
	read: 'read',
	write: 'write',
	pids: 'pids',
	restarts: 'restarts',
	exit: 'exit',
};

const bytes: ReadonlySet<FigureId> = new Set([
	...(['memory', 'network', 'rx', 'tx', 'disk', 'read', 'write'] as const),
]);
/** Whole numbers do not flutter. */
const counts: ReadonlySet<FigureId> = new Set(['pids', 'restarts', 'exit']);

const shape = /^([a-z]+)(>=|<=|!=|>|<|=)(.*)$/;

/**
 * Undefined where the word is none: `redis=7` is text. `unfinished` for `cpu>`, which is being typed.
 * Throws, with the reason, where the number cannot be read.
 */
export const parseComparison = (word: string): Comparison | 'unfinished' | undefined => {
	const [, name = '', sign = '', typed = ''] = shape.exec(word) ?? [];
	const named = Object.hasOwn(names, name) ? names[name] : undefined;
	if (named === undefined) return undefined;
	if (typed === '') return 'unfinished';
	const isShare = named === 'memory' && typed.endsWith('%');
	const id = isShare ? 'memoryShare' : named;
	const limit = amount(id, typed, word);
	const {from, read} = figureOf(id);
	const slack = counts.has(id) ? 0 : limit / 10;
	return {
		...(from === 'list' ? {} : {needs: from}),
		holds(container, usage, isIn) {
			const value = read(container, usage);
			return typeof value === 'number' && compare(value, sign, limit, isIn ? slack : 0);
		},
	};
};

const compare = (value: number, sign: string, limit: number, slack: number): boolean => {
	switch (sign) {
		case '>':
			return value > limit - slack;
		case '>=':
			return value >= limit - slack;
		case '<':
			return value < limit + slack;
		case '<=':
			return value <= limit + slack;
		case '!=':
			return value !== limit;
		default:
			return value === limit;
	}
};

const number = /^(\d+(?:\.\d+)?|\.\d+)([kmgt]?)(?:i?b)?(?:\/s)?(%?)$/i;
const units = ['', 'k', 'm', 'g', 't'];
const step = 1024;

const amount = (id: FigureId, typed: string, word: string): number => {
	const [, digits, unit = '', percent] = number.exec(typed) ?? [];
	const isPercentage = id === 'cpu' || id === 'memoryShare';
	const isWrongUnit = unit !== '' && !bytes.has(id);
	if (digits === undefined || isWrongUnit || (percent === '%' && !isPercentage)) {
		throw new Error(`${word}: ${expected(id)}`);
	}
	return Number(digits) * step ** units.indexOf(unit.toLowerCase());
};

const expected = (id: FigureId): string => {
	if (id === 'memory') return 'a size such as 500M, or 80%';
	if (bytes.has(id)) return 'bytes a second, such as 500K';
	return 'a number';
};
