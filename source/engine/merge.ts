/**
 * What several sources yield, in the order it comes; ends with the last of them. Rejects as soon as
 * one does. Sources must end when the signal fires, which it also does when the taker leaves.
 */
export async function* merge<T>(
	open: readonly ((signal: AbortSignal) => AsyncIterable<T>)[],
	outer: AbortSignal,
): AsyncGenerator<T> {
	const life = new AbortController();
	const signal = AbortSignal.any([outer, life.signal]);
	const arrived: T[] = [];
	let bell = Promise.withResolvers<void>();
	const drain = async (source: AsyncIterable<T>): Promise<void> => {
		for await (const value of source) {
			arrived.push(value);
			bell.resolve();
		}
	};
	let isOver = false;
	const done = Promise.all(open.map(each => drain(each(signal)))).finally(() => {
		isOver = true;
		bell.resolve();
	});
	// Whoever leaves early does not wait for it.
	done.catch(() => undefined);
	try {
		while (!isOver || arrived.length > 0) {
			await bell.promise;
			bell = Promise.withResolvers<void>();
			yield* arrived.splice(0);
		}
		await done;
	} finally {
		life.abort();
	}
}
