/** The glyphs of the screen; each is one cell wide in every width table, or plain ASCII. */
export interface Symbols {
	readonly running: string;
	readonly exited: string;
	readonly failed: string;
	readonly paused: string;
	readonly restarting: string;
	readonly created: string;
	readonly removing: string;
	readonly healthy: string;
	readonly unhealthy: string;
	readonly starting: string;
	readonly noHealth: string;
	readonly selected: string;
	readonly marked: string;
	readonly open: string;
	readonly closed: string;
	readonly sortDown: string;
	readonly sortUp: string;
	readonly rx: string;
	readonly tx: string;
	readonly stderr: string;
	readonly ellipsis: string;
	readonly wait: string;
	readonly unknown: string;
	readonly arrow: string;
	readonly follow: string;
	/** Eighths of a cell, from one eighth to full. */
	readonly barParts: readonly string[];
	readonly barEmpty: string;
	/** Eight heights, lowest first. */
	readonly sparks: readonly string[];
	readonly topLeft: string;
	readonly topRight: string;
	readonly bottomLeft: string;
	readonly bottomRight: string;
	readonly horizontal: string;
	readonly vertical: string;
	/** Of a tree: more follow below, or none. */
	readonly branch: string;
	readonly lastBranch: string;
	/** Around text in the bottom edge of a frame. */
	readonly edgeEnds: readonly [before: string, after: string];
	readonly chart: 'braille' | 'block' | 'ascii';
}

export const unicodeSymbols: Symbols = {
	running: '●',
	exited: '○',
	failed: '✗',
	paused: '‖',
	restarting: '↻',
	created: '◇',
	removing: '⊘',
	healthy: '✓',
	unhealthy: '✗',
	starting: '◌',
	noHealth: '·',
	selected: '▌',
	marked: '◆',
	open: '▾',
	closed: '▸',
	sortDown: '▾',
	sortUp: '▴',
	rx: '⇣',
	tx: '⇡',
	stderr: '┃',
	ellipsis: '…',
	wait: '⋯',
	unknown: '–',
	arrow: '→',
	follow: '▼',
	barParts: ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
	barEmpty: '·',
	sparks: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
	topLeft: '╭',
	topRight: '╮',
	bottomLeft: '╰',
	bottomRight: '╯',
	horizontal: '─',
	vertical: '│',
	branch: '├',
	lastBranch: '└',
	edgeEnds: ['╴', '╶'],
	chart: 'braille',
};

export const asciiSymbols: Symbols = {
	running: '>',
	exited: '-',
	failed: 'x',
	paused: '=',
	restarting: '@',
	created: 'c',
	removing: 'd',
	healthy: '+',
	unhealthy: 'x',
	starting: '~',
	noHealth: '.',
	selected: '>',
	marked: '*',
	open: 'v',
	closed: '>',
	sortDown: 'v',
	sortUp: '^',
	rx: 'v',
	tx: '^',
	stderr: '!',
	ellipsis: '~',
	wait: '...',
	unknown: '-',
	arrow: '>',
	follow: 'v',
	barParts: ['#'],
	barEmpty: '.',
	sparks: ['.', ':', '-', '=', '+', '*', '#', '%'],
	topLeft: '+',
	topRight: '+',
	bottomLeft: '+',
	bottomRight: '+',
	horizontal: '-',
	vertical: '|',
	branch: '|',
	lastBranch: '`',
	edgeEnds: [' ', ' '],
	chart: 'ascii',
};
