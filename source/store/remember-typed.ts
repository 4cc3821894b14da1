const mostTyped = 50;

/** What was typed, the newest first, each once. */
export const rememberTyped = (typed: readonly string[], text: string): readonly string[] =>
	[text, ...typed.filter(each => each !== text)].slice(0, mostTyped);
