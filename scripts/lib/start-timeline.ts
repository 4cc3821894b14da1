/** How long a program that was started is left alone, until what is done only once is over. */
export const settleSeconds = 8;

/** What a screen shows of the containers of a run. */
export interface ScreenCounts {
	readonly isBlank: boolean;
	/** Containers whose name is there. */
	readonly names: number;
	/** Those of them with a CPU figure behind the name. */
	readonly figures: number;
}

/**
 * Of the table of dockmon or of docker stats: the name is near the left edge, and the first number
 * with a decimal behind it is CPU, with a per cent sign or a blank.
 */
export const countScreen = (rows: readonly string[], namePrefix: string): ScreenCounts => {
	const names = new Set<string>();
	const figures = new Set<string>();
	const pattern = new RegExp(`^.{0,24}?\\b(${namePrefix}\\d+)(?!\\S)([^│]*)`, 'u');
	for (const row of rows) {
		const [, name, rest = ''] = pattern.exec(row) ?? [];
		if (name === undefined) continue;
		names.add(name);
		if (/\s\d+\.\d+(?:%|\s)/u.test(rest)) figures.add(name);
	}
	return {
		isBlank: rows.every(row => row.trim() === ''),
		names: names.size,
		figures: figures.size,
	};
};

export interface TimedCounts extends ScreenCounts {
	/** Since the start of the program. */
	readonly atMillis: number;
}

/** When a starting program had shown what, in milliseconds; undefined when never. */
export interface StartTimes {
	readonly firstPaint: number | undefined;
	readonly firstName: number | undefined;
	readonly allNames: number | undefined;
	readonly firstFigure: number | undefined;
	readonly allFigures: number | undefined;
	/** Containers that the screen had room for. */
	readonly rows: number;
}

export const startTimes = (timeline: readonly TimedCounts[]): StartTimes => {
	const when = (fits: (counts: TimedCounts) => boolean): number | undefined =>
		timeline.find(fits)?.atMillis;
	const rows = Math.max(0, ...timeline.map(({names}) => names));
	return {
		firstPaint: when(({isBlank}) => !isBlank),
		firstName: when(({names}) => names > 0),
		allNames: when(({names}) => names > 0 && names === rows),
		firstFigure: when(({figures}) => figures > 0),
		allFigures: when(({figures}) => figures > 0 && figures === rows),
		rows,
	};
};
