import type {Symbols} from '../../../format/symbols.ts';

/** What the lines of a graph are made of. */
export interface Glyphs {
	readonly across: string;
	/** The same where what is waited for is not as it is needed. */
	readonly acrossUnmet: string;
	readonly down: string;
	readonly arrow: string;
	/** By where lines lead from it: `l`, `r`, `u` and `d`, in this order. */
	readonly joints: Readonly<Record<string, string>>;
}

const unicode: Glyphs = {
	...{across: '─', acrossUnmet: '╌', down: '│', arrow: '▸'},
	joints: {
		...{ld: '╮', lu: '╯', rd: '╭', ru: '╰', lrd: '┬', lru: '┴', lud: '┤', rud: '├', lrud: '┼'},
	},
};

const ascii: Glyphs = {...{across: '-', acrossUnmet: '.', down: '|', arrow: '>'}, joints: {}};

export const glyphsOf = ({chart}: Symbols): Glyphs => (chart === 'ascii' ? ascii : unicode);

/** Where lines meet; plain ASCII has one sign for all of that. */
export const jointOf = (
	{joints}: Glyphs,
	left: boolean,
	right: boolean,
	up: boolean,
	down: boolean,
): string =>
	joints[`${left ? 'l' : ''}${right ? 'r' : ''}${up ? 'u' : ''}${down ? 'd' : ''}`] ?? '+';
