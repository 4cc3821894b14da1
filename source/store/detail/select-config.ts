import type {Json} from '../../model/json.ts';
import type {Folds} from '../../model/tree/folds.ts';
import {coverSecrets, type ShowValue, showAll} from '../../model/tree/inspect-secrets.ts';
import {type JsonRow, jsonRows, pathsToHits} from '../../model/tree/json-tree.ts';
import type {State} from '../state.ts';
import {loadedValue} from './loaded-value.ts';
import {opened} from './opened.ts';

export interface InspectRows {
	/** Those in sight: what is looked for is unfolded. */
	readonly rows: readonly JsonRow[];
	/** Texts of values, secrets covered but for the one that is revealed. */
	readonly show: ShowValue;
}

/** The inspect of the selection as it is folded now; undefined until it is known. */
export const inspectRows = (state: State): InspectRows | undefined => {
	const value = loadedValue(state.detail.data.document)?.value;
	if (value === undefined) return undefined;
	const show = showerOf(state, value);
	const folds = opened(state, 'config', expression =>
		pathsToHits(value, ({path, key, value: each}) => {
			const text = `${key}: ${show(path, key, each)}`;
			return text.search(expression) >= 0;
		}),
	);
	if (latest?.value !== value || latest.folds !== folds || latest.show !== show)
		latest = {value, folds, show, rows: jsonRows(value, folds)};
	return latest;
};

let latest: (InspectRows & {readonly value: Json; readonly folds: Folds}) | undefined;

const showerOf = ({detail}: State, value: Json): ShowValue => {
	const revealed = detail.revealed?.name;
	if (lastShow?.value !== value || lastShow.revealed !== revealed) {
		const covered = lastShow?.value === value ? lastShow.covered : coverSecrets([value]);
		const show: ShowValue = (path, key, each) =>
			path === revealed ? showAll(path, key, each) : covered(path, key, each);
		lastShow = {value, revealed, covered, show};
	}
	return lastShow.show;
};

let lastShow:
	| {
			readonly value: Json;
			readonly revealed: string | undefined;
			readonly covered: ShowValue;
			readonly show: ShowValue;
	  }
	| undefined;
