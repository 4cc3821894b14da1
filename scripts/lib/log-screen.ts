/** What a screen shows of a log whose lines are numbered. */

/** A row of the log: a line with its number, or a note of how many are not there. */
type LogRow =
	| {readonly kind: 'line'; readonly number: number; readonly writtenAtSeconds: number | undefined}
	| {readonly kind: 'skipped'; readonly count: number};

/** Every line of a writer begins so; what stands after `at` is the uptime of the machine. */
const linePattern = /\bline (\d{7})(?: at (\d+\.\d+))?/u;
/** `12,345 lines skipped`, `skipped 12 345 older lines`. */
const skippedPattern =
	/(\d[\d,. ]*?) (?:\w+ )?lines? (?:\w+ )?(?:skipped|dropped|lost|missed)|(?:skipped|dropped|lost|missed) (\d[\d,. ]*)/u;

const readRow = (text: string): LogRow | undefined => {
	const [, number, writtenAt] = linePattern.exec(text) ?? [];
	if (number !== undefined) {
		const writtenAtSeconds = writtenAt === undefined ? undefined : Number(writtenAt);
		return {kind: 'line', number: Number(number), writtenAtSeconds};
	}
	const [, before, behind] = skippedPattern.exec(text) ?? [];
	const count = before ?? behind;
	return count === undefined
		? undefined
		: {kind: 'skipped', count: Number(count.replaceAll(/\D/gu, ''))};
};

/** A screen of a log, from top to bottom. */
export interface LogScreen {
	readonly firstNumber: number | undefined;
	readonly lastNumber: number | undefined;
	/** Of the newest line: the uptime of the machine when it was written. */
	readonly writtenAtSeconds: number | undefined;
	/** Lines that are told to be missing. */
	readonly toldSkipped: number;
	/** By the number before it: lines that are missing between two rows without a word. */
	readonly silentHoles: ReadonlyMap<number, number>;
}

export const readLogScreen = (rows: readonly string[]): LogScreen => {
	const silentHoles = new Map<number, number>();
	let [firstNumber, lastNumber, writtenAtSeconds]: (number | undefined)[] = [];
	let toldSkipped = 0;
	let toldSinceLine = 0;
	for (const row of rows.map(readRow)) {
		if (row?.kind === 'skipped') {
			toldSkipped += row.count;
			toldSinceLine += row.count;
		}
		if (row?.kind !== 'line') continue;
		const missing = lastNumber === undefined ? 0 : row.number - lastNumber - 1 - toldSinceLine;
		if (lastNumber !== undefined && missing !== 0) silentHoles.set(lastNumber, missing);
		firstNumber ??= row.number;
		lastNumber = row.number;
		writtenAtSeconds = row.writtenAtSeconds;
		toldSinceLine = 0;
	}
	return {firstNumber, lastNumber, writtenAtSeconds, toldSkipped, silentHoles};
};
