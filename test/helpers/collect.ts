/** Everything that an async source gives until it ends. */
export const collect = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
	const items: T[] = [];
	for await (const item of source) items.push(item);
	return items;
};
