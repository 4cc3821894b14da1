import {Box, Text} from 'ink';
import {type ReactNode, useLayoutEffect, useRef, useState} from 'react';
import {isSameLine} from '../../format/same-line.ts';
import type {Line} from '../../format/span.ts';
import {useCanvas} from './canvas-context.tsx';
import type {Painter} from './paint-line.ts';
import {paneFault} from './pane-fault.ts';
import type {Rect} from './segments.ts';

export interface PaneProps {
	readonly id: string;
	/** Cells from the top left corner of the screen. */
	readonly rect: Rect;
	/** Higher hides what is below it. */
	readonly z?: number;
	/** Called for every frame of the canvas, so that it may read data that React does not know of. */
	readonly paint: (width: number, height: number) => readonly Line[];
}

/**
 * A rectangle of the screen whose content the canvas paints without React. Without a canvas the
 * same lines are ordinary text. What `paint` throws is shown in the pane where the canvas hears of
 * faults; else it is thrown while rendering, where a boundary catches it.
 */
export const Pane = ({id, rect, z = 0, paint}: PaneProps): ReactNode => {
	const {screen, painter, onFault} = useCanvas();
	const {left, top, width, height} = rect;
	const latest = useRef(paint);
	const [fault, setFault] = useState<{readonly error: unknown}>();
	if (fault) throw fault.error;

	useLayoutEffect(() => {
		latest.current = paint;
		screen?.repaint();
	});

	useLayoutEffect(() => {
		if (!screen) return;
		let lines: readonly Line[] = [];
		let painted: readonly string[] = [];
		const paintLine = remembering(painter);
		const paintRows = (columns: number, rows: number): readonly string[] => {
			try {
				const drawn = latest.current(columns, rows);
				if (drawn !== lines) painted = paintChanged(paintLine, drawn, columns, {lines, painted});
				lines = drawn;
				return painted;
			} catch (error) {
				if (onFault === undefined) {
					setFault({error});
					return [];
				}
				onFault(id, error);
				lines = [];
				return paneFault(error).map(line => painter.line(line, columns));
			}
		};
		screen.setPane(id, {rect: {left, top, width, height}, z, paint: paintRows});
		return () => screen.removePane(id);
	}, [screen, painter, onFault, id, left, top, width, height, z]);

	if (screen) return null;
	const rows = paint(width, height).slice(0, height);
	return (
		<Box position="absolute" left={left} top={top} width={width} height={height}>
			<Text>{rows.map(line => painter.line(line, width)).join('\n')}</Text>
		</Box>
	);
};

/** A line that says the same as before is painted already; of a pane of figures that is most of them. */
const paintChanged = (
	paintLine: Painter['line'],
	drawn: readonly Line[],
	columns: number,
	before: {readonly lines: readonly Line[]; readonly painted: readonly string[]},
): readonly string[] => {
	const {lines, painted} = before;
	const rows: string[] = [];
	for (let row = 0; row < drawn.length; row++) {
		const line = drawn[row] as Line;
		const known = lines[row];
		const isKnown = line === known || (known !== undefined && isSameLine(line, known));
		rows.push(isKnown ? (painted[row] ?? '') : paintLine(line, columns));
	}
	return rows;
};

/** A line that only stands on another row is painted already: that is most of them where a log goes on. */
const remembering = (painter: Painter): Painter['line'] => {
	const known = new WeakMap<Line, {readonly columns: number; readonly text: string}>();
	return (line, columns) => {
		const before = known.get(line);
		if (before?.columns === columns) return before.text;
		const text = painter.line(line, columns);
		known.set(line, {columns, text});
		return text;
	};
};
