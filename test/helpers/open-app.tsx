import {App} from '../../source/view/frame/app.tsx';
import {ownPalettes} from '../../source/view/theme/palettes.ts';
import type {ThemeOptions} from '../../source/view/theme/theme.ts';
import {type Rendered, render} from './render.tsx';
import type {Cell} from './screen-terminal.ts';
import {until} from './until.ts';
import type {Scene} from './view-states.ts';

export interface AppOptions extends Partial<ThemeOptions> {
	readonly columns?: number;
	readonly rows?: number;
	readonly isAscii?: boolean;
	readonly hasCanvas?: boolean;
}

/** The whole program on an emulated terminal, with the scene in place of engine and effects. */
export interface OpenApp extends Rendered {
	readonly scene: Scene;
	/** The row of this text, counted from 0; fails when it is not on the screen. */
	rowOf(text: string): number;
	/** The first cell of this text, the topmost where it is there more than once. */
	cellOf(text: string): Cell;
	/** Waits until this text is on the screen. */
	shows(text: string): Promise<void>;
	/** Waits until it is not. */
	hides(text: string): Promise<void>;
}

export const openApp = async (scene: Scene, options: AppOptions = {}): Promise<OpenApp> => {
	const {columns = 80, rows = 24, isAscii = false, hasCanvas = true} = options;
	const {level = '24', palette = ownPalettes.dark} = options;
	const app = await render(<App runtime={scene.runtime(isAscii)} />, {
		...{columns, rows, hasCanvas, isAscii},
		theme: {level, palette},
	});
	const {terminal} = app;
	const isShown = (text: string): boolean => terminal.rows().some(row => row.includes(text));
	const screen = (): string => `on the screen:\n${terminal.rows().join('\n')}`;
	const rowOf = (text: string): number => {
		const row = terminal.rows().findIndex(each => each.includes(text));
		if (row < 0) throw new Error(`${text} is not ${screen()}`);
		return row;
	};
	return {
		...app,
		scene,
		rowOf,
		cellOf(text) {
			const row = rowOf(text);
			const before = terminal.rows()[row]?.split(text)[0] ?? '';
			return terminal.cell(columnAfter(terminal, before, row), row);
		},
		shows: async text => {
			await until(
				() => isShown(text),
				() => `${text} ${screen()}`,
			);
		},
		hides: async text => {
			await until(
				() => !isShown(text),
				() => `the end of ${text} ${screen()}`,
			);
		},
	};
};

/** A wide character takes two columns and is one piece of text. */
const columnAfter = (terminal: Rendered['terminal'], before: string, row: number): number => {
	let column = 0;
	for (let text = ''; text.length < before.length; column++)
		text += terminal.cell(column, row).text || ' ';
	return column;
};
