import {type Json, jsonAt} from '../../model/json.ts';
import type {Folds} from '../../model/tree/folds.ts';
import {coverSecrets, type ShowValue} from '../../model/tree/inspect-secrets.ts';
import {
	countDiff,
	type DiffNode,
	type DiffRow,
	diffRows,
	jsonDiff,
	pathsToDiffHits,
} from '../../model/tree/json-diff.ts';
import {isOwnToEach, isUnsaidByImages} from '../../model/tree/own-to-each.ts';
import type {State} from '../state.ts';
import {loadedValue} from './loaded-value.ts';
import {opened} from './opened.ts';

export interface Comparison {
	/** From what it is compared with to what is selected. */
	readonly rows: readonly DiffRow[];
	/** Values that differ, and those that do between any two. */
	readonly counts: {readonly shown: number; readonly hidden: number};
	readonly show: ShowValue;
}

/** Undefined while nothing is compared, or not known yet. */
export const comparison = (state: State): Comparison | undefined => {
	const {against, showsOwn} = state.trees;
	const mine = loadedValue(state.detail.data.document)?.value;
	const other = loadedValue(state.detail.data.other)?.value;
	if (against === undefined || mine === undefined || other === undefined) return undefined;
	const found = foundOf(mine, other, against.kind === 'image', showsOwn);
	const folds = opened(state, 'comparison', expression =>
		pathsToDiffHits(found.nodes, text => text.search(expression) >= 0, found.show),
	);
	if (latest?.found !== found || latest.folds !== folds)
		latest = {...found, found, folds, rows: diffRows(found.nodes, folds, found.isHidden)};
	return latest;
};

let latest: (Comparison & {readonly found: Found; readonly folds: Folds}) | undefined;

interface Found {
	readonly nodes: readonly DiffNode[];
	readonly isHidden: (path: string) => boolean;
	readonly counts: Comparison['counts'];
	readonly show: ShowValue;
}

const foundOf = (mine: Json, other: Json, isImage: boolean, showsOwn: boolean): Found => {
	const inputs = [mine, other, isImage, showsOwn];
	if (lastFound === undefined || inputs.some((each, at) => each !== lastFound?.inputs[at])) {
		const config = jsonAt(mine, 'Config');
		const right = isImage ? {Config: config ?? null} : mine;
		const nodes = jsonDiff(other, right);
		const isOwn = (path: string): boolean =>
			isOwnToEach(path) || (isImage && isUnsaidByImages(path));
		const isHidden = showsOwn ? () => false : isOwn;
		const show = coverSecrets([other, right]);
		lastFound = {inputs, found: {nodes, isHidden, counts: countDiff(nodes, isHidden), show}};
	}
	return lastFound.found;
};

let lastFound: {readonly inputs: readonly unknown[]; readonly found: Found} | undefined;
