import process from 'node:process';

const shortLength = 128 * 1024;
const factorOfLength = 4;
const tries = 3;

export interface Growth {
	/** How much longer a text takes that is four times as long; 4 where it takes its length. */
	readonly factor: number;
	/** For a million characters. */
	readonly millis: number;
}

/** How the time grows that something takes for the same piece again and again. */
export const growthOf = (piece: string, use: (text: string) => unknown): Growth => {
	const short = leastMillis(textOf(piece, shortLength), use);
	const long = leastMillis(textOf(piece, shortLength * factorOfLength), use);
	return {
		// What takes no time cannot be compared.
		factor: long / Math.max(short, 1),
		millis: (long / (shortLength * factorOfLength)) * 1e6,
	};
};

const textOf = (piece: string, length: number): string =>
	piece.repeat(Math.ceil(length / piece.length));

/** The least of some, of this thread alone: what else the machine does only adds to it. */
const leastMillis = (text: string, use: (text: string) => unknown): number => {
	let least = Number.POSITIVE_INFINITY;
	for (let round = 0; round < tries && least > 0; round++) {
		const before = process.threadCpuUsage();
		use(text);
		const {user, system} = process.threadCpuUsage(before);
		least = Math.min(least, (user + system) / 1000);
		if (least > giveUpMillis) break;
	}
	return least;
};

const giveUpMillis = 3000;
