/** One of several sources: what it has, in order. */
interface Head<T> {
	readonly rest: AsyncIterator<T>;
	value: T;
}

/**
 * What several sorted sources have, as one sorted sequence. Waits for each of them before the first
 * value, so that nothing can come too late; takes from each only as fast as it is taken from. What is
 * equal comes in the order of the sources. Whoever leaves early closes them all.
 */
export async function* mergeInOrder<T>(
	sources: readonly AsyncIterable<T>[],
	placeOf: (value: T) => number,
): AsyncGenerator<T> {
	const iterators = sources.map(source => source[Symbol.asyncIterator]());
	try {
		const firsts = await Promise.all(iterators.map(each => each.next()));
		const heads = firsts.flatMap(({done, value}, index): Head<T>[] => {
			const rest = iterators[index];
			return done || rest === undefined ? [] : [{rest, value}];
		});
		while (heads.length > 0) {
			const head = earliest(heads, placeOf);
			yield head.value;
			const {done, value} = await head.rest.next();
			if (done) heads.splice(heads.indexOf(head), 1);
			else head.value = value;
		}
	} finally {
		await Promise.all(iterators.map(each => each.return?.()));
	}
}

/** There are dozens, not thousands: a heap would not pay. */
const earliest = <T>(heads: readonly Head<T>[], placeOf: (value: T) => number): Head<T> =>
	heads.reduce((first, head) => (placeOf(head.value) < placeOf(first.value) ? head : first));
