import process from 'node:process';
import {type Instance, render, useApp} from 'ink';
import {type ReactNode, useLayoutEffect} from 'react';
import {asciiSymbols, type Symbols, unicodeSymbols} from '../format/symbols.ts';
import {type Canvas, CanvasContext} from '../view/canvas/canvas-context.tsx';
import {createPainter} from '../view/canvas/paint-line.ts';
import {Screen} from '../view/canvas/screen.ts';
import type {Palette} from '../view/theme/palette.ts';
import {ownPalettes} from '../view/theme/palettes.ts';
import {createTheme, type ThemeOptions} from '../view/theme/theme.ts';
import {backgroundOf} from './choose-palette.ts';
import {colourLevel, isUtf8} from './colour-level.ts';
import {InputRouter} from './input-router.ts';
import type {KillGuard} from './kill-guard.ts';
import {TerminalLender} from './lend.ts';
import {OpenQuestions} from './open-questions.ts';
import type {Options} from './options.ts';
import {
	askBackground,
	askWidth,
	canAnswer,
	factOf,
	type TerminalFact,
	widthRow,
} from './probe-terminal.ts';
import {ExitGuard} from './signals.ts';
import {StrayOutput} from './stray-output.ts';
import {Terminal} from './terminal.ts';

/** The terminal with everything that is wired to it: input, canvas, Ink, and every way out. */
export interface Stage {
	readonly screen: Screen;
	readonly router: InputRouter;
	readonly lender: TerminalLender;
	readonly guard: ExitGuard;
	readonly terminal: Terminal;
	/** Shows the element on the alternate screen; resolves when its first frame is written. */
	mount(elementOn: (canvas: Canvas) => ReactNode, listeners: MountListeners): Promise<void>;
	/** Paints everything in other colours; undefined: in those for the background of the terminal. */
	paintIn(palette: Palette | undefined): void;
	/** Before the terminal is left for good: what it was asked is answered, or will not be. */
	settled(): Promise<void>;
	/** Stops until `fg`, as Ctrl-Z does. */
	suspend(): void;
}

interface MountListeners {
	/** Hears of a component that threw, after Ink has put the terminal back. */
	readonly onFault: (error: unknown) => void;
	/** Hears of a pane that cannot be drawn, again and again; the others go on. */
	readonly onPaneFault: (pane: string, error: unknown) => void;
	/** Hears of what something would have written over the screen: a line of foreign text. */
	readonly onStray: (line: string) => void;
}

interface StagePorts {
	/** Undefined where nobody guards the terminal. */
	readonly killGuard: KillGuard | undefined;
	/** Told whether somebody may be looking at the screen. */
	readonly onSeen: (isSeen: boolean) => void;
	/** Plain lines about an error nobody caught. */
	readonly describe: (error: unknown) => readonly string[];
}

type SuspendTerminal = ReturnType<typeof useApp>['suspendTerminal'];

