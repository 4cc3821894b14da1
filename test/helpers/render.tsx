import {PassThrough} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import {type Instance, render as renderInk} from 'ink';
import type {ReactNode} from 'react';
import {asciiSymbols, unicodeSymbols} from '../../source/format/symbols.ts';
import {known} from '../../source/model/known.ts';
import {type Canvas, CanvasContext} from '../../source/view/canvas/canvas-context.tsx';
import {createPainter} from '../../source/view/canvas/paint-line.ts';
import {Screen} from '../../source/view/canvas/screen.ts';
import {ownPalettes} from '../../source/view/theme/palettes.ts';
import {createTheme, type ThemeOptions} from '../../source/view/theme/theme.ts';
import {ScreenTerminal} from './screen-terminal.ts';

export interface RenderOptions {
	readonly columns?: number;
	readonly rows?: number;
	/** False: without a canvas, as for a screen reader, where Ink draws everything. */
	readonly hasCanvas?: boolean;
	readonly theme?: ThemeOptions;
	/** For a terminal without Unicode. */
	readonly isAscii?: boolean;
	/** Hears of panes that cannot be drawn; without it a boundary does. */
	readonly onFault?: (pane: string, error: unknown) => void;
}

export interface Rendered {
	readonly terminal: ScreenTerminal;
	readonly screen: Screen;
	/** What a user sees, row by row, without blanks at the ends. */
	rows(): readonly string[];
	/** The rows as one text. */
	lastFrame(): string;
	/** Resolves when Ink, the canvas and the terminal have nothing left to do. */
	idle(): Promise<void>;
	/** Types bytes as a terminal sends them. */
	press(keys: string): Promise<void>;
	resize(columns: number, rows: number): Promise<void>;
	rerender(element: ReactNode): void;
	unmount(): void;
	waitUntilExit(): Promise<unknown>;
}

const mounted = new Set<Instance>();

/** For `afterEach`: what a test showed does not outlive it. */
export const unmountAll = (): void => {
	for (const app of mounted) app.unmount();
	mounted.clear();
};

/** Shows the element in an emulated terminal of any size; resolves when it stands there. */
export const render = async (
	element: ReactNode,
	options: RenderOptions = {},
): Promise<Rendered> => {
	const {columns = 80, rows = 24, hasCanvas = true, isAscii = false, onFault} = options;
	const symbols = isAscii ? asciiSymbols : unicodeSymbols;
	const theme = createTheme(options.theme ?? {level: '24', palette: ownPalettes.dark});
	const terminal = new ScreenTerminal(columns, rows);
	const screen = new Screen(terminal.stream);
	const painter = createPainter(theme, symbols);
	const canvas: Canvas = {
		...{painter, symbols, theme},
		...known('screen', hasCanvas ? screen : undefined),
		...known('onFault', onFault),
	};
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode: () => stdin,
		ref: () => stdin,
		unref: () => stdin,
	});
	const wrap = (content: ReactNode): ReactNode => (
		<CanvasContext value={canvas}>{content}</CanvasContext>
	);
	const app: Instance = renderInk(wrap(element), {
		stdin,
		stdout: hasCanvas ? screen.stdout : (terminal.stream as unknown as NodeJS.WritableStream),
		interactive: true,
		patchConsole: false,
		exitOnCtrlC: false,
		maxFps: 1000,
	});
	mounted.add(app);
	const idle = async (): Promise<void> => {
		let before = -1;
		while (before !== terminal.writeCount) {
			before = terminal.writeCount;
			await app.waitUntilRenderFlush();
			await terminal.settled();
		}
	};
	await idle();
	return {
		terminal,
		screen,
		rows: () => terminal.rows(),
		lastFrame: () => terminal.rows().join('\n').trimEnd(),
		idle,
		async press(keys) {
			stdin.write(keys);
			// Ink reads when the stream says so, which is a turn of the loop later.
			await setImmediate();
			await idle();
		},
		async resize(toColumns, toRows) {
			terminal.resize(toColumns, toRows);
			// React commits in the next turn of the loop, and the canvas paints behind it.
			await setImmediate();
			await setImmediate();
			await idle();
		},
		rerender: content => app.rerender(wrap(content)),
		unmount: () => app.unmount(),
		waitUntilExit: () => app.waitUntilExit(),
	};
};
