import {type ReactNode, useEffect, useState} from 'react';
import {type Layout, layout} from '../frame/layout.ts';
import {useKeys} from '../frame/use-keys.ts';
import {viewOf} from '../frame/view-of.ts';
import {keysInView} from '../panes/list/list-window.ts';
import {logMoves} from '../panes/logs/log-moves.ts';
import {tabMoves} from '../panes/tabs/tab-moves.ts';
import type {Runtime} from '../runtime.ts';
import {Speaker, spokenSize} from './speaker.ts';

const place: Layout = layout(spokenSize.columns, spokenSize.rows);

const bottom = place.bottom ?? {width: 0, height: 0};

const pageRows = 10;

/**
 * For screen readers: the same keys, and instead of a screen one line after another, which are never
 * changed once they are written.
 */
export const SpokenApp = ({
	runtime,
	say,
}: {
	readonly runtime: Runtime;
	/** Writes lines to the terminal; not Ink's way, which erases the line above first. */
	readonly say: (text: string) => void;
}): ReactNode => {
	const {store, viewport} = runtime;
	const [speaker] = useState(() => new Speaker());
	useEffect(() => {
		const tell = (): void => {
			viewport.show(keysInView(store.getState(), place));
			const lines = speaker.speak(viewOf(runtime, place));
			if (lines.length > 0) say(`${lines.join('\n')}\n`);
		};
		tell();
		return store.subscribe(tell);
	}, [runtime, say, speaker, store, viewport]);
	useKeys(runtime, () => ({
		...{pageRows, overlayOverflow: 0, isTargetHidden: false},
		logMoves: logMoves(() => viewOf(runtime, place), bottom),
		tabMoves: tabMoves(() => viewOf(runtime, place), bottom),
		moveBorder: () => undefined,
	}));
	return null;
};