export const createStage = (
	options: Pick<Options, 'colour' | 'isAscii' | 'isSpoken' | 'takesMouse'> & {
		readonly palette: Palette | undefined;
	},
	{killGuard, onSeen, describe}: StagePorts,
): Stage => {
	const router = new InputRouter();
	router.start();
	const terminal = new Terminal(options);
	let ink: Instance | undefined;
	let suspendTerminal: SuspendTerminal | undefined;
	let strayOutput: StrayOutput | undefined;

	let whenBack = (): void => undefined;
	const screen: Screen = new Screen(process.stdout, {onError: () => guard.hangUp()});
	const lender = new TerminalLender({
		router,
		terminal,
		screen,
		killGuard,
		onSeen(isSeen) {
			onSeen(isSeen);
			if (isSeen) whenBack();
		},
		suspendTerminal: async use => await (suspendTerminal ? suspendTerminal(use) : use()),
	});
	const guard: ExitGuard = new ExitGuard({
		unmount() {
			lender.end();
			ink?.unmount();
		},
		restore(restoring) {
			terminal.restore(restoring);
			router.stop();
			strayOutput?.release();
			killGuard?.dismiss();
		},
		onStop: stop => void lender.suspendProcess(stop),
		onContinue: () => lender.recover(),
		describe,
	});
	router.subscribe(event => {
		if (event.kind === 'closed') guard.hangUp();
		if (event.kind === 'focus') onSeen(event.focused);
		if (event.kind === 'answer') learn(factOf(event.text));
	});

	const questions = new OpenQuestions();
	const ask = (about: TerminalFact['kind'], sequence: string): void => {
		questions.asked(about);
		terminal.send(sequence);
	};
	const askWidthOnce = (): void => {
		whenBack = () => undefined;
		if (!asks || isAscii) return;
		ask('ambiguous', askWidth);
		screen.invalidateRow(widthRow);
	};
	const {isSpoken} = options;
	const asks = canAnswer(process.env) && !isSpoken;
	let background = backgroundOf(process.env);
	let {isAscii, palette} = options;
	let draw = (): void => undefined;
	const learn = (fact: TerminalFact | undefined): void => {
		if (fact?.kind === 'background') background = fact.background;
		if (fact?.kind === 'ambiguous') isAscii ||= fact.cells === 2;
		if (fact === undefined) return;
		questions.answered(fact.kind);
		draw();
	};
	const canvasNow = (): Canvas =>
		createCanvas(screen, {
			symbols: isAscii || !isUtf8(process.env) ? asciiSymbols : unicodeSymbols,
			level: options.colour ?? colourLevel(process.env),
			palette: palette ?? ownPalettes[background],
		});
	let knowsBackground = false;
	const askBackgroundOnce = (): void => {
		if (!asks || palette !== undefined || knowsBackground) return;
		knowsBackground = true;
		ask('background', askBackground);
	};
	// Answered while all else is loaded.
	askBackgroundOnce();

	return {
		screen,
		router,
		lender,
		guard,
		terminal,
		paintIn(next) {
			palette = next;
			askBackgroundOnce();
			draw();
		},
		settled: () => questions.settled(),
		suspend: () => void lender.suspendProcess(() => guard.stopProcess(0)),
		async mount(elementOn, {onFault, onPaneFault, onStray}) {
			strayOutput = new StrayOutput(onStray);
			strayOutput.catch();
			const onReady = (suspend: SuspendTerminal): void => {
				suspendTerminal = suspend;
			};
			let canvas: Canvas = {...canvasNow(), onFault: onPaneFault};
			const tree = (): ReactNode => (
				<CanvasContext value={canvas}>
					<InkAccess onReady={onReady} />
					{elementOn(canvas)}
				</CanvasContext>
			);
			ink = render(tree(), {
				// It has all that Ink uses of a terminal's input, and no more.
				stdin: router.ui as unknown as NodeJS.ReadStream,
				stdout: isSpoken ? process.stdout : screen.stdout,
				interactive: true,
				alternateScreen: !isSpoken,
				exitOnCtrlC: false,
				patchConsole: false,
			});
			draw = () => {
				const {symbols, theme} = canvas;
				const next = canvasNow();
				if (next.symbols === symbols && next.theme.palette === theme.palette) return;
				canvas = {...next, onFault: onPaneFault};
				ink?.rerender(tree());
				screen.invalidate();
			};
			ink.waitUntilExit().catch(onFault);
			await ink.waitUntilRenderFlush();
			// Who was quick has a shell by now; the reports begin when the terminal is back, the question too.
			if (lender.isLent) {
				whenBack = askWidthOnce;
				return;
			}
			terminal.startReports();
			askWidthOnce();
		},
	};
};

const createCanvas = (
	screen: Screen,
	{symbols, ...options}: ThemeOptions & {readonly symbols: Symbols},
): Canvas => {
	const theme = createTheme(options);
	return {screen, symbols, theme, painter: createPainter(theme, symbols)};
};

/** What Ink gives only to components. */
const InkAccess = ({
	onReady,
}: {
	readonly onReady: (suspend: SuspendTerminal) => void;
}): ReactNode => {
	const {suspendTerminal} = useApp();
	useLayoutEffect(() => onReady(suspendTerminal), [onReady, suspendTerminal]);
	return null;
};
