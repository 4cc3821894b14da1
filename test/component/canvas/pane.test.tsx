import {Box, Text, useInput, useWindowSize} from 'ink';
import {Component, type ReactNode, useState} from 'react';
import {afterEach, describe, expect, test} from 'vitest';
import type {Line} from '../../../source/format/span.ts';
import {useCanvas} from '../../../source/view/canvas/canvas-context.tsx';
import {Pane} from '../../../source/view/canvas/pane.tsx';
import {ownPalettes} from '../../../source/view/theme/palettes.ts';
import {hostilePayloads} from '../../helpers/payloads.ts';
import {render, unmountAll} from '../../helpers/render.tsx';

afterEach(unmountAll);

const rect = {left: 2, top: 1, width: 6, height: 2};
const lines = (...texts: readonly string[]): readonly Line[] => texts.map(text => [{text}]);

const Root = ({children}: {readonly children: ReactNode}): ReactNode => {
	const {columns, rows} = useWindowSize();
	return (
		<Box width={columns} height={rows}>
			{children}
		</Box>
	);
};

/** Shows the word that was typed; `-` hides the pane. */
const Typed = (): ReactNode => {
	const [word, setWord] = useState('first');
	useInput(setWord);
	return <Root>{word !== '-' && <Pane id="p" rect={rect} paint={() => lines(word)} />}</Root>;
};

const Wide = (): ReactNode => {
	const {columns} = useWindowSize();
	return (
		<Root>
			<Pane
				id="p"
				rect={{left: 0, top: 0, width: columns, height: 1}}
				paint={width => lines(`${width} cells`)}
			/>
		</Root>
	);
};

describe.each([true, false])('with a canvas: %s', hasCanvas => {
	const size = {columns: 20, rows: 5, hasCanvas};

	test('a pane stands in its rectangle', async () => {
		const app = await render(
			<Root>
				<Text>ink</Text>
				<Pane id="p" rect={rect} paint={() => lines('one', 'two', 'three')} />
			</Root>,
			size,
		);
		expect(app.lastFrame()).toBe('ink\n  one\n  two');
	});

	test('a commit brings a new content', async () => {
		const app = await render(<Typed />, size);
		await app.press('x');
		expect(app.lastFrame()).toBe('\n  x');
	});

	test('a pane that goes leaves nothing behind', async () => {
		const app = await render(<Typed />, size);
		expect(app.lastFrame()).toBe('\n  first');
		await app.press('-');
		expect(app.lastFrame()).toBe('');
	});

	test('a pane learns of a new size', async () => {
		const app = await render(<Wide />, size);
		expect(app.lastFrame()).toBe('20 cells');
		await app.resize(31, 6);
		expect(app.lastFrame()).toBe('31 cells');
	});

	test('no hostile text moves anything or makes the terminal answer', async () => {
		const texts = Object.values(hostilePayloads);
		const app = await render(<Box width={60} height={texts.length + 2} />, {
			columns: 60,
			rows: texts.length + 2,
			hasCanvas,
		});
		const calls: string[] = [];
		for (const code of [0, 1, 2, 4, 7, 8, 9, 10, 11, 12, 50, 52, 66, 133, 777, 1337]) {
			app.terminal.parser.registerOscHandler(code, () => {
				calls.push(`OSC ${code}`);
				return true;
			});
		}
		app.rerender(
			<Box width={60} height={texts.length + 2}>
				<Pane
					id="p"
					rect={{left: 0, top: 0, width: 40, height: texts.length}}
					paint={() => texts.map(text => [{text}, {text: ' | after'}])}
				/>
			</Box>,
		);
		await app.idle();
		const row = Object.keys(hostilePayloads).indexOf('OSC 8 link');
		expect(app.rows()[row]).toBe('click | after');
		expect(calls).toEqual([]);
		expect(app.terminal.replies).toEqual([]);
		expect(app.terminal.scrolledLines).toBe(0);
	});
});

test('a new size is painted in one frame', async () => {
	const app = await render(<Wide />, {columns: 20, rows: 5});
	app.terminal.taken();
	await app.resize(31, 6);
	expect(app.terminal.taken().match(/\u001b\[\?2026h/g)).toHaveLength(1);
});

test('data is painted without React', async () => {
	let word = 'first';
	let paints = 0;
	const app = await render(
		<Root>
			<Pane
				id="p"
				rect={rect}
				paint={() => {
					paints++;
					return lines(word);
				}}
			/>
		</Root>,
		{columns: 20, rows: 5},
	);
	const before = paints;
	word = 'second';
	app.screen.repaint();
	await app.idle();
	expect(app.lastFrame()).toBe('\n  second');
	expect(paints).toBe(before + 1);
});

class Boundary extends Component<{readonly children: ReactNode}, {readonly message?: string}> {
	override state: {readonly message?: string} = {};

	static getDerivedStateFromError(error: Error): {readonly message: string} {
		return {message: error.message};
	}

	override render(): ReactNode {
		const {message} = this.state;
		return message === undefined ? this.props.children : <Text>caught: {message}</Text>;
	}
}

test('what a pane throws reaches the boundary around it, and the others stay', async () => {
	let isBroken = false;
	const paint = (): readonly Line[] => {
		if (isBroken) throw new Error('no such row');
		return lines('fine');
	};
	const app = await render(
		<Root>
			<Boundary>
				<Pane id="broken" rect={rect} paint={paint} />
			</Boundary>
			<Pane id="other" rect={{...rect, top: 3, height: 1}} paint={() => lines('other')} />
		</Root>,
		{columns: 30, rows: 5},
	);
	expect(app.lastFrame()).toBe('\n  fine\n\n  other');
	isBroken = true;
	app.screen.repaint();
	await app.idle();
	expect(app.lastFrame()).toBe('caught: no such row\n\n\n  other');
});

test('a pane that cannot be drawn says so where faults are heard of, and comes back by itself', async () => {
	let isBroken = true;
	const heard: string[] = [];
	const paint = (): readonly Line[] => {
		if (isBroken) throw new Error('no such \u001B[31mrow');
		return lines('fine');
	};
	const app = await render(
		<Root>
			<Pane id="broken" rect={{left: 0, top: 0, width: 60, height: 3}} paint={paint} />
			<Pane id="other" rect={{...rect, top: 3, height: 1}} paint={() => lines('other')} />
		</Root>,
		{columns: 60, rows: 5, onFault: (pane, error) => heard.push(`${pane} ${error}`)},
	);
	expect(app.rows()[0]).toContain('cannot be drawn');
	expect(app.rows()[1]).toContain('no such');
	expect(app.rows()[3]).toBe('  other');
	expect(heard[0]).toContain('broken Error: no such');
	isBroken = false;
	app.screen.repaint();
	await app.idle();
	expect(app.lastFrame()).toBe('fine\n\n\n  other');
});

const Signs = (): ReactNode => {
	const {symbols, theme} = useCanvas();
	return <Text>{`${symbols.running} ${theme.level}`}</Text>;
};

test('components find symbols and theme in the canvas', async () => {
	const app = await render(<Signs />, {theme: {level: 'mono', palette: ownPalettes.light}});
	expect(app.lastFrame()).toBe('● mono');
});
