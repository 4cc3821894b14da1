import {createPainter} from '../../source/view/canvas/paint-line.ts';
import type {PaneSource} from '../../source/view/canvas/pane-source.ts';
import {paintArea} from '../../source/view/frame/paint-area.ts';
import {paintLost} from '../../source/view/frame/paint-lost.ts';
import {shownOn} from '../../source/view/frame/shown.ts';
import {paintOverlay} from '../../source/view/overlays/index.ts';
import type {Runtime} from '../../source/view/runtime.ts';
import {ownPalettes} from '../../source/view/theme/palettes.ts';
import {createTheme} from '../../source/view/theme/theme.ts';
import type {Paint} from '../../source/view/view.ts';

/**
 * All that is to be seen now. A bundle of its own, loaded anew each time: its modules have drawn nothing before, so
 * that whatever they show is of this moment.
 */
export const panesAnew = (
	runtime: Runtime,
	columns: number,
	rows: number,
): readonly PaneSource[] => {
	const painter = createPainter(
		createTheme({level: '24', palette: ownPalettes.dark}),
		runtime.symbols,
	);
	const {areas, lost, overlay, view} = shownOn(runtime, columns, rows);
	const pane = (rect: PaneSource['rect'], z: number, paint: Paint): PaneSource => ({
		...{rect, z},
		paint: (width, height) => paint(view(), width, height).map(line => painter.line(line, width)),
	});
	return [
		...areas.map(([area, rect]) =>
			pane(rect, 0, (now, width, height) => paintArea(now, area, width, height)),
		),
		...(lost === undefined ? [] : [pane(lost.rect, 1, paintLost(lost.kind))]),
		...(overlay === undefined
			? []
			: [
					pane(overlay.rect, 2, (now, width, height) =>
						paintOverlay(now, overlay.overlay, width, height),
					),
				]),
	];
};
