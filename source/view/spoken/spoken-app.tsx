import {type ReactNode, useEffect, useState} from 'react';
import {isElsewhere} from '../frame/is-elsewhere.ts';
import {type Layout, layout} from '../frame/layout.ts';
import {lookAt} from '../frame/look-at.ts';
import {useKeys} from '../frame/use-keys.ts';
import {viewOf} from '../frame/view-of.ts';
import {logMoves} from '../panes/logs/log-moves.ts';
import {tabMoves} from '../panes/tabs/tab-moves.ts';
import type {Runtime} from '../runtime.ts';
import {Speaker, spokenPlace, spokenSize} from './speaker.ts';

const place: Layout = layout(spokenSize.columns, spokenSize.rows);

const bottom = place.bottom ?? {width: 0, height: 0};

const pageRows = 10;

/**
 * For screen readers: the same keys, and instead of a screen one line after another, which are never
 * changed once they are written.
 */
export const SpokenApp = ({
	runtime,
	isHeard,
	say,
}: {
	readonly runtime: Runtime;
	/** False while another program has the terminal: what changes meanwhile is told afterwards. */
	readonly isHeard: () => boolean;
	/** Writes lines to the terminal; not Ink's way, which erases the line above first. */
	readonly say: (text: string) => void;
}): ReactNode => {
	const {store} = runtime;
	const [speaker] = useState(() => new Speaker());
	useEffect(() => {
		const tell = (): void => {
			lookAt(runtime, spokenPlace(store.getState()));
			if (!isHeard()) return;
			const lines = speaker.speak(viewOf(runtime, place));
			if (lines.length > 0) say(`${lines.join('\n')}\n`);
		};
		tell();
		return store.subscribe(tell);
	}, [runtime, isHeard, say, speaker, store]);
	useKeys(runtime, () => ({
		...{pageRows, overlayOverflow: 0, isTargetHidden: false},
		isElsewhere: isElsewhere(store.getState()),
		logMoves: logMoves(() => viewOf(runtime, place), bottom),
		tabMoves: tabMoves(() => viewOf(runtime, place), bottom),
		moveBorder: () => undefined,
	}));
	return null;
};
