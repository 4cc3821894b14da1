import type {Container} from '../../model/container.ts';
import {type Variable, variablesOf} from '../../model/environment.ts';
import {selectedContainer} from '../select-target.ts';
import type {State} from '../state.ts';
import type {DetailState} from './detail-state.ts';

/** The environment of the selected container; undefined while it is not known. The same while it is. */
export const selectVariables = (state: State): readonly Variable[] | undefined => {
	const {setup, image} = state.detail.data;
	const container = selectedContainer(state);
	if (container === undefined || !('value' in setup)) return undefined;
	const labels = container.labels;
	if (latest?.setup !== setup || latest.image !== image || latest.labels !== labels) {
		const imageEnv = 'value' in image ? image.value.env : undefined;
		const variables = variablesOf(setup.value.env, imageEnv, labels);
		latest = {setup, image, labels, variables};
	}
	return latest.variables;
};

let latest:
	| (Pick<DetailState['data'], 'setup' | 'image'> & {
			readonly labels: Container['labels'];
			readonly variables: readonly Variable[];
	  })
	| undefined;
