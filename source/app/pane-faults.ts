import {reasonOf} from './last-words.ts';

/** Each pane that fails does so again with every frame. */
const mostTold = 10;

/** Tells each fault of a pane once, with what `report` says of it. */
export const tellPaneFaults = (
	say: (text: string) => void,
	report: (error: unknown) => string,
): ((pane: string, error: unknown) => void) => {
	const told = new Set<string>();
	return (pane, error) => {
		const text = `the part "${pane}" of the screen cannot be drawn: ${reasonOf(error)}`;
		if (told.has(text) || told.size >= mostTold) return;
		told.add(text);
		say(`${text}. ${report(error)}`);
	};
};
