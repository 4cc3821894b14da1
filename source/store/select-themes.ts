import type {State} from './state.ts';

/** The one the screen is painted in: what the picker rests on while it is open. */
export const shownTheme = ({themes, frame}: State): string | undefined => {
	const picker = frame.overlays.findLast(overlay => overlay.kind === 'theme');
	return picker === undefined ? themes.chosen : picker.name;
};

/** What the picker offers, in order: first none, which leaves it to the terminal. */
export const themeNames = ({themes}: State): readonly (string | undefined)[] => [
	undefined,
	...themes.all.map(({name}) => name),
];
